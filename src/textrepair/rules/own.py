"""The files of the package itself on which it depends how rules are read and called."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache

Stamp = tuple[str, int, int]

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_PARTS = ("checkers", "patterns", "rules")


def code() -> list[os.DirEntry[str]]:
    """Python files of the parts that read rules, sorted by path."""
    found = [entry for part in _PARTS for entry in _below(os.path.join(_PACKAGE, part))]
    found += [entry for entry in os.scandir(_PACKAGE) if entry.name == "plans.py"]
    return sorted(found, key=lambda entry: entry.path)


@lru_cache(maxsize=1)
def stamps() -> tuple[Stamp, ...]:
    """Path, size and time of each, as this process first saw them: by then they are loaded."""
    return tuple((e.path, (s := e.stat()).st_size, s.st_mtime_ns) for e in code())


def names() -> dict[str, str]:
    """Paths by names that are the same wherever the package is installed."""
    return {os.path.relpath(e.path, _PACKAGE).replace(os.sep, "/"): e.path for e in code()}


def _below(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry
            elif entry.name != "__pycache__" and entry.is_dir():
                yield from _below(entry.path)
