"""What goes to stdout, and the report files."""

from __future__ import annotations

import sys

from ..corpora.streams import open_output
from ..reports import Findings, render
from ..run import Summary
from .session import Session

#: These are for people; `--statistics` stands in their place. A machine's format stays, and the table goes to stderr.
_FOR_PEOPLE = ("full", "concise")


def list_defects(session: Session, findings: Findings, default: str | None = "concise") -> Findings:
    """Print the defects; the listing may be shortened. Returns what was listed."""
    given = session.given
    name = given.output_format or default
    listed = findings.limited(given.limit) if name else findings
    if given.statistics:
        _statistics(session, findings.summary, name)
    if name and not (given.statistics and name in _FOR_PEOPLE):
        render(name, listed, sys.stdout.buffer, session.terminal.style())
        sys.stdout.buffer.flush()
        return listed
    return findings


def write_reports(session: Session, findings: Findings) -> None:
    """The files of `--report`, each with all defects."""
    for name, path in session.given.report:
        with open_output(path) as out:
            render(name, findings, out)
        session.terminal.say(f"{name} report: {path}")


def _statistics(session: Session, summary: Summary, name: str | None) -> None:
    table = statistics(summary)
    if name in _FOR_PEOPLE or name is None:
        sys.stdout.write(table + "\n")
        sys.stdout.flush()
    else:
        session.terminal.say(table)


def statistics(summary: Summary) -> str:
    """Counts per rule, the most frequent first."""
    rows = [
        [code, summary.names[code], c["defects"], c["applied"], c["safe"], c["unsafe"], c["display"]]
        for code, c in sorted(summary.rules.items(), key=lambda item: (-item[1]["defects"], item[0]))
    ]
    return _table(rows, ["code", "name", "defects", "fixed", "safe", "unsafe", "display"])


def by_family(summary: Summary) -> str:
    """Counts per family, for the end of `fix`."""
    rows = [[name, c["defects"], c["applied"], c["defects"] - c["applied"]] for name, c in summary.families().items()]
    rows.append(["total", summary.total(), summary.total("applied"), summary.total() - summary.total("applied")])
    return _table(rows, ["family", "found", "fixed", "left"])


def _table(rows: list[list[object]], heads: list[str]) -> str:
    """Names to the left, numbers to the right. (Package tabulate takes longer to load than a small file takes.)"""
    cells = [[f"{c:,}" if isinstance(c, int) else str(c) for c in row] for row in rows]
    widths = [max(len(h) + 2, *(len(row[k]) for row in cells)) for k, h in enumerate(heads)]
    right = [isinstance(c, int) for c in rows[0]]
    lines = [heads, ["-" * w for w in widths], *cells]
    columns = list(zip(widths, right, strict=True))
    return "\n".join(
        "  ".join(c.rjust(w) if r else c.ljust(w) for c, (w, r) in zip(line, columns, strict=True)) for line in lines
    )
