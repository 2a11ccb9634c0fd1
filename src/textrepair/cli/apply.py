"""`textrepair apply`: replay a reviewed journal, or undo it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..corpora.streams import Write, copied_if_same, rewritten
from ..errors import UsageError
from ..run.journal import Entry, Journal
from ..run.replay import Replay
from .terminal import Terminal


@click.command(short_help="Replay a reviewed journal, or undo it.")
@click.argument("journal", type=click.Path(path_type=Path), metavar="EDITS.jsonl")
@click.option(
    "--root", type=click.Path(path_type=Path), metavar="DIR", help="Folder with the files. Default: the current folder."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help="Folder for the results.")
@click.option("--in-place", is_flag=True, help="Rewrite the files themselves.")
@click.option("--reverse", is_flag=True, help="Undo the edits, byte for byte.")
@click.option("-q", "--quiet", is_flag=True, help="Errors only.")
def apply(journal: Path, root: Path | None, output: Path | None, in_place: bool, reverse: bool, quiet: bool) -> int:
    """Make the edits of a journal of `textrepair fix`, for example after a review that removed some of its lines.

    With --root all files of that folder come into the output folder, edited or not. An edit whose `before` is not there
    is stale: it is named and skipped, and the exit code is 1.
    """
    if bool(output) == in_place:
        raise UsageError("apply needs either -o DIR or --in-place", "for example -o restored")
    base = root or Path()
    if not base.is_dir():
        raise UsageError(f"{base}: no such folder", "check --root")
    if output and output.resolve() == base.resolve():
        raise UsageError(
            f"{output} is where the files are, which are not written to", "say --in-place, or name another"
        )
    read = Journal(journal)
    for name in read.files:
        if not (base / name).is_file():
            raise UsageError(
                f"{base / name}: no such file, but the journal has edits of it",
                "name the folder of its paths with --root",
            )
    terminal = Terminal(quiet=quiet)
    stale, applied = [], 0
    for name in read.files:
        with _output(base / name, output / name if output else None) as write:
            replay = Replay(base / name, list(read.entries(name)), reverse, write)
            replay.run()
        stale += replay.stale
        applied += replay.applied
    copied = _copy_rest(base, output, set(read.files)) if root and output else 0
    return _close(terminal, stale, applied, len(read.files), copied, "undone" if reverse else "made")


@contextmanager
def _output(path: Path, target: Path | None) -> Iterator[Write]:
    with copied_if_same(path, target) if target else rewritten(path) as write:
        yield write


def _copy_rest(root: Path, output: Path, done: set[str]) -> int:
    """The files that the journal does not speak of, so that the result is the whole corpus."""
    barred, number = output.resolve(), 0
    for folder, names, files in os.walk(root):
        names[:] = sorted(n for n in names if Path(folder, n).resolve() != barred)
        for file in sorted(files):
            path = Path(folder, file)
            name = path.relative_to(root)
            if name.as_posix() not in done:
                (output / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, output / name)
                number += 1
    return number


def _close(terminal: Terminal, stale: list[Entry], applied: int, files: int, copied: int, verb: str) -> int:
    for e in stale:
        terminal.insist(f"stale: {e.named()}: {e.before!r} -> {e.after!r} does not fit what stands there")
    rest = f", {copied:,} other files copied" if copied else ""
    edits, where = "edit" if applied == 1 else "edits", "file" if files == 1 else "files"
    terminal.say(f"{applied:,} {edits} {verb} in {files:,} {where}{rest}.")
    if stale:
        terminal.insist(
            f"textrepair: exit 1: {len(stale):,} stale {'edit was' if len(stale) == 1 else 'edits were'} skipped"
        )
        return 1
    terminal.say("textrepair: exit 0: every edit fitted")
    return 0
