"""The scores as tables and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from quality_score import ALL, Score
from tabulate import tabulate

from textrepair.families import FAMILIES

#: How the names of sets begin whose defects a program made.
MADE = "synth"

FAMILY_HEADERS = ("set", "family", "marked", "precision", "recall", "fixable", "right fixes", "right of the safe")
SYSTEM_HEADERS = (
    "set",
    "system",
    "precision",
    "recall",
    "right fixes",
    "right of the default",
    "false fixes",
    "alarms",
)


def share(part: float, whole: float) -> str:
    """A percentage; empty where there is nothing to divide by."""
    return f"{100 * part / whole:.1f}" if whole else ""


def per_words(count: int, words: float) -> str:
    """A rate per 100,000 words."""
    return f"{100_000 * count / words:.1f}" if words else ""


def family_row(score: Score, family: str) -> list[Any]:
    """Marked, precision, recall, fixable, right fixes, right among the repairs of the default."""
    found = score.hits[family] + score.alarms[family]
    return [
        score.gold[family] or "",
        share(score.hits[family], found),
        share(score.found[family], score.gold[family]),
        score.fixable[family] or "",
        share(score.right[family], score.fixable[family]),
        share(score.default_right[family], score.default_touched[family]),
    ]


def family_table(scores: Mapping[str, Score]) -> str:
    """One system, by set and family; families that neither occur nor are found are left out."""
    rows: list[list[Any]] = []
    for name, score in scores.items():
        seen = [f for f in FAMILIES.values() if score.gold[f] or score.alarms[f]]
        rows += [[name, family, *family_row(score, family)] for family in (*seen, ALL)]
    return tabulate(rows, FAMILY_HEADERS, disable_numparse=True, colalign=("left", "left", *["right"] * 6))


def system_table(scores: Mapping[str, Mapping[str, Score]]) -> str:
    """All systems, by set. Rates of false fixes and alarms are per 100,000 words."""
    rows = []
    for name in next(iter(scores.values()), {}):
        for system, by_set in scores.items():
            s = by_set[name]
            cells = family_row(s, ALL)
            rates = per_words(s.false_fixes, s.words), per_words(s.alarms[ALL], s.words)
            rows.append([name, system, *cells[1:3], *cells[4:], *rates])
    return tabulate(rows, SYSTEM_HEADERS, disable_numparse=True, colalign=("left", "left", *["right"] * 6))


def words_table(scores: Mapping[str, Score]) -> str:
    """What the sets hold."""
    rows = [[name, s.records, f"{s.words:,.0f}", s.gold[ALL]] for name, s in scores.items()]
    return tabulate(rows, ("set", "records", "words", "marked defects"), colalign=("left", "right", "right", "right"))


def as_json(scores: Mapping[str, Mapping[str, Score]]) -> dict[str, Any]:
    """Every count, by system and set."""
    return {system: {name: _plain(score) for name, score in by_set.items()} for system, by_set in scores.items()}


def _plain(score: Score) -> dict[str, Any]:
    values = {name: getattr(score, name) for name in Score.__slots__}
    return {name: dict(value) if isinstance(value, Counter) else value for name, value in values.items()}


def measured(scores: Mapping[str, Score], name: str) -> dict[str, dict[str, Any]]:
    """Precision and number of findings of each rule over all sets, as `textrepair rules show` reads them.

    `real` counts the right ones among texts whose defects were not put there: that such a defect exists at all.
    """
    found, hits, real = Counter[str](), Counter[str](), Counter[str]()
    for texts, score in scores.items():
        for code, (count, right) in score.codes.items():
            found[code] += count
            hits[code] += right
            real[code] += 0 if texts.startswith(MADE) else right
    return {
        code: {"precision": round(hits[code] / found[code], 4), "n": found[code], "real": real[code], "set": name}
        for code in sorted(found)
        if code
    }
