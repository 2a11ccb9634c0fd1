"""All files of a run, in order, and the parts that come out; by this process, or by workers on parts of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO

from ..corpora.streams import Write, copied_if_same, open_output, rewritten
from ..kept import keep
from .diff import DiffWriter
from .garbage import seldom_meanwhile
from .job import CLEANED, DIFF, EDITS, Job
from .source import Source
from .summary import Summary
from .worker import FileRun, Sinks, is_plain, repairer_for

Progress = Callable[[int], object]

#: Below this, starting workers takes longer than the work.
_WORTH = 6 << 20


@dataclass(slots=True)
class Outputs:
    """The streams that all files share."""

    job: Job
    defects: BinaryIO
    edits: BinaryIO | None
    diff: BinaryIO | None
    stdout: BinaryIO | None

    @contextmanager
    def of(self, source: Source) -> Iterator[Sinks]:
        """Where the result of one file goes. Its new content appears when all of it is there."""
        with ExitStack() as stack:
            diff = DiffWriter(source.shown, self.diff.write) if self.diff and is_plain(source) else None
            yield Sinks(self._cleaned(source, stack), self.edits, self.defects, diff, dry=self.job.dry)

    def _cleaned(self, source: Source, stack: ExitStack) -> Write | None:
        if source.path is None:
            out = self.stdout
            return (lambda raw, _: out.write(raw)) if out else None
        if self.job.in_place:
            return stack.enter_context(rewritten(source.path))
        if CLEANED in self.job.wanted:
            return stack.enter_context(copied_if_same(source.path, self.job.work / CLEANED / source.shown))
        return None


def run(
    sources: Sequence[Source], job: Job, *, stdout: BinaryIO | None = None, progress: Progress | None = None
) -> Summary:
    """Run all sources through the engine. Defects, edits and diff are in order of path, record and place.

    `stdout` takes the cleaned text of standard input; `progress` is told how many bytes of input were done. What comes
    out does not depend on the number of workers.
    """
    summary = Summary()
    with ExitStack() as stack:
        stack.enter_context(seldom_meanwhile())
        outputs = Outputs(
            job,
            stack.enter_context(open_output(job.spool)),
            stack.enter_context(open_output(job.work / EDITS)) if EDITS in job.wanted else None,
            stack.enter_context(open_output(job.work / DIFF)) if DIFF in job.wanted else None,
            stdout,
        )
        if _worth_it(sources, job):
            from .pool import worked  # with it come the standard library's processes: not for a small file

            return worked(sources, job, outputs.of, progress)
        for source in sources:
            with outputs.of(source) as sinks:
                summary.merge(
                    FileRun(source, repairer_for(source.profile.settings), replace(sinks, progress=progress)).run()
                )
    keep()
    return summary


def _worth_it(sources: Sequence[Source], job: Job) -> bool:
    """Whether to start workers."""
    return job.jobs > 1 and all(s.path for s in sources) and sum(s.size for s in sources) > _WORTH
