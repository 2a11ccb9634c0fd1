"""How worker processes are started: as copies of this one where that is safe, else from nothing.

A copy has the code, the catalogue and the compiled automata at once and shares their memory. A new process imports
them again, a third of a second that every worker pays before its first line.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from multiprocessing.context import BaseContext
from pathlib import Path

#: One entry for each thread of this process, those of libraries included.
_THREADS = Path("/proc/self/task")


def context() -> BaseContext:
    """Of `multiprocessing`: "fork" on Linux in a process of one thread, "spawn" everywhere else.

    A thread that holds a lock is not there in a copy to let go of it; on macOS system libraries start threads unasked.
    """
    return multiprocessing.get_context("fork" if sys.platform == "linux" and _threads() == 1 else "spawn")


def _threads() -> int:
    try:
        return len(os.listdir(_THREADS))
    except OSError:
        return 0


def settled() -> None:
    """In a worker: what it was born with is never garbage, and a search there would make the shared pages its own."""
    gc.freeze()
