"""Runs of tokens that follow themselves: `were immediately were immediately`, of any period, in linear time.

A tandem repeat of period p has each of its token pairs p tokens later again, and the rarest pair of one copy does not
come back before that. So one pass that remembers where each pair was last seen meets every period, and the run is
then measured by walking it once. (Main and Lorentz, 1984, find all repetitions; the nearest one is all we need.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import eq

#: How many token comparisons per token a measured run may cost before the rest is left alone.
_BUDGET = 24


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start:end` repeat with this period: token i equals token i + period while both are inside."""

    start: int
    end: int
    period: int

    @property
    def copies(self) -> int:
        """How many whole copies stand side by side."""
        return (self.end - self.start) // self.period


def doubled(tokens: Sequence[str]) -> list[Run]:
    """The runs of period 1."""
    found, stop = [], 0
    for i in compress(count(), map(eq, tokens, tokens[1:])):
        if i >= stop:
            stop = i + 2
            while stop < len(tokens) and tokens[stop] == tokens[i]:
                stop += 1
            found.append(Run(i, stop, 1))
            stop -= 1
    return found


def runs(tokens: Sequence[str]) -> list[Run]:
    """All maximal runs with at least two copies, in the order of their starts."""
    return by_start(doubled(tokens) + phrases(tokens))


def phrases(tokens: Sequence[str]) -> list[Run]:
    """Those with a period of two and more."""
    return by_start(_periodic(tokens))


def by_start(runs: list[Run]) -> list[Run]:
    """The runs in the order of their starts."""
    return sorted(runs, key=lambda r: (r.start, r.period))


def _periodic(tokens: Sequence[str]) -> list[Run]:
    seen: dict[tuple[str, str], int] = {}
    walked: dict[int, int] = {}
    budget = _BUDGET * len(tokens)
    found = []
    for i, pair in enumerate(pairwise(tokens)):
        before = seen.get(pair)
        seen[pair] = i
        if before is None:
            continue
        period = i - before
        if period < 2 or before < walked.get(period, 0):
            continue
        if (
            period > 2
            and tokens[before - 1] != tokens[i - 1]
            and tokens[before + 2 : before + 3] != tokens[i + 2 : i + 3]
        ):
            continue  # by far the most: `of the` comes again, and nothing around it
        start, end = _walk(tokens, before, period)
        walked[period] = end
        budget -= end - start
        if end - start >= period:
            found.append(Run(start, end + period, period))
        if budget < 0:
            break
    return found


def _walk(tokens: Sequence[str], at: int, period: int) -> tuple[int, int]:
    """The largest `start:end` around `at` in which every token equals the one a period later."""
    start, end, limit = at, at + 1, len(tokens) - period
    while start and tokens[start - 1] == tokens[start - 1 + period]:
        start -= 1
    while end < limit and tokens[end] == tokens[end + period]:
        end += 1
    return start, end
