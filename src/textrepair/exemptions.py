"""The `unless` patterns of rules: a match that overlaps one of theirs is dropped."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate

from .document import Document
from .model import Match
from .patterns import compile_pattern
from .rules.rule import Rule


class Exemptions:
    """Where the `unless` patterns of rules match; each line is searched once for a rule, however many matches it has."""

    def __init__(self, doc: Document, timeout: float) -> None:
        self._doc, self._timeout = doc, timeout
        self._found: dict[tuple[str, int, int], tuple[list[int], list[int]]] = {}

    def cover(self, rule: Rule, match: Match) -> bool:
        """Whether one of the rule's `unless` patterns overlaps the match. Raises `TimeoutError`."""
        if not rule.unless:
            return False
        start, end = self._doc.line_at(match.start)[0], self._doc.line_at(match.end)[1]
        key = rule.code, start, end
        if key not in self._found:
            self._found[key] = self._search(rule, start, end)
        starts, ends = self._found[key]
        before = bisect_left(starts, match.end)
        return before > 0 and ends[before - 1] > match.start

    def _search(self, rule: Rule, start: int, end: int) -> tuple[list[int], list[int]]:
        """Starts, and with each the furthest end of those that begin no later."""
        spans = sorted(
            m.span()
            for pattern in rule.unless
            for m in compile_pattern(pattern, rule.ignore_case).finditer(
                self._doc.text, start, end, timeout=self._timeout
            )
        )
        return [s for s, _ in spans], list(accumulate((e for _, e in spans), max))
