"""Arguments -> files: folders are walked, names are made relative to the current folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from ..errors import UsageError


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file to read. `shown` is its name in reports, journal, diff and `cleaned/`: relative, with `/`."""

    shown: str
    path: Path


def discover(arguments: Iterable[str | Path], cwd: Path | None = None) -> list[Source]:
    """The files behind the arguments, sorted by name, each once. Raises `UsageError` for a path that is not there."""
    here = (cwd or Path.cwd()).resolve()
    found: dict[Path, Source] = {}
    for argument in map(Path, arguments):
        if not argument.exists():
            raise UsageError(f"{argument}: no such file or folder", "check the path; a missing input is never skipped")
        for path in _files(argument):
            real = path.resolve()
            found.setdefault(real, Source(_shown(path, argument, here), path))
    return sorted(found.values())


def _files(argument: Path) -> Iterator[Path]:
    if not argument.is_dir():
        yield argument
        return
    for folder, names, files in os.walk(argument):
        names[:] = sorted(n for n in names if not n.startswith("."))
        yield from (Path(folder, f) for f in sorted(files) if not f.startswith("."))


def _shown(path: Path, argument: Path, here: Path) -> str:
    """Relative to the current folder; of a path outside it, only the part from the named argument on."""
    whole = Path(os.path.abspath(path))
    if whole.is_relative_to(here):
        return whole.relative_to(here).as_posix()
    base = Path(os.path.abspath(argument))
    return (PurePath(base.name) / whole.relative_to(base)).as_posix()
