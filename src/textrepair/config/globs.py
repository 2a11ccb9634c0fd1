"""Globs as `.gitignore` understands them: `*.txt` at any depth, `data/raw/**` from the configuration file on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


_BYTES = re.compile("[\udc80-\udcff]")


def spec_of(lines: Iterable[str]) -> GitIgnoreSpec:
    """The patterns of a `.gitignore`, or of one of our keys."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(map(encodable, lines))


def encodable(name: str) -> str:
    """A name or a pattern as the matcher takes it: bytes that are no UTF-8 become characters that nobody uses."""
    if name.isascii():
        return name
    whole = name.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    return _BYTES.sub(lambda m: chr(ord(m[0]) - 0xDC80 + 0xF780), whole)


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    return spec_of(patterns)


def fits(patterns: Sequence[str], path: str, *, folder: bool = False) -> bool:
    """Whether one of the patterns names the path (POSIX, relative), or a folder above it."""
    return bool(patterns) and _spec(tuple(patterns)).match_file(encodable(path + "/" if folder else path))


def relative(path: Path, root: Path) -> str:
    """The path as the globs of a configuration in `root` see it."""
    whole, base = path.absolute(), root.absolute()
    return (whole.relative_to(base) if whole.is_relative_to(base) else PurePath(path.name)).as_posix()
