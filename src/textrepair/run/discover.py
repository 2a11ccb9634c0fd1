"""Arguments -> files: folders are walked, names are made relative to the current folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Protocol

from ..corpora.streams import PARQUET, open_input
from ..errors import CorpusError, UsageError
from .job import DEFECTS, EDITS, OUTPUTS, SUMMARY
from .source import Profile, Source

STDIN = "-"
BINARY = "binary"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Policy(Protocol):
    """What the configuration says about single files."""

    def enters(self, folder: Path) -> bool:
        """Whether to look into a folder."""

    def takes(self, path: Path, *, named: bool) -> bool:
        """Whether to look at a file; `named`: it is an argument itself."""

    def profile(self, path: Path | None) -> Profile:
        """How a file is read and judged."""


@dataclass(slots=True)
class Found:
    """The files to look at, sorted by name, each once; and those named ones that were left out, with the reason."""

    sources: list[Source] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    binary: int = 0


def discover(arguments: Iterable[str | Path], policy: Policy, *, skip: Path | None = None) -> Found:
    """The files behind the arguments. Raises `UsageError` for a missing path. `skip` is a folder not to enter."""
    here = Path.cwd()
    found = Found()
    seen: set[Path] = set()
    for argument in arguments:
        if str(argument) == STDIN:
            profile = policy.profile(None)
            _check_format(None, profile.input_format)
            found.sources.append(Source("<stdin>", None, profile))
            continue
        given = Path(argument)
        if not given.exists():
            raise UsageError(f"{argument}: no such file or folder", "check the path; a missing input is never skipped")
        named = not given.is_dir()
        for path in [given] if named else _walk(given, policy, skip):
            if (real := path.resolve()) in seen:
                continue
            seen.add(real)
            _consider(found, path, _shown(path, given, here), policy, named)
    found.sources.sort()
    return found


def _consider(found: Found, path: Path, shown: str, policy: Policy, named: bool) -> None:
    if not policy.takes(path, named=named):
        if named:
            found.left_out.append((shown, "excluded"))
        return
    if not path.is_file():
        if named:
            found.left_out.append((shown, "no regular file"))
        return
    profile = policy.profile(path)
    _check_format(path, profile.input_format)
    if path.suffix.lower() != PARQUET and (kind := _no_text(path)):
        found.binary += kind == BINARY
        if named or kind != BINARY:
            found.left_out.append((shown, kind))
        return
    found.sources.append(Source(shown, path, profile))


def _check_format(path: Path | None, wanted: str) -> None:
    """Parquet is told by its suffix, as compression is: nothing else can be read as it, or it as something else."""
    parquet = path is not None and path.suffix.lower() == PARQUET
    if wanted != "auto" and (wanted == "parquet") != parquet:
        what = "files that end in .parquet are" if parquet else "only files that end in .parquet are"
        raise UsageError(f"{path or STDIN} can't be read as {wanted}", f"{what} Parquet, whatever --input-format says")


def _walk(top: Path, policy: Policy, skip: Path | None) -> Iterator[Path]:
    """Files below a folder; names that begin with a dot are left out, links to folders are not followed."""
    barred = skip.resolve() if skip else None
    for folder, names, files in os.walk(top, onerror=_unreadable):
        at = Path(folder)
        made = OUTPUTS if at.resolve() == barred else ()  # the results may lie beside the inputs
        names[:] = [
            n
            for n in names
            if n not in made and not n.startswith(".") and policy.enters(at / n) and not _is_output(at / n, barred)
        ]
        yield from (at / f for f in files if f not in made and not f.startswith("."))


def _unreadable(error: OSError) -> None:
    """A folder that can't be looked into is no empty one."""
    raise CorpusError(f"{error.filename}: {error.strerror}", "exclude the folder, or change its permissions") from error


def _is_output(folder: Path, barred: Path | None) -> bool:
    """Whether a folder is where `fix` writes, or wrote: what it holds was looked at before."""
    with suppress(PermissionError):  # the walk will say so
        return folder.resolve() == barred or all((folder / name).is_file() for name in (EDITS, DEFECTS, SUMMARY))
    return False


def _no_text(path: Path) -> str:
    """What a file is if its first bytes look like no text in UTF-8: many control characters. A few are a defect."""
    try:
        with open_input(path) as stream:
            sample = stream.read(8192)
    except CorpusError:
        return ""  # reading it will say why
    if (sample.startswith(_UTF16) and 0 in sample) or _every_other_is_null(sample):
        return "UTF-16: convert it to UTF-8, for example with iconv"
    controls = sum(b < 9 or 13 < b < 27 or 27 < b < 32 for b in sample)
    return BINARY if controls > 16 and controls * 50 > len(sample) else ""


def _every_other_is_null(sample: bytes) -> bool:
    """Western text in UTF-16 without its mark."""
    nulls = [sample[n::2].count(0) * 10 for n in (0, 1)]
    return len(sample) > 16 and max(nulls) > 4 * len(sample) and min(nulls) * 20 < len(sample)


def _shown(path: Path, argument: Path, here: Path) -> str:
    """Relative to the current folder; of a path outside it, only the part from the named argument on."""
    whole = Path(os.path.abspath(path))
    if whole.is_relative_to(here):
        return whole.relative_to(here).as_posix()
    base = Path(os.path.abspath(argument))
    return (PurePath(base.name) / whole.relative_to(base)).as_posix()
