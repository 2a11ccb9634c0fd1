"""One JSON array of the rows of `defects.jsonl`."""

from __future__ import annotations

from collections.abc import Callable

from ...run.rows import encoded, published
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """A row a line inside the brackets."""
    between = "[\n"
    for row in findings.rows():
        out(between + escaped_json(encoded(published(row)).decode().rstrip("\n")))
        between = ",\n"
    out("[]\n" if between == "[\n" else "\n]\n")
