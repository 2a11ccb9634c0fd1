"""The derived tables of a language on disk: built once, read many times."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..caching import cache_folder, store
from . import resident

_FORMAT = 5


def read(language: str, part: str) -> bytes:
    """The bytes of one part of a language's tables, built if they are not there."""
    return bytes(mapped(language, part))


def mapped(language: str, part: str) -> memoryview:
    """The same, mapped into memory: nothing is read but what is looked at."""
    for _ in range(2):
        there = at(path(language, part))
        if there is not None and _sizes(language).get(part) == there.nbytes:
            _built.cache_clear()
            return there
        found = _built(language)
    return memoryview(found[part])


def at(path: Path) -> memoryview | None:
    """A stored file, mapped into memory; None if it is not there or empty, as of a language without words."""
    try:
        return resident.mapped(path)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=2)
def _built(language: str) -> dict[str, bytes]:
    from . import build, spelling, writer

    written, frequent = writer.Writer(), dict[str, float]()
    for zipf, words in build.by_frequency(language):
        written.add(zipf, words)
        if len(frequent) < spelling.WORDS:
            frequent.update((word, zipf) for word in words if word.isalpha())
    letters = spelling.trained(frequent)  # first: it is done with before the others take their room
    parts = {"table": written.table(), "words": written.words(), "letters": letters}
    if parts["table"]:
        for part, data in parts.items():
            store(path(language, part), data)
        store(path(language, "sizes"), "\n".join(f"{part} {len(parts[part])}" for part in parts).encode())
    return parts


def _sizes(language: str) -> dict[str, int]:
    """How large each part is. Written last: what was cut short when a disk was full or a machine fell is no table."""
    try:
        entries = (line.split() for line in path(language, "sizes").read_text("ascii").splitlines())
        return {part: int(size) for part, size in entries}
    except (OSError, ValueError):
        return {}


def path(language: str, part: str) -> Path:
    """Where a part of a language's tables is stored."""
    return cache_folder() / f"lexicon-{_FORMAT}-{language}.{part}"
