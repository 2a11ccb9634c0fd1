"""What takes long to work out and is the same in every run: plain data by key, in a file of the user's cache folder.

It counts for the very versions that made it. A file that is damaged, or that can't be written, is as none.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Generic, TypeVar

from .caching import cache_folder, store_one_of
from .digest import blake2b

#: Beyond so many entries those that this process has not asked for are forgotten: rules come and go.
_MOST = 4096
_CHECKSUM = 32

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Values by key; those of other runs are read when the first is asked for.

    `versions`: of all that has a say in them, beside Python and the machine.
    """

    def __init__(self, name: str, versions: Callable[[], str]) -> None:
        self._name, self._versions = name, versions
        self._there: dict[Key, Value] | None = None
        self._asked: dict[Key, Value] = {}
        self._is_new = False
        _ALL.append(self)

    def get(self, key: Key) -> Value | None:
        """What this run or another one has left."""
        if key not in self._asked:
            found = self._stored().get(key)
            if found is None:
                return None
            self._asked[key] = found
        return self._asked[key]

    def put(self, key: Key, value: Value) -> None:
        """Leave something for others: a value that `marshal` can write."""
        self._asked[key] = value
        self._is_new = True

    def keep(self) -> None:
        """Let other runs have what this one had to make. A cache that can't be written is no error."""
        if not self._is_new:
            return
        self._is_new = False
        both = self._stored() | self._asked
        data = marshal.dumps(both if len(both) <= _MOST else self._asked)
        store_one_of(self._path(), _checksum(data) + data)

    def _stored(self) -> dict[Key, Value]:
        if self._there is None:
            self._there = _read(self._path())
        return self._there

    def _path(self) -> Path:
        """A file for these versions, on machines of this kind."""
        kind = f"{self._versions()} {sys.version} {sys.platform} {sys.byteorder} {sys.maxsize}"
        return cache_folder() / f"{self._name}-{blake2b(kind.encode(), digest_size=8).hexdigest()}"


_ALL: list[Kept] = []  # type: ignore[type-arg]


def keep() -> None:
    """At the end of a run: all that was made in it is there for others."""
    for one in _ALL:
        one.keep()


def _read(path: Path) -> dict[Key, Value]:
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    checksum, body = data[:_CHECKSUM], data[_CHECKSUM:]
    found: dict[Key, Value] = marshal.loads(body) if checksum == _checksum(body) else {}
    return found


def _checksum(data: bytes) -> bytes:
    return blake2b(data, digest_size=_CHECKSUM).digest()
