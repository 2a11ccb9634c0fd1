"""Which of several overlapping matches wins. Deterministic: the order of rules on disk does not matter."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass

from .families import priority_of
from .model import Applicability, Match, weakest
from .rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Hit:
    """A match with the rule that made it. `applies`: it changes the text in this run."""

    rule: Rule
    match: Match
    applies: bool

    @property
    def applicability(self) -> Applicability:
        """That of the rule, lowered by the match."""
        own = self.match.applicability
        return self.rule.applicability if own is None else weakest(self.rule.applicability, own)

    @property
    def rank(self) -> tuple[bool, int, float, int, int, str]:
        """Sort key; lower wins: applied repairs, then the family, then confidence, then length."""
        m = self.match
        return (not self.applies, priority_of(self.rule.code), -m.confidence, m.start - m.end, m.start, self.rule.code)


def resolve(hits: Iterable[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Winners in text order, and losers. Repairs that touch each other wait for the next pass; reports only must not overlap."""
    taken: list[tuple[int, int, bool]] = []
    winners: list[Hit] = []
    losers: list[Hit] = []
    widest = 0
    for hit in sorted(hits, key=lambda h: h.rank):
        start, end = hit.match.start, hit.match.end
        if _collides(taken, start, end, hit.applies, widest):
            losers.append(hit)
            continue
        insort(taken, (start, end, hit.applies))
        widest = max(widest, end - start)
        winners.append(hit)
    winners.sort(key=lambda h: (h.match.start, h.match.end, h.rule.code))
    return winners, losers


def _collides(taken: list[tuple[int, int, bool]], start: int, end: int, applies: bool, widest: int) -> bool:
    i = bisect_left(taken, (start - widest, -1, False))
    while i < len(taken) and taken[i][0] <= end:
        other_start, other_end, other_applies = taken[i]
        if applies and other_applies:
            if other_start <= end and start <= other_end:
                return True
        elif (other_start < end and start < other_end) or (start, end) == (other_start, other_end):
            return True
        i += 1
    return False
