"""One JSON object a line: the rows of `defects.jsonl`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from ...run.spool import published
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json

_AT_ONCE = 64


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """Stable key order, no timestamps."""
    lines = findings.lines()
    while some := [escaped_json(published(line).decode()) for line in islice(lines, _AT_ONCE)]:
        out("\n".join([*some, ""]))
