"""Globs as `.gitignore` understands them: `*.txt` at any depth, `data/raw/**` from the configuration file on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@lru_cache(maxsize=256)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def fits(patterns: Sequence[str], path: str, *, folder: bool = False) -> bool:
    """Whether one of the patterns names the path (POSIX, relative), or a folder above it."""
    return bool(patterns) and _spec(tuple(patterns)).match_file(path + "/" if folder else path)


def relative(path: Path, root: Path) -> str:
    """The path as the globs of a configuration in `root` see it."""
    whole, base = path.absolute(), root.absolute()
    return (whole.relative_to(base) if whole.is_relative_to(base) else PurePath(path.name)).as_posix()
