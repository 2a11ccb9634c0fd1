"""A summary in Markdown for pull requests and job summaries: short enough for a comment, nothing in it acts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from ...run.rows import Row
from ..findings import Findings
from ..style import Style
from ..visible import shortened, visible
from ..worst import badness, worst

#: A comment on GitHub has at most 65,536 characters.
_LONGEST = 60_000
_SAMPLES = 50
_MARKUP = re.compile(r"[^\w\s]|_", re.ASCII)


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """Totals, counts by family and rule, the worst defects."""
    s = findings.summary
    total, fixed = s.total(), s.total("applied")
    out("## textrepair\n\n")
    if not total:
        out(f"No defects in {s.records:,} records of {s.files:,} files.\n")
        return
    fixable = (
        f"{s.total('safe'):,} can be repaired by `textrepair fix`"
        if findings.command == "check"
        else f"{fixed:,} repaired, {total - fixed:,} left"
    )
    out(f"**{total:,} defects** in {s.records_with_defects:,} of {s.records:,} records: {fixable}.\n\n")
    out(_table("family", ((name, c) for name, c in s.families().items())))
    rules = sorted(s.rules.items(), key=lambda item: (-item[1]["defects"], item[0]))
    out(f"<details><summary>By rule ({len(rules)})</summary>\n\n")
    out(_table("rule", ((f"{code} {s.names[code]}", c) for code, c in rules[:_SAMPLES])) + "</details>\n\n")
    _samples(findings, out)


def _table(head: str, rows: Iterable[tuple[str, Counter[str]]]) -> str:
    lines = [f"| {head} | found | fixed | left |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {c['defects']:,} | {c['applied']:,} | {c['defects'] - c['applied']:,} |" for name, c in rows]
    return "\n".join(lines) + "\n\n"


def _samples(findings: Findings, out: Callable[[str], object]) -> None:
    lines = [_sample(row) for row in sorted(worst(findings.rows(), _SAMPLES), key=badness)]
    room, kept = _LONGEST - 12_000, []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        kept.append(line)
    out(
        f"<details><summary>The worst {len(kept)} of {findings.summary.total():,}</summary>\n\n"
        "| where | rule | text | repair | |\n|---|---|---|---|---|\n"
    )
    out("\n".join(kept) + "\n\n</details>\n")


def _sample(row: Row) -> str:
    fix = row["fix"]
    repair = _quoted(fix["replacement"]) if fix and fix["replacement"] else "(nothing)" if fix else ""
    where = f"{row['path']}:{row['line']}"
    tier = "fixed" if row["applied"] else fix["applicability"] if fix else "by hand"
    return f"| {_quoted(where)} | {row['code']} {row['name']} | {_quoted(row['match'])} | {repair} | {tier} |"


def _quoted(text: str) -> str:
    """Every mark of punctuation as an entity: no Markdown, no HTML, no mention, no link."""
    return f"<code>{_MARKUP.sub(lambda m: f'&#{ord(m[0])};', shortened(visible(text), 80))}</code>" if text else ""
