"""The report a person opens after `fix`: one file that loads nothing, of at most 5 MB whatever the corpus.

It shows samples, the worst of each rule; the rest is in `defects.jsonl`. All text of the corpus is escaped, hidden
characters are spelled out, and the page's own policy lets no script and no style run but the two it was made with.
"""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from ...digest import sha256
from ...run.rows import Row
from ...run.summary import Summary
from .. import html_row
from ..findings import Findings
from ..style import Style
from ..visible import shortened, visible
from ..worst import worst_per_rule

_ASSETS = Path(__file__).parents[1] / "assets"
_PER_RULE = 60
_ROOM = 4_500_000
_BARS = 15


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """Head, totals, charts, filters, samples."""
    css, script = ((_ASSETS / name).read_text("utf-8") for name in ("report.css", "report.js"))
    s = findings.summary
    samples = worst_per_rule(findings.lines(), _PER_RULE)
    chosen = list(_within(samples, _ROOM))
    out(_head(css, script))
    out(_totals(findings))
    out(
        '<section aria-labelledby="charts"><h2 id="charts">Where they are</h2>\n<p class="soft">'
        '<span class="key fixed">repaired</span> <span class="key">left</span></p>\n<div class="charts">\n'
    )
    out(_chart("By family", ((name, name, "family", c) for name, c in _most(s.families()))))
    out(_chart("By rule", ((code, f"{code} {s.names[code]}", "rule", c) for code, c in _most(s.rules)), len(s.rules)))
    out(_chart("By file", ((path, shortened(visible(path), 60), "", c) for path, c in _most(s.paths)), len(s.paths)))
    out("</div></section>\n")
    out(_filters(s, samples, findings, len(chosen)))
    out('<ol id="list">\n')
    for item in chosen:
        out(item)
    out(f"</ol></section></main>\n<script>{script}</script></body></html>\n")


def _within(samples: dict[str, list[Row]], room: int) -> Iterator[str]:
    """As many samples as there is room for: the worst of every rule, then the second, and so on; in order of rule.

    They are taken from their lists: with what is made of them they would be the most that a run has in memory.
    """
    made: dict[str, list[str]] = {code: [] for code in samples}
    for rows in samples.values():
        rows.reverse()
    for _ in range(_PER_RULE):
        for code, rows in samples.items():
            if rows:
                item = html_row.item(rows.pop())
                room -= len(item.encode("utf-8", "backslashreplace"))
                if room < 0:
                    break
                made[code].append(item)
    for items in made.values():
        yield from items


def _head(css: str, script: str) -> str:
    own = f"style-src '{_digest(css)}'; script-src '{_digest(script)}'"
    policy = f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">\n'
        f"<title>textrepair report</title><style>{css}</style></head>\n"
        '<body><a class="skip" href="#samples">Skip to the defects</a>\n<header><h1>textrepair report</h1>\n'
    )


def _digest(text: str) -> str:
    """What a content security policy calls a script or style by."""
    return f"sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}"


def _totals(findings: Findings) -> str:
    s = findings.summary
    total, fixed = s.total(), s.total("applied")
    done = (
        f"{fixed:,} repaired, {total - fixed:,} left"
        if findings.command == "fix"
        else f"{s.total('safe'):,} with a safe repair, {s.total('unsafe'):,} with a likely one"
    )
    if not total:
        done = "nothing to repair"
    tiles = {
        "files": s.files, "records": s.records,
        "records with defects": s.records_with_defects, "records changed": s.records_changed,
        "defects": total, "repaired": fixed, "left": total - fixed, "edits": s.edits,
    }  # fmt: skip
    inner = "".join(f"<div><dt>{name}</dt><dd>{number:,}</dd></div>" for name, number in tiles.items())
    known = f" {findings.known:,} known defects of the baseline are not counted." if findings.known else ""
    said = f"{total:,} defects in {s.records_with_defects:,} of {s.records:,} records: {done}.{known}"
    return f'<p>{said}</p></header>\n<main>\n<dl class="totals">{inner}</dl>\n'


def _most(counts: dict[str, Counter[str]]) -> list[tuple[str, Counter[str]]]:
    return sorted(counts.items(), key=lambda item: (-item[1]["defects"], item[0]))[:_BARS]


def _chart(title: str, rows: Iterable[tuple[str, str, str, Counter[str]]], whole: int = 0) -> str:
    """A table with bars, so that it can be read without seeing them."""
    found = list(rows)
    most = max((c["defects"] for _, _, _, c in found), default=1)
    cut = f" ({len(found)} of {whole:,})" if whole > len(found) else ""
    body = "".join(_bar(*row, most) for row in found)
    heads = '<th scope="col">name</th><th class="bar"></th><th scope="col">found</th><th scope="col">repaired</th>'
    table = f"<caption>{title}{cut}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody>"
    return f'<table class="chart">{table}</table>\n'


def _bar(value: str, name: str, kind: str, counts: Counter[str], most: int) -> str:
    fixed, total = counts["applied"], counts["defects"]
    a, b = 100 * fixed / most, 100 * (total - fixed) / most
    svg = (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="fixed" width="{a:.2f}" height="10"/>'
        f'<rect class="left" x="{a:.2f}" width="{b:.2f}" height="10"/></svg>'
    )
    label = escape(name)
    if kind:
        label = f'<button type="button" data-filter="{kind}" data-value="{escape(value)}">{label}</button>'
    return f'<tr><th scope="row">{label}</th><td class="bar">{svg}</td><td>{total:,}</td><td>{fixed:,}</td></tr>'


def _filters(s: Summary, samples: dict[str, list[Row]], findings: Findings, shown: int) -> str:
    families = _select("family", "Family", [(name, name) for name in s.families()])
    rules = _select("rule", "Rule", [(code, f"{code} {s.names[code]}") for code in samples])
    tiers = _select(
        "tier",
        "Repair",
        [
            ("fixed", "done"),
            ("safe", "safe"),
            ("unsafe", "likely (unsafe)"),
            ("display", "shown only"),
            ("none", "none proposed"),
        ],
    )
    total = s.total()
    cut = f"the worst of each rule, {shown:,} of {total:,}" if shown < total else f"all {total:,}"
    link = (
        f'<a href="{escape(findings.full)}">{escape(findings.full)}</a>'
        if findings.command == "fix"
        else "the jsonl report"
    )
    return (
        '<section aria-labelledby="samples"><h2 id="samples" tabindex="-1">The defects</h2>\n'
        f'<p class="soft">Here are {cut}; every one is in {link}. <span class="keys">Keys: <kbd>j</kbd> next, '
        "<kbd>k</kbd> previous, <kbd>/</kbd> search, <kbd>Esc</kbd> show all.</span></p>\n"
        f'<form id="filters" role="search" aria-label="Filter the defects">{families}{rules}{tiers}'
        '<label>Text<input id="search" type="search" autocomplete="off" spellcheck="false"></label>'
        '<button id="reset" type="reset">Show all</button>'
        '<output id="shown" aria-live="polite"></output></form>\n'
    )


def _select(name: str, label: str, values: list[tuple[str, Any]]) -> str:
    options = "".join(f'<option value="{escape(value)}">{escape(text)}</option>' for value, text in values)
    return f'<label>{label}<select id="{name}"><option value="">all</option>{options}</select></label>'
