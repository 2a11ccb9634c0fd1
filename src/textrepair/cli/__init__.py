"""The command line: the only place that prints and exits."""

from __future__ import annotations

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
    # numpy starts a thread for each core when it loads, for algebra that is never asked for; and a process of several
    # threads can't be copied for workers.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from .main import main

    sys.exit(main())


__all__ = ["run"]
