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

from ...document import Document
from ...memo import lazy
from ...model import Span
from .tokens import Tokens

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


class Line:
    """A line with its tokens, folded, and the runs among them, each found when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = Tokens(text)
        self.tokens = found.words
        #: Where a token stands, from the line's start.
        self.place = found.place

    @lazy
    def doubled(self) -> list[Run]:
        """The runs of period 1, in order."""
        return doubled(self.tokens)

    @lazy
    def phrases(self) -> list[Run]:
        """The runs of longer periods, in the order of their starts."""
        return phrases(self.tokens)

    @property
    def runs(self) -> list[Run]:
        """All runs, in the order of their starts."""
        return _sorted(self.doubled + self.phrases)

    def token(self, i: int) -> str:
        """Token `i` as it is written."""
        return self.text[slice(*self.place(i))]

    def gap(self, i: int) -> str:
        """What stands between token `i` and the next one, or the end of the line."""
        end = self.place(i + 1)[0] if i + 1 < len(self.tokens) else len(self.text)
        return self.text[self.place(i)[1] : end]


def analysed(doc: Document, span: Span) -> Line:
    """The runs of a line. Remembered for the several rules that look at one line after the other."""
    key = analysed, span
    line: Line | None = doc.memo.get(key)
    if line is None:
        line = doc.memo[key] = Line(doc.text[slice(*span)])
    return line


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
    return _sorted(doubled(tokens) + phrases(tokens))


def phrases(tokens: Sequence[str]) -> list[Run]:
    """Those with a period of two and more."""
    return _sorted(_periodic(tokens))


def _sorted(runs: list[Run]) -> list[Run]:
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
