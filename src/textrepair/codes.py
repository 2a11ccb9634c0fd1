"""Patterns of the module `regex`, compiled, from run to run: to read one's code takes a fiftieth of compiling it anew.

What is kept is what pickling a pattern gives, plain data.
"""

from __future__ import annotations

import copyreg
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from .kept import Kept

_Code = tuple[Any, ...]


def _version() -> str:
    import regex

    return str(regex.__version__)


_CODES: Kept[tuple[str, int], _Code] = Kept("patterns", _version)


def compiled(pattern: str, flags: int = 0) -> Any:
    """As `regex.compile`."""
    import regex

    make = _maker()
    if make is None:
        return regex.compile(pattern, flags)
    key = (pattern, int(flags))
    code = _CODES.get(key)
    if code is None:
        found = regex.compile(pattern, flags)
        _CODES.put(key, _reduced(found)[1])
        return found
    return make(*code)


@lru_cache(maxsize=1)
def _maker() -> Callable[..., Any] | None:
    """What makes a pattern of its code; None for a `regex` that can't be pickled."""
    import regex

    if regex.Pattern not in copyreg.dispatch_table:
        return None
    return _reduced(regex.compile(""))[0]


def _reduced(pattern: Any) -> tuple[Callable[..., Any], _Code]:
    """The function that makes a pattern of its code, and the code, as `regex` has registered them for pickling."""
    reduced: Any = copyreg.dispatch_table[type(pattern)](pattern)
    return reduced[0], reduced[1]
