"""One JSON array of the rows of `defects.jsonl`."""

from __future__ import annotations

from collections.abc import Callable

from ...run.spool import published
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """A row a line inside the brackets."""
    between = "[\n"
    for line in findings.lines():
        out(between + escaped_json(published(line).decode()))
        between = ",\n"
    out("[]\n" if between == "[\n" else "\n]\n")
