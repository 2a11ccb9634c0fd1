"""The command line: the only place that prints and exits."""

from __future__ import annotations

import sys
from contextlib import suppress


def run() -> None:
    """The entry point of `textrepair`."""
    if sys.argv[1:] in (["--version"], ["-V"]):  # before anything is loaded: people call it in their prompts
        from .. import __version__

        with suppress(OSError):  # stdout is full or closed: `main` says so
            print(f"textrepair {__version__}", flush=True)
            return
    from .main import main

    sys.exit(main())


__all__ = ["run"]
