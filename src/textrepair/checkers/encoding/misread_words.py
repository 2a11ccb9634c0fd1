"""Words of a Latin script that were read in the wrong code page: `MŸller`, `f³r`, `pøíli¹`. The lexicon decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...document import Document
from ...lexicon import Lexicon
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker
from .beyond_ascii import words
from .lexica import frequency, lexicon_for

_SURE, _KNOWN = 3.0, 2.0


@checker(scope="line", trigger=r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]")
def check(
    doc: Document, span: Span, *, read_as: str = "windows-1252", meant: str = "mac-roman", where: str = ""
) -> Iterator[Match]:
    """Yield words that are none as they stand and become one when decoded in the page that was meant.

    `where`: evidence without which no word of the line is looked at; a rule with a trigger of its own repeats it here.
    """
    if where and not compile_pattern(where).search(doc.text, *span):
        return
    lexicon = None
    for at, word in words(doc.text, *span):
        core, start = _core(word, at)
        new = _decoded(core, read_as, meant)
        if not new or new == core or not new.replace("'", "").replace("-", "").isalpha():
            continue
        lexicon = lexicon or lexicon_for(doc)
        if lexicon is None:
            return
        tier = _tier(core, new, lexicon)
        if tier:
            yield Match(
                start,
                start + len(core),
                new,
                0.9 if tier == "safe" else 0.7,
                applicability=None if tier == "safe" else "unsafe",
            )


def _core(word: str, start: int) -> tuple[str, int]:
    """The word without quotation marks around it that mean no letter."""
    head = len(word) - len(word.lstrip("“”‘’«»„…–—•'-"))
    core = word[head:].rstrip("“«'-")
    return core, start + head


@lru_cache(maxsize=8192)
def _decoded(word: str, read_as: str, meant: str) -> str | None:
    try:
        return word.encode(read_as).decode(meant)
    except UnicodeError:
        return None


def _tier(old: str, new: str, lexicon: Lexicon) -> str:
    """ "" where the word may stand as it is: it is known, or it is made of known words with a mark between them."""
    if frequency(lexicon, new) < max(_KNOWN, lexicon.zipf(old) + 2.5) or len(new) < 3:
        return ""
    parts = [p for p in re.split("[–—―…•·“”„‚’‘«»‹›™®©÷×]+", old) if p]
    if len(parts) > 1 and all(len(p) > 1 and lexicon.knows(p) for p in parts):
        return ""
    # A letter in the middle of a word that no letter but a mark can be read as is nearly proof.
    odd = any(not c.isalpha() for c in old)
    mixed = old[1:] != old[1:].lower() and not old.isupper()
    return "safe" if frequency(lexicon, new) >= _SURE and (odd or mixed) and len(new) > 3 else "unsafe"
