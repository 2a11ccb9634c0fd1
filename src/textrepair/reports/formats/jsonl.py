"""One JSON object a line: the rows of `defects.jsonl`."""

from __future__ import annotations

from collections.abc import Callable

from ...run.rows import encoded, published
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """Stable key order, no timestamps."""
    for row in findings.rows():
        out(escaped_json(encoded(published(row)).decode()))
