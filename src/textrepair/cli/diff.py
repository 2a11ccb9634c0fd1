"""The diff on stdout: the bytes themselves for a program, harmless and coloured for a terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from ..reports.style import Style
from ..reports.visible import harmless


def print_diff(path: Path, style: Style) -> None:
    """Copy the diff to stdout."""
    out = sys.stdout.buffer
    with path.open("rb") as lines:
        if not sys.stdout.isatty() and not style.color:
            shutil.copyfileobj(lines, out)
        else:
            for line in lines:
                text = line.rstrip(b"\n").decode("utf-8", "surrogateescape")
                out.write(style.paint(harmless(text), *_colors(text)).encode("utf-8", "backslashreplace") + b"\n")
    out.flush()


def _colors(line: str) -> tuple[str, ...]:
    if line.startswith(("+++", "---", "diff ")):
        return ("bold",)
    return {"+": ("green",), "-": ("red",), "@": ("cyan",)}.get(line[:1], ())
