"""The kernel in C, where the installation has one that fits these sources.

It is compiled when textrepair is installed. Where there is no compiler, and no wheel with it, Python and vectors do the
same, slower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._kernel import Buffer, Glance, Spelling, WordList
    from ._kernel import tandem as tandem
    from ._kernel import trial as trial

#: Raised with every change of what the kernel's methods take or give: one that was compiled before is not used.
VERSION = 13

try:
    from . import _kernel
except ImportError:
    _made = False
else:
    _made = getattr(_kernel, "VERSION", 0) == VERSION
    if _made:
        tandem, trial = _kernel.tandem, _kernel.trial


def available() -> bool:
    """Whether the kernel is there."""
    return _made


def word_list(hashes: Buffer, zipfs: Buffer) -> WordList | None:
    """A word list in the kernel, see `lexicon.table`; None without a kernel."""
    return _kernel.WordList(hashes, zipfs) if _made else None


def glance(words: dict[str, int]) -> Glance | None:
    """Function words in the kernel, see `language.glance`; None without a kernel."""
    return _kernel.Glance(words) if _made else None


def spelling(keys: Buffer, costs: Buffer) -> Spelling | None:
    """A model of spelling in the kernel, see `lexicon.spelling`; None without a kernel."""
    return _kernel.Spelling(keys, costs) if _made else None


def give_back(size: int) -> bool:
    """From now on a block of so many bytes goes back to the system at once; whether the C library can do so."""
    return _made and _kernel.give_back(size)
