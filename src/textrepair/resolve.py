"""Which of several overlapping matches wins. Deterministic: the order of rules on disk does not matter."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .families import priority_of
from .model import Applicability, Match, weakest
from .rules.rule import Rule

#: Families that mend words.
_WORDS = ("JOI", "SPL")


@dataclass(slots=True)
class Hit:
    """A match with the rule that made it. `applies`: it changes the text in this run.

    Nobody changes it; that it is not frozen makes it in a fifth of the time.
    """

    rule: Rule
    match: Match
    applies: bool

    @property
    def applicability(self) -> Applicability:
        """That of the rule, lowered by the match."""
        return certainty(self.rule, self.match)

    @property
    def rank(self) -> tuple[bool, int, float, int, int, str]:
        """Sort key; lower wins: applied repairs, then the family, then confidence, then length."""
        m = self.match
        return (not self.applies, priority_of(self.rule.code), -m.confidence, m.start - m.end, m.start, self.rule.code)


def certainty(rule: Rule, match: Match) -> Applicability:
    """The applicability of a rule, lowered by the match."""
    own = match.applicability
    return rule.applicability if own is None or own == rule.applicability else weakest(rule.applicability, own)


def hold_back(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits, with repairs of punctuation beside a torn or joined word that stays as it is made `unsafe`.

    In `analys is .` the blank before the full stop alone would leave the place half mended.
    """
    words = [h.match for h in hits if h.rule.code[:3] in _WORDS and not h.applies and h.match.replacement is not None]
    if not words:
        return hits
    starts, ends = {m.start for m in words}, {m.end for m in words}
    return [
        replace(h, match=replace(h.match, applicability="unsafe"), applies=False)
        if h.applies and h.rule.code.startswith("PUN") and (h.match.start in ends or h.match.end in starts)
        else h
        for h in hits
    ]


def resolve(hits: Iterable[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Winners in text order, and losers. Repairs that touch each other wait for the next pass; reports may touch.

    In a line of boilerplate nothing else is repaired but its encoding: the line is to go, whoever decides that.
    """
    hits = list(hits)
    lines = sorted((h.match.start, h.match.end) for h in hits if h.rule.code.startswith("BLP"))
    taken: list[tuple[int, int, bool]] = []
    winners: list[Hit] = []
    losers: list[Hit] = []
    widest = 0
    for hit in sorted(hits, key=lambda h: h.rank):
        start, end = hit.match.start, hit.match.end
        if (lines and _inside(lines, hit)) or _collides(taken, hit, widest):
            losers.append(hit)
            continue
        insort(taken, (start, end, hit.applies))
        widest = max(widest, end - start)
        winners.append(hit)
    winners.sort(key=lambda h: (h.match.start, h.match.end, h.rule.code))
    return winners, losers


def _inside(lines: list[tuple[int, int]], hit: Hit) -> bool:
    """Whether the hit lies in a line of boilerplate and speaks of something else."""
    start, end = hit.match.start, hit.match.end
    i = bisect_right(lines, start, key=lambda line: line[0])
    return i > 0 and end <= lines[i - 1][1] and hit.rule.code[:3] not in ("BLP", "ENC")


def _collides(taken: list[tuple[int, int, bool]], hit: Hit, widest: int) -> bool:
    """Whether another has the place. A sentence in another language may hold reports of smaller things."""
    start, end = hit.match.start, hit.match.end
    wide = hit.rule.code.startswith("LNG") and not hit.applies
    i = bisect_left(taken, (start - widest, -1, False))
    while i < len(taken) and taken[i][0] <= end:
        other_start, other_end, other_applies = taken[i]
        if (start, end) == (other_start, other_end):
            return True
        within = wide and not other_applies and start <= other_start and other_end <= end
        if hit.applies and other_applies:
            if other_start <= end and start <= other_end:
                return True
        elif other_start < end and start < other_end and not within:
            return True
        i += 1
    return False
