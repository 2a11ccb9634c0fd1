"""The derived tables of a language on disk: built once, read many times."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from . import resident

_FORMAT = 5
_PARTS = ("table", "words", "letters")


def cache_folder() -> Path:
    """Where derived tables live: `TEXTREPAIR_CACHE`, or the platform's cache folder."""
    wanted = os.environ.get("TEXTREPAIR_CACHE")
    if not wanted:
        import platformdirs

        wanted = platformdirs.user_cache_dir("textrepair", False)
    return Path(wanted)


def read(language: str, part: str) -> bytes:
    """The bytes of one part of a language's tables, built if they are not there."""
    try:
        return path(language, part).read_bytes()
    except OSError:
        return _built(language)[part]


def mapped(language: str, part: str) -> memoryview:
    """The same, mapped into memory: nothing is read but what is looked at."""
    for _ in range(2):
        there = at(path(language, part))
        if there is not None:
            return there
        found = memoryview(read(language, part))
    return found


def at(path: Path) -> memoryview | None:
    """A stored file, mapped into memory; None if it is not there or empty, as of a language without words."""
    try:
        return resident.mapped(path)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=2)
def _built(language: str) -> dict[str, bytes]:
    from . import build, spelling, table

    zipfs = build.frequencies(language)
    parts = {"table": table.written(zipfs), "words": table.listed(zipfs), "letters": spelling.trained(zipfs)}
    for part in _PARTS:
        store(path(language, part), parts[part])
    return parts


def path(language: str, part: str) -> Path:
    """Where a part of a language's tables is stored."""
    return cache_folder() / f"lexicon-{_FORMAT}-{language}.{part}"


def store(path: Path, data: bytes) -> None:
    """Write a file at once or not at all."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:  # a read-only home: work on without a cache
        temporary.unlink(missing_ok=True)
