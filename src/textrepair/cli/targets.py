"""What a call is about to write, held against what it reads: no input may be lost, and no report to another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..corpora.streams import is_device
from ..errors import UsageError
from ..run.discover import STDIN
from ..run.job import CLEANED, OUTPUTS
from .given import Given


def check_targets(given: Given, inputs: Iterable[Path], baseline: Path | None, out: Path | None) -> None:
    """Raise `UsageError` for a file that would be written over an input, over another output, or into a folder.

    `baseline` is given if it is to be written, `out` if there is an output folder.
    """
    read = {path.resolve() for path in inputs}
    taken = {(out / name).resolve(): f"what fix writes into {out}" for name in OUTPUTS} if out else {}
    if out and any((out / name).resolve() in {path, *path.parents} for path in read for name in OUTPUTS):
        raise UsageError(f"{out}: what stands there is an input and would be lost", "name another folder with -o")
    for option, path in _files(given, baseline):
        real = path.resolve()
        if str(path) == STDIN:
            raise UsageError(f"{option}: - is no file", "name one, or /dev/stdout")
        if path.is_dir():
            raise UsageError(f"{option}: {path} is a folder", "name a file")
        if real in read:
            raise UsageError(f"{option}: {path} is an input, which is never written to", "name another file")
        if real in taken or (out and (out / CLEANED).resolve() in real.parents):
            raise UsageError(f"{option}: {path} is {taken.get(real, 'in the cleaned corpus')} too", "name another file")
        if not is_device(path):
            taken[real] = "that of another report"


def _files(given: Given, baseline: Path | None) -> Iterator[tuple[str, Path]]:
    if baseline:
        yield "--baseline", baseline
    for name, path in given.report:
        yield f"--report {name}", path
