"""The command line: the only place that prints and exits."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress


def run() -> None:
    """The entry point of `textrepair`."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before anything is loaded: people call it in their prompts
        from .. import __version__

        with suppress(OSError):  # stdout is full or closed: `main` says so
            print(f"textrepair {__version__}", flush=True)
            return
    # Loading makes objects that stay: to search them for garbage every few hundred of them finds none.
    gc.set_threshold(50_000)
    # numpy starts a thread for each core when it loads, for algebra that is never asked for; and a process of several
    # threads can't be copied for workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from .main import main

    _leave(main())


def _leave(code: int) -> None:
    """End the process, all files being closed: to take it apart object by object would be a tenth of a short run."""
    if "multiprocessing" in sys.modules or sys.getprofile() or sys.gettrace():
        sys.exit(code)  # those have something left to do
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


__all__ = ["run"]
