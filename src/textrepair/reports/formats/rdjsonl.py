"""reviewdog's diagnostics, one a line. Its columns count UTF-8 bytes from 1."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from ...run.rows import Row
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json, visible
from ..wording import description


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """Repaired defects are not told: nobody has to review them."""
    for row in findings.rows():
        if not row["applied"]:
            out(escaped_json(json.dumps(_diagnostic(row), ensure_ascii=False)) + "\n")


def _diagnostic(row: Row) -> dict[str, Any]:
    span = _range(row)
    found = {
        "message": description(row),
        "location": {"path": visible(row["path"]), "range": span},
        "severity": row["severity"].upper(),
        "source": {"name": "textrepair"},
        "code": {"value": row["code"]},
    }
    fix = row["fix"]
    if fix and row["record"]["field"] is None and fix["applicability"] != "display" and _is_text(fix["replacement"]):
        found["suggestions"] = [{"range": span, "text": fix["replacement"]}]
    return found


def _range(row: Row) -> dict[str, Any]:
    """Of a field in a record only the line is known: its spans are in the decoded text."""
    place = row["place"]
    if row["record"]["field"] is not None:
        return {"start": {"line": row["line"]}}
    return {
        "start": {"line": row["line"], "column": place["byte"]},
        "end": {"line": place["end_line"], "column": place["end_byte"]},
    }


def _is_text(text: str) -> bool:
    return not any("\ud800" <= c <= "\udfff" for c in text)
