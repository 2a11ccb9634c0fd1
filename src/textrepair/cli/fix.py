"""`textrepair fix`: write the cleaned corpus and the diff report."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, BinaryIO, cast

import click

from ..corpora.streams import open_output
from ..errors import CorpusError, UsageError
from ..reports import Findings, render
from ..run import Job, Summary
from ..run.discover import STDIN
from ..run.folder import output_folder
from ..run.job import CLEANED, DEFECTS, DIFF, EDITS, REPORT, SUMMARY
from .closing import close
from .diff import print_diff
from .given import Given
from .listing import by_family, list_defects, write_reports
from .options import common
from .session import Session, nothing_to_do

OUT = Path("textrepair-out")


@click.command(short_help="Write the cleaned corpus and the diff report.")
@common
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="DIR", help=f"Folder for the results. Default: {OUT}."
)
@click.option("--in-place", is_flag=True, help="Rewrite the files themselves; no report is written.")
@click.option("--diff", is_flag=True, help="Print the changes and write nothing. Exit 1 if there are any.")
@click.option("--exit-non-zero-on-fix", is_flag=True, help="Exit 1 if anything was repaired.")
def fix(**options: Any) -> int:
    """Repair PATHS (files, folders, `-` for stdin to stdout; default: the current folder).

    No input is touched: the cleaned corpus, the journal of all edits, the diff and a report come into a folder.
    """
    given = Given(**options)
    _check_modes(given)
    direct = STDIN in given.paths or given.in_place or given.diff
    session = Session.begin("fix", given, None if direct else given.output or OUT)
    if nothing_to_do(session):
        return 0
    if direct:
        import tempfile

        with tempfile.TemporaryDirectory(prefix="textrepair-") as work:
            return _direct(session, Path(work))
    return _into_folder(session, given.output or OUT)


def _check_modes(given: Given) -> None:
    modes = [name for name, on in (("-o", given.output), ("--in-place", given.in_place), ("--diff", given.diff)) if on]
    if len(modes) > 1:
        raise UsageError(f"{' and '.join(modes)} exclude each other", "choose one")
    if STDIN in given.paths and (len(given.paths) > 1 or given.in_place or given.output):
        raise UsageError("- goes to stdout: it stands alone, without -o and --in-place", "name a file for them")


def _direct(session: Session, work: Path) -> int:
    """In place, as a diff, or from stdin to stdout."""
    given = session.given
    job = Job(work=work, wanted=frozenset((DIFF,) if given.diff else ()), in_place=given.in_place, jobs=given.jobs)
    filtering = STDIN in given.paths and not given.diff
    summary = session.run(job, _stdout(session) if filtering else None)
    findings = session.findings(job, summary)
    if given.diff:
        print_diff(work / DIFF, session.terminal.style())
    listed = findings if given.diff or filtering else list_defects(session, findings)
    write_reports(session, findings)
    return close(session, listed, changes=_changes(session, summary))


def _stdout(session: Session) -> BinaryIO:
    if session.given.output_format or session.given.statistics:
        raise UsageError("stdout carries the repaired text", "use --report FORMAT:PATH for a list of the defects")
    return cast(BinaryIO, _Stdout())


class _Stdout:
    """stdout, with its own name in errors: the run would take them for those of its files."""

    def write(self, raw: bytes) -> int:
        try:
            return sys.stdout.buffer.write(raw)
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CorpusError(f"stdout cannot be written: {error.strerror}", "is the disc full?") from error


def _into_folder(session: Session, out: Path) -> int:
    given = session.given
    with output_folder(out) as work:
        job = Job(work=work, wanted=frozenset((CLEANED, EDITS, DIFF)), jobs=given.jobs)
        summary = session.run(job)
        findings = session.findings(job, summary)
        _write_outputs(work, Findings(job.spool, summary, "fix", rules=session.rules), summary)
        listed = list_defects(session, findings, None)
        write_reports(session, findings)
    say = session.terminal.say
    if summary.total():
        say(by_family(summary))
    say(f"Cleaned corpus: {out / CLEANED}   journal: {out / EDITS}   diff: {out / DIFF}\nReport: {out / REPORT}")
    return close(session, listed, changes=_changes(session, summary))


def _write_outputs(work: Path, findings: Findings, summary: Summary) -> None:
    """What is made from the spool and the counts; journal, diff and corpus are there already."""
    with open_output(work / DEFECTS) as lines:
        render("jsonl", findings, lines)
    with open_output(work / REPORT) as page:
        render("html", findings, page)
    with open_output(work / SUMMARY) as counts:
        counts.write(
            json.dumps(summary.as_dict(), indent=2, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        )


def _changes(session: Session, summary: Summary) -> list[str]:
    if not summary.edits:
        return []
    number = f"{summary.edits:,} {'edit' if summary.edits == 1 else 'edits'}"
    if session.given.diff:
        return [f"the diff shows {number}"]
    return [f"{number} made (--exit-non-zero-on-fix)"] if session.given.exit_non_zero_on_fix else []
