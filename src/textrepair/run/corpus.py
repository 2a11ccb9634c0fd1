"""All files of a run, one after the other, and the parts that come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import BinaryIO

from ..corpora.streams import Write, copied_if_same, open_output, rewritten
from .job import CLEANED, DIFF, EDITS, Job
from .source import Source
from .summary import Summary
from .worker import FileRun, Sinks, repairer_for


def run(
    sources: Sequence[Source],
    job: Job,
    *,
    stdout: BinaryIO | None = None,
    progress: Callable[[int], object] | None = None,
) -> Summary:
    """Run all sources through the engine. Defects, edits and diff are in order of path, record and place.

    `stdout` takes the cleaned text of standard input; `progress` is told how many bytes of input were done.
    """
    summary = Summary()
    with ExitStack() as stack:
        sinks = Sinks(defects=stack.enter_context(open_output(job.spool)), progress=progress, dry=job.dry)
        if EDITS in job.wanted:
            sinks.edits = stack.enter_context(open_output(job.work / EDITS))
        if DIFF in job.wanted:
            sinks.diff = stack.enter_context(open_output(job.work / DIFF))
        for source in sources:
            summary.merge(_one(source, job, sinks, stdout))
    return summary


def _one(source: Source, job: Job, sinks: Sinks, stdout: BinaryIO | None) -> Summary:
    repairer = repairer_for(source.profile.settings)
    with ExitStack() as stack:
        cleaned: Write | None = None
        if source.path is None:
            cleaned = _to(stdout) if stdout else None
        elif job.in_place:
            cleaned = stack.enter_context(rewritten(source.path))
        elif CLEANED in job.wanted:
            cleaned = stack.enter_context(copied_if_same(source.path, job.work / CLEANED / source.shown))
        parts = replace(sinks, cleaned=cleaned)
        return FileRun(source, repairer, parts).run()


def _to(stdout: BinaryIO) -> Write:
    return lambda raw, _: stdout.write(raw)
