"""Annotations of GitHub Actions. GitHub shows ten of a kind: the worst come first, one for each rule and file.

The text of a corpus may hold workflow commands. A command counts only at the beginning of a line, and no line of ours
begins with corpus text: what is hidden is spelled out, line ends too, and `%`, `:` and `,` are escaped.
"""

from __future__ import annotations

from collections.abc import Callable

from ...run.rows import Row
from ..findings import Findings
from ..style import Style
from ..visible import visible
from ..wording import description
from ..worst import badness, worst

_KINDS = {"error": "error", "warning": "warning", "info": "notice"}
_SHOWN = 10
_LOOKED_AT = 5000


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """`::warning file=...,line=...,title=...::message`, and one notice that tells what is not shown."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(worst(findings.rows(), _LOOKED_AT), key=badness):
        if not row["applied"]:
            groups.setdefault((row["path"], row["code"]), []).append(row)
    room = {"error": _SHOWN, "warning": _SHOWN, "notice": _SHOWN - 1}
    told = 0
    for rows in groups.values():
        kind = _KINDS[rows[0]["severity"]]
        if room[kind]:
            room[kind] -= 1
            told += len(rows)
            out(_command(kind, rows))
    left = findings.summary.total() - findings.summary.total("applied") - told
    if left > 0:
        out(
            f"::notice title=textrepair::{left} more defects: GitHub shows {_SHOWN} annotations of a kind; "
            "the reports have all\n"
        )


def _command(kind: str, rows: list[Row]) -> str:
    row = rows[0]
    place = {"file": row["path"], "line": row["line"], "title": f"{row['code']} {row['name']}"}
    if row["record"]["field"] is None and row["place"]["end_line"] == row["line"]:
        place |= {"col": row["place"]["column"], "endColumn": row["place"]["end_column"]}
    more = f" (and {len(rows) - 1} more in this file)" if len(rows) > 1 else ""
    inner = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    return f"::{kind} {inner}::{_data(description(row) + more)}\n"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    """A file name must arrive as it is, so its line ends are escaped and not spelled out."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace(":", "%3A").replace(",", "%2C")
    return visible(escaped)
