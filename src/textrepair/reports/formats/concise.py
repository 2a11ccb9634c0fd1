"""One line a defect."""

from __future__ import annotations

from collections.abc import Callable

from ...run.rows import Row
from ..findings import Findings
from ..style import SEVERITY_COLORS, Style
from ..wording import description, mark, position


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """`path:line:column: CODE [*] message: match -> repair`."""
    for row in findings.rows():
        out(_line(row, style))


def _line(row: Row, style: Style) -> str:
    code = style.paint(row["code"], "bold", SEVERITY_COLORS[row["severity"]])
    tier = style.paint(mark(row), "green" if row["applied"] else "cyan")
    return f"{style.paint(position(row), 'bold')}: {code} {tier} {description(row)}\n"
