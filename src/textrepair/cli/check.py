"""`textrepair check`: report, and never write to an input."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import click

from .. import baseline as baselines
from ..errors import UsageError
from ..run import Job
from .closing import close
from .given import Given
from .listing import list_defects, write_reports
from .options import common
from .session import BASELINE, Session, nothing_to_do


@click.command(short_help="Report defects; never writes to an input.")
@common
@click.option(
    "--write-baseline",
    is_flag=True,
    help=f"Write the defects to the baseline file (default: {BASELINE}); they no longer count.",
)
def check(**options: Any) -> int:
    """Report the defects in PATHS (files, folders, `-` for stdin; default: the current folder).

    Nothing is ever written to an input. Exit 1: defects remain or the gate does not hold.
    """
    given = Given(**options)
    if given.write_baseline and (given.report or given.statistics or given.output_format):
        raise UsageError(
            "--write-baseline lists nothing and writes no report", "make the reports in a call of their own"
        )
    session = Session.begin("check", given)
    if nothing_to_do(session):
        return 0
    with tempfile.TemporaryDirectory(prefix="textrepair-") as work:
        job = Job(work=Path(work), dry=True, jobs=session.given.jobs)
        summary = session.run(job)
        findings = session.findings(job, summary)
        if session.given.write_baseline:
            path = Path(session.config["baseline"] or BASELINE)
            number = baselines.write(path, findings.rows())
            session.terminal.say(f"textrepair: exit 0: {number:,} defects are known from now on: {path}")
            return 0
        listed = list_defects(session, findings)
        write_reports(session, findings)
        return close(session, listed)
