"""How good is an outcome? Counts per family, by overlap of spans and by comparison of the repaired places.

* A finding hits a defect if their spans overlap (one character of slack for empty spans) and the family is right.
* What hits nothing is a false alarm, unless it lies in a region to ignore, or the record is not fully marked.
* A defect is repaired right if its place, with all changes that touch it, reads as one of the right texts.
* A change that touches no defect is a false fix.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from quality_diff import Change
from quality_sets import Gold, Labelled
from quality_systems import Finding, Outcome

#: Curled and straight quotes, and blanks of any width, count as the same: taste is not what is measured.
_PLAIN = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " "})

ALL = "all"


@dataclass(slots=True)
class Score:
    """Counts by family (and `all`); `codes` counts findings and hits by rule."""

    records: int = 0
    words: float = 0.0
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    fixable: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    default_touched: Counter[str] = field(default_factory=Counter)
    default_right: Counter[str] = field(default_factory=Counter)
    false_fixes: int = 0
    codes: dict[str, list[int]] = field(default_factory=dict)

    def add(self, record: Labelled, outcome: Outcome) -> None:
        """Count one record."""
        self.records += 1
        self.words += record.words
        self._detection(record, outcome.findings)
        self._repair(record, outcome)
        if not record.partial:
            self.false_fixes += sum(1 for c in outcome.default if not _excused(record, c))

    def _detection(self, record: Labelled, findings: Sequence[Finding]) -> None:
        for gold in record.gold:
            hit = any(_hits(f, gold) for f in findings)
            _count(self.gold, gold.family)
            _count(self.found, gold.family, hit)
        for finding in findings:
            if record.judge and finding.family and finding.family not in record.judge:
                continue
            hit = any(_hits(finding, gold) for gold in record.gold)
            if not hit and (record.partial or _ignored(record, finding)):
                continue
            _count(self.hits if hit else self.alarms, finding.family or "")
            counts = self.codes.setdefault(finding.code, [0, 0])
            counts[0] += 1
            counts[1] += hit

    def _repair(self, record: Labelled, outcome: Outcome) -> None:
        eager, default = Regions(record, outcome.eager), Regions(record, outcome.default)
        for gold in record.gold:
            if gold.right is None:
                continue
            _count(self.fixable, gold.family)
            _count(self.right, gold.family, eager.right(gold))
            if default.touching(gold):
                _count(self.default_touched, gold.family)
                _count(self.default_right, gold.family, default.right(gold))


class Regions:
    """The places of the defects after some changes."""

    def __init__(self, record: Labelled, changes: Iterable[Change]) -> None:
        self.record = record
        self.changes = sorted(changes)
        self.all_right = record.clean is not None and self._became(0, len(record.text)) == record.clean
        self.golds = [g for g in record.gold if g.right is not None]

    def touching(self, gold: Gold) -> list[Change]:
        """The changes that overlap a defect, or insert at its edge."""
        return [c for c in self.changes if _near(c.start, c.end, gold.start, gold.end)]

    def right(self, gold: Gold) -> bool:
        """Whether the place of a defect reads as it should; defects that share a change are read together."""
        if self.all_right or not self.touching(gold):
            return self.all_right
        start, end, golds = self._place(gold)
        became = self._became(start, end)
        return any(_same(became, wanted) for wanted in self._wanted(start, end, golds))

    def _place(self, gold: Gold) -> tuple[int, int, list[Gold]]:
        """A defect with all changes that touch it, all repairable defects that touch those, and so on."""
        start, end, size = gold.start, gold.end, -1
        parts: list[Change | Gold] = []
        while len(parts) != size:
            size = len(parts)
            near = [p for p in (*self.changes, *self.golds) if _near(p.start, p.end, start, end)]
            parts = [gold, *(p for p in near if p is not gold)]
            start, end = min(p.start for p in parts), max(p.end for p in parts)
        return start, end, [p for p in parts if isinstance(p, Gold)]

    def _became(self, start: int, end: int) -> str:
        """`text[start:end]` with the changes inside it."""
        within = [(c.start, c.end, c.after) for c in self.changes if start <= c.start and c.end <= end]
        return _spliced(self.record.text, start, end, within)

    def _wanted(self, start: int, end: int, golds: Sequence[Gold]) -> Iterable[str]:
        """The right texts of a place: each choice of right texts of its defects."""
        golds = sorted(golds, key=lambda g: (g.start, g.end))
        for choice in islice(product(*(g.right or ("",) for g in golds)), 64):
            yield _spliced(
                self.record.text, start, end, [(g.start, g.end, t) for g, t in zip(golds, choice, strict=True)]
            )


def _spliced(text: str, start: int, end: int, parts: Sequence[tuple[int, int, str]]) -> str:
    out, at = [], start
    for s, e, new in parts:
        out += [text[at:s] if s > at else "", new]
        at = max(at, e)
    return "".join([*out, text[at:end]])


def _same(became: str, wanted: str) -> bool:
    """Equal up to taste. The blank or line end beside something deleted may go with it."""
    a, b = became.translate(_PLAIN), wanted.translate(_PLAIN)
    return a == b or a.strip() == b.strip() == ""


def _near(start: int, end: int, other: int, other_end: int) -> bool:
    """Whether two spans overlap; an empty one needs to touch only."""
    if start == end or other == other_end:
        return start <= other_end and other <= end
    return start < other_end and other < end


def _hits(finding: Finding, gold: Gold) -> bool:
    return _near(*finding[:2], gold.start, gold.end) and (finding.family is None or finding.family in gold.families)


def _ignored(record: Labelled, span: Finding | Change) -> bool:
    return any(_near(span.start, span.end, s, e) for s, e in record.ignore)


def _excused(record: Labelled, change: Change) -> bool:
    """A change near a defect is judged there; one in a region to ignore not at all."""
    return _ignored(record, change) or any(_near(change.start, change.end, g.start - 1, g.end + 1) for g in record.gold)


def _count(counts: Counter[str], family: str, by: int = 1) -> None:
    counts[family] += by
    counts[ALL] += by
