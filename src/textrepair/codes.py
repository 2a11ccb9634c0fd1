"""Patterns of the module `regex`, compiled, from run to run: to read one's code takes a fiftieth of compiling it anew.

What is kept is what pickling a pattern gives, plain data; as bytes, for as numbers it takes six times the room.
"""

from __future__ import annotations

import copyreg
import marshal
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from .kept import Kept

_Code = tuple[Any, ...]


#: Raise it with every change of how codes are written.
_FORMAT = 2


def _versions() -> str:
    import regex

    return f"{_FORMAT} {regex.__version__}"


_CODES: Kept[tuple[str, int], bytes] = Kept("patterns", _versions)


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
        _CODES.put(key, marshal.dumps(_reduced(found)[1]))
        return found
    return make(*marshal.loads(code))


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
