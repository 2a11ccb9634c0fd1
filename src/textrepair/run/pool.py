"""Workers: each reads a part of a file and writes its results to files of its own; text never goes through a pipe.

The parent joins the parts in order as they are done, so that what comes out is the same for any number of workers.
"""

from __future__ import annotations

import multiprocessing
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from ..corpora import format_for
from ..corpora.streams import COMPRESSED
from ..kept import keep
from .diff import DiffWriter
from .diff_events import DiffEvents, replay_events
from .garbage import returned, seldom
from .job import CLEANED, DIFF, EDITS, Job
from .part import WHOLE, Part, parts_of
from .processes import context, settled
from .source import Source
from .summary import Summary
from .worker import FileRun, Sinks, is_plain, repairer_for


@dataclass(frozen=True, slots=True)
class Task:
    """A part of a file, and the folder for what comes of it."""

    source: Source
    part: Part
    folder: Path
    job: Job


@dataclass(frozen=True, slots=True)
class Done:
    """The counts of a task, and whether it changed anything."""

    summary: Summary
    changed: bool


def worked(
    sources: Sequence[Source],
    job: Job,
    of: Callable[[Source], AbstractContextManager[Sinks]],
    progress: Callable[[int], object] | None,
) -> Summary:
    """Run the sources in a pool and join what comes of them. Raises what a worker raised."""
    summary = Summary()
    folder = job.work / "parts"
    others = set(multiprocessing.active_children())
    fresh = context()
    counter: Any = fresh.Value("q", 0)  # bytes done by all workers: a task may be a file of gigabytes
    shown = 0

    def tick() -> None:
        nonlocal shown
        before, shown = shown, counter.value
        if progress and shown > before:
            progress(shown - before)

    with ProcessPoolExecutor(job.jobs, fresh, _begin, (counter,)) as pool:
        try:
            for source, tasks in _scheduled(pool, sources, job, folder):
                with of(source) as sinks:
                    for task, future in tasks:
                        done = _awaited(future, tick)
                        _join(task, done, sinks)
                        summary.merge(done.summary)
                        tick()
                    if sinks.diff:
                        sinks.diff.close()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for child in set(multiprocessing.active_children()) - others:
                child.terminate()  # else it goes on writing into a folder that is to vanish
                child.join()
            raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return summary


def _awaited(future: Future[Done], tick: Callable[[], None]) -> Done:
    """What a task comes to. `tick` is called while it takes its time."""
    while not wait([future], timeout=0.2).done:
        tick()
    return future.result()


#: Of a worker: where it counts the bytes it has done.
_COUNTER: list[Any] = []


def _begin(counter: Any) -> None:
    """Ctrl-C reaches the whole process group; only the parent answers it."""
    seldom()
    returned()
    settled()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _COUNTER[:] = [counter]


def _count(size: int) -> None:
    for counter in _COUNTER:
        with counter.get_lock():
            counter.value += size


@contextmanager
def _out_of_earshot() -> Iterator[None]:
    """A worker that starts here inherits the mask, so that Ctrl-C does not hit it before it can be deaf by itself."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


Scheduled = list[tuple[Task, "Future[Done]"]]


def _scheduled(
    pool: ProcessPoolExecutor, sources: Sequence[Source], job: Job, folder: Path
) -> Iterator[tuple[Source, Scheduled]]:
    """The tasks of each file, submitted some way ahead of those that are joined, so that no worker waits."""
    waiting: list[tuple[Source, Scheduled]] = []
    ahead = number = 0
    for source in sources:
        tasks: Scheduled = []
        for part in _parts(source, job.jobs):
            task = Task(source, part, folder / str(number), job)
            number += 1
            with _out_of_earshot():
                tasks.append((task, pool.submit(work, task)))
        waiting.append((source, tasks))
        ahead += len(tasks)
        while ahead > 8 * job.jobs and len(waiting) > 1:
            ahead -= len(waiting[0][1])
            yield waiting.pop(0)
    yield from waiting


def _parts(source: Source, workers: int) -> Iterator[Part]:
    form = format_for(source.path, source.profile.input_format)
    if not form.splittable or source.path is None or source.path.suffix.lower() in COMPRESSED:
        yield WHOLE
    else:
        yield from parts_of(source.path, workers)


def work(task: Task) -> Done:
    """What a worker does: run a part, leave the results in the task's folder."""
    task.folder.mkdir(parents=True)
    changes = 0
    with ExitStack() as stack:

        def opened(name: str) -> BinaryIO:
            return stack.enter_context((task.folder / name).open("wb", buffering=1 << 20))

        sinks = Sinks(defects=opened("defects"), dry=task.job.dry, progress=_count)
        if EDITS in task.job.wanted:
            sinks.edits = opened(EDITS)
        if DIFF in task.job.wanted and is_plain(task.source):
            sinks.diff = DiffEvents(opened(DIFF))
        if CLEANED in task.job.wanted or task.job.in_place:
            out = opened(CLEANED)

            def cleaned(raw: bytes, changed: bool) -> None:
                nonlocal changes
                changes += changed
                out.write(raw)

            sinks.cleaned = cleaned
        summary = FileRun(task.source, repairer_for(task.source.profile.settings), sinks, task.part).run()
    keep()
    return Done(summary, changes > 0)


def _join(task: Task, done: Done, sinks: Sinks) -> None:
    """Append a part's results to those of the run."""
    for name, out in (("defects", sinks.defects), (EDITS, sinks.edits)):
        if out:
            with (task.folder / name).open("rb") as some:
                shutil.copyfileobj(some, out, 1 << 20)
    if sinks.cleaned:
        with (task.folder / CLEANED).open("rb") as some:
            for block in iter(partial(some.read, 1 << 20), b""):
                sinks.cleaned(block, done.changed)
    if isinstance(sinks.diff, DiffWriter):
        with (task.folder / DIFF).open("rb") as events:
            replay_events(events, sinks.diff)
    shutil.rmtree(task.folder, ignore_errors=True)
