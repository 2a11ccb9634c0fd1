"""The catalogue as read last time, in the user's cache folder, so that no YAML is parsed to start.

An entry is used only if every rule file has the name, size and time it had, the code that read them is the same, and
the checksum holds. Anything else, and any error, means reading the YAML again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from .. import __version__, plugins
from ..caching import cache_folder, store_one_of
from ..digest import blake2b
from . import own, stored
from .rule import Rule

_FORMAT = 3
#: A file changed this recently (seconds) may change again without a new time stamp: too early to remember it.
_FRESH = 2.0


class Entry:
    """The cache entry for some rule files, shown under `names`."""

    def __init__(self, files: Sequence[Path], shown: Sequence[str] = ()) -> None:
        stamps, self._newest = _stamps(map(str, files))
        parts = (_FORMAT, __version__, sorted(plugins.installed().items()), stamps, list(shown), own.stamps())
        self.stamp = blake2b(repr(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        names = "\0".join(map(str, files))
        name = blake2b(names.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        self._path = cache_folder() / f"catalogue-{name}.json"

    @property
    def lasting(self) -> bool:
        """Whether another stamp is certain once a file changes."""
        return time.time() - self._newest >= _FRESH

    def read(self) -> list[Rule] | None:
        """The rules, or None where they must be read from YAML."""
        try:
            checksum, stamp, data = self._path.read_bytes().split(b"\n", 2)
            if checksum == _checksum(stamp, data) and stamp == self.stamp.encode():
                return stored.read(data)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            pass
        return None

    def write(self, rules: Iterable[Rule]) -> None:
        """Remember the rules. A cache that can't be written is no error."""
        if not self.lasting:
            return
        try:
            data = stored.written(rules)
        except TypeError:
            return
        stamp = self.stamp.encode()
        store_one_of(self._path, b"\n".join((_checksum(stamp, data), stamp, data)))


def _stamps(files: Iterable[str]) -> tuple[list[own.Stamp], float]:
    """Name, size and time of each file, and the newest time in seconds."""
    stamps, newest = [], 0.0
    for file in files:
        stat = os.stat(file)
        stamps.append((file, stat.st_size, stat.st_mtime_ns))
        newest = max(newest, stat.st_mtime, stat.st_ctime)
    return stamps, newest


def _checksum(*parts: bytes) -> bytes:
    return blake2b(b"\n".join(parts), digest_size=32).hexdigest().encode()
