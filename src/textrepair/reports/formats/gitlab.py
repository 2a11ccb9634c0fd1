"""GitLab's code quality report. Of several entries with one fingerprint it shows one, so each gets its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ...digest import blake2b
from ...run.rows import Row
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json, visible
from ..wording import description, mark
from ..worst import numbered, worst

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}
#: GitLab reads the report as a whole; the worst ones go in.
_MOST = 10_000


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """A JSON array, an issue a line. Repaired defects are no issues."""
    left = (row for row in findings.rows() if not row["applied"])
    between = "[\n"
    for number, row in numbered(worst(left, _MOST)):
        out(between + escaped_json(json.dumps(_issue(number, row), ensure_ascii=False)))
        between = ",\n"
    out("[]\n" if between == "[\n" else "\n]\n")


def _issue(number: int, row: Row) -> dict[str, Any]:
    unique = blake2b(f"{row['fingerprint']}\0{row['path']}\0{number}".encode("utf-8", "surrogatepass"), digest_size=16)
    return {
        "description": f"{row['code']} {mark(row)} {description(row)}",
        "check_name": row["code"],
        "fingerprint": unique.hexdigest(),
        "severity": _SEVERITIES[row["severity"]],
        "location": {"path": visible(row["path"]), "lines": {"begin": row["line"]}},
    }
