"""What is printed where: results to stdout, everything else to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TextIO

from ..reports.style import Style


def use_color(wanted: str, stream: TextIO) -> bool:
    """`--color` first, then NO_COLOR and FORCE_COLOR, then whether it is a terminal."""
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


@dataclass(frozen=True, slots=True)
class Terminal:
    """How to speak to the person who called."""

    color: str = "auto"
    quiet: bool = False
    verbose: bool = False

    def say(self, text: str) -> None:
        """To stderr, unless quiet."""
        if not self.quiet:
            self.insist(text)

    def detail(self, text: str) -> None:
        """To stderr, if verbose."""
        if self.verbose:
            self.insist(text)

    def insist(self, text: str) -> None:
        """To stderr in any case. File names may hold anything."""
        from ..reports.visible import harmless

        sys.stdout.flush()
        sys.stderr.write("\n".join(map(harmless, text.split("\n"))).encode("utf-8", "backslashreplace").decode() + "\n")
        sys.stderr.flush()

    def style(self) -> Style:
        """For stdout."""
        return Style(
            use_color(self.color, sys.stdout), shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80
        )
