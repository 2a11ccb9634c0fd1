"""The output folder of `fix`: everything is made aside and comes into place when all of it is there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CorpusError, UsageError
from .job import DEFECTS, EDITS, OUTPUTS, SUMMARY

_ASIDE = ".textrepair-tmp"


@contextmanager
def output_folder(out: Path) -> Iterator[Path]:
    """A folder to work in; at the end its outputs replace those of an earlier run in `out`, and not if interrupted."""
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is no folder", "name another one with -o")
    there = [name for name in OUTPUTS if (out / name).exists()]
    if there and not all((out / name).is_file() for name in (EDITS, DEFECTS, SUMMARY)):
        raise UsageError(f"{out / there[0]} is there and not from textrepair", "name another folder with -o")
    new = not out.exists()
    work = out / _ASIDE
    try:
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        yield work
        for name in OUTPUTS:
            _replace(work / name, out / name)
        new = False
    except OSError as error:
        raise CorpusError(f"{out}: cannot be written: {error.strerror or error}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
        if new and out.is_dir() and not any(out.iterdir()):
            out.rmdir()


def _replace(made: Path, place: Path) -> None:
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    if made.exists():
        made.replace(place)
