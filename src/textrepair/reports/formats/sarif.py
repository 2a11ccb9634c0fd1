"""SARIF 2.1.0, as GitHub's code scanning takes it.

It shows 5,000 results of a run and refuses 25,000, so the worst 5,000 go in and a notification says what was left out.
URIs are relative to the repository, columns count code points, and equal findings have fingerprints of their own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...families import family_of
from ...rules.rule import Rule
from ...run.rows import Row
from ..findings import Findings
from ..style import Style
from ..visible import escaped_json, visible
from ..wording import description, short
from ..worst import numbered, worst

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_MOST = 5000


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """One run. Repaired defects are no results."""
    left = findings.summary.total() - findings.summary.total("applied")
    codes = sorted(code for code, c in findings.summary.rules.items() if c["defects"] > c["applied"])
    out('{"version": "2.1.0", "$schema": ' + json.dumps(SCHEMA) + ', "runs": [{\n')
    out(f'"tool": {_dumped({"driver": _driver(findings, codes)})},\n"columnKind": "unicodeCodePoints",\n')
    out(f'"invocations": [{_dumped(_invocation(left))}],\n"results": [')
    rows = (row for row in findings.rows() if not row["applied"])
    for place, (number, row) in enumerate(numbered(worst(rows, _MOST))):
        out((",\n" if place else "\n") + _dumped(_result(row, number, codes.index(row["code"]))))
    out("\n]}]}\n")


def _dumped(value: Any) -> str:
    return escaped_json(json.dumps(value, ensure_ascii=False))


def _driver(findings: Findings, codes: list[str]) -> dict[str, Any]:
    rules = findings.rules() if codes else {}
    return {
        "name": "textrepair",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": "https://github.com/textrepair/textrepair",
        "rules": [_rule(code, findings.summary.names[code], rules) for code in codes],
    }


def _rule(code: str, name: str, rules: Mapping[str, Rule]) -> dict[str, Any]:
    rule = rules.get(code)
    about = visible((rule.why if rule else "") or name.replace("-", " "))
    found: dict[str, Any] = {
        "id": code,
        "name": "".join(part.capitalize() for part in name.split("-")),
        "shortDescription": {"text": name.replace("-", " ")},
        "fullDescription": {"text": about},
        "help": {"text": about},
        "properties": {"tags": [family_of(code)]},
    }
    if rule and rule.url.startswith(("http://", "https://")):
        found["helpUri"] = rule.url
    return found


def _invocation(left: int) -> dict[str, Any]:
    found: dict[str, Any] = {"executionSuccessful": True}
    if left > _MOST:
        text = f"{left} defects were found; the worst {_MOST} are in this file, all are in the jsonl report"
        found["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    return found


def _result(row: Row, number: int, index: int) -> dict[str, Any]:
    artifact = {"uri": quote(row["path"].encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}
    region, location = _region(row), {"artifactLocation": artifact}
    found: dict[str, Any] = {
        "ruleId": row["code"],
        "ruleIndex": index,
        "level": _LEVELS[row["severity"]],
        "message": {"text": description(row)},
        "locations": [{"physicalLocation": {**location, "region": region}}],
        "partialFingerprints": {"textrepair/v1": f"{row['fingerprint']}:{number}"},
        "rank": round(100 * row["confidence"], 1),
    }
    record, fix = row["record"], row["fix"]
    if record["field"] is not None:
        where = f"{record['id'] or record['index']}/{record['field']}[{row['span'][0]}:{row['span'][1]}]"
        found["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": visible(where)}]
    elif fix and fix["applicability"] != "display":
        change = {
            "deletedRegion": region,
            "insertedContent": {"text": fix["replacement"].encode("utf-8", "replace").decode()},
        }
        found["fixes"] = [
            {
                "description": {"text": short(row["message"])},
                "artifactChanges": [{**location, "replacements": [change]}],
            }
        ]
    return found


def _region(row: Row) -> dict[str, Any]:
    place = row["place"]
    if row["record"]["field"] is not None:
        return {"startLine": row["line"]}
    return {
        "startLine": row["line"],
        "startColumn": place["column"],
        "endLine": place["end_line"],
        "endColumn": place["end_column"],
    }
