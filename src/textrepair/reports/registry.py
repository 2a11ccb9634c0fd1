"""Formats by name. A new one is a new file in `formats`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO

from . import formats
from .findings import Findings
from .style import Style

FORMATS = tuple(sorted(m.name for m in pkgutil.iter_modules(formats.__path__)))

Out = Callable[[str], object]


def render(name: str, findings: Findings, out: BinaryIO, style: Style | None = None) -> None:
    """Write the findings in a format, as UTF-8."""
    module = import_module(f".formats.{name}", __package__)
    module.write(findings, lambda text: out.write(text.encode("utf-8", "backslashreplace")), style or Style())
