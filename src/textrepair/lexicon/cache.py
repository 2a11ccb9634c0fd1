"""The derived tables of a language on disk: built once, read many times."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .. import apart
from ..caching import cache_folder, store
from . import resident

_FORMAT = 5
_PARTS = ("table", "words", "letters")


def read(language: str, part: str) -> bytes:
    """The bytes of one part of a language's tables, built if they are not there."""
    return bytes(mapped(language, part))


def mapped(language: str, part: str) -> memoryview:
    """The same, mapped into memory: nothing is read but what is looked at."""
    there = _mapped(language, part)
    if there is None and has_list(language):
        apart.made(language)
        there = _mapped(language, part)
    if there is None:  # nothing to make, or no other process to make it
        found = _built(language)
        there = _mapped(language, part)
        if there is None:
            return memoryview(found[part])
        _built.cache_clear()
    return there


@lru_cache(maxsize=64)
def has_list(language: str) -> bool:
    """Whether there is anything to make tables of."""
    from .source import list_of

    return list_of(language) is not None


def make(language: str) -> None:
    """Store the tables of a language, if they are not there."""
    if any(_mapped(language, part) is None for part in _PARTS):
        _built(language)
        _built.cache_clear()


def _mapped(language: str, part: str) -> memoryview | None:
    there = at(path(language, part))
    return there if there is not None and _sizes(language).get(part) == there.nbytes else None


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
    parts = dict(zip(_PARTS, (written.table(), written.words(), letters), strict=True))
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
