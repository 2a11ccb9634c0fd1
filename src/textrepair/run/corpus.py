"""All files of a run, one after the other, and the folder that comes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from ..corpora.streams import open_output
from ..repairer import Repairer
from .discover import Source
from .job import Job
from .summary import Summary
from .worker import FileRun, Sinks


@dataclass(slots=True)
class Outcome:
    """The counts of a run, and the file that holds its defects as lines of JSON."""

    summary: Summary = field(default_factory=Summary)
    defects: Path | None = None


def run(sources: Sequence[Source], repairer: Repairer, job: Job, *, defects: Path, progress: Callable[[Source], None] | None = None) -> Outcome:
    """Run all sources through the engine. `defects` is where their defects are written, one a line, in order."""
    outcome = Outcome(defects=defects)
    with ExitStack() as stack:
        sinks = Sinks(defects=stack.enter_context(open_output(defects)))
        if job.out:
            sinks.edits = stack.enter_context(open_output(job.out / "edits.jsonl"))
            sinks.diff = stack.enter_context(open_output(job.out / "changes.diff"))
        for source in sources:
            if progress:
                progress(source)
            outcome.summary.merge(_one(source, repairer, job, sinks))
    if job.out:
        text = json.dumps(outcome.summary.as_dict(), indent=2, ensure_ascii=False)
        with open_output(job.out / "summary.json") as out:
            out.write(text.encode() + b"\n")
    return outcome


def _one(source: Source, repairer: Repairer, job: Job, sinks: Sinks) -> Summary:
    if not job.out:
        return FileRun(source, repairer, job, sinks).run()
    with open_output(job.out / "cleaned" / source.shown) as cleaned:
        return FileRun(source, repairer, job, Sinks(cleaned, sinks.edits, sinks.defects, sinks.diff)).run()
