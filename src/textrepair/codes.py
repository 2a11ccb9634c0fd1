"""Patterns of the module `regex`, compiled, from run to run: to read one's code takes a fiftieth of compiling it anew.

What is kept is what pickling a pattern gives, plain data, in the user's cache folder. It counts for the very versions
of `regex` and Python that made it.
"""

from __future__ import annotations

import copyreg
import marshal
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from .caching import cache_folder, store_one_of
from .digest import blake2b

#: Beyond so many patterns those that this process has not asked for are forgotten: rules come and go.
_MOST = 4096

_CHECKSUM = 32

_Key = tuple[str, int]
_Code = tuple[Any, ...]
_asked: dict[_Key, _Code] = {}
_new: set[_Key] = set()


def compiled(pattern: str, flags: int = 0) -> Any:
    """As `regex.compile`."""
    import regex

    make = _maker()
    if make is None:
        return regex.compile(pattern, flags)
    key = (pattern, int(flags))
    code = _kept().get(key)
    if code is None:
        found = regex.compile(pattern, flags)
        _new.add(key)
        _asked[key] = _reduced(found)[1]
        return found
    _asked[key] = code
    return make(*code)


def keep() -> None:
    """Let other runs have the patterns that this process had to compile. A cache that can't be written is no error."""
    if not _new:
        return
    _new.clear()
    kept = _kept() | _asked
    data = marshal.dumps(kept if len(kept) <= _MOST else _asked)
    store_one_of(_path(), _checksum(data) + data)


@lru_cache(maxsize=1)
def _kept() -> dict[_Key, _Code]:
    """The codes that other runs have left."""
    try:
        data = _path().read_bytes()
    except OSError:
        return {}
    checksum, body = data[:_CHECKSUM], data[_CHECKSUM:]
    found: dict[_Key, _Code] = marshal.loads(body) if checksum == _checksum(body) else {}
    return found


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


@lru_cache(maxsize=1)
def _path() -> Path:
    """A file for these versions, on machines of this kind."""
    import regex

    kind = f"{regex.__version__} {sys.version} {sys.platform} {sys.byteorder} {sys.maxsize}"
    return cache_folder() / f"patterns-{blake2b(kind.encode(), digest_size=8).hexdigest()}"


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECKSUM).digest()
