"""The `unless` patterns of rules: a match that overlaps one of theirs is dropped.

Hardly any does. So RE2 is asked first, for all patterns of a rule at once, and most are never compiled.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import Any

from .document import Document
from .model import Match
from .patterns import compile_pattern, widen
from .patterns.compact import compact
from .patterns.gate import accepted, utf8
from .rules.rule import Rule


class Exemptions:
    """Where the `unless` patterns of rules match; each line is searched once for a rule, whatever it has of matches."""

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
        may = _gate(rule.unless, rule.ignore_case)
        if may is not None and not may.search(utf8(self._doc.text[start:end])):
            return [], []
        spans = sorted(
            m.span()
            for pattern in rule.unless
            for m in compile_pattern(pattern, rule.ignore_case).finditer(
                self._doc.text, start, end, timeout=self._timeout
            )
        )
        return [s for s, _ in spans], list(accumulate((e for _, e in spans), max))


@lru_cache(maxsize=512)
def _gate(patterns: tuple[str, ...], ignore_case: bool) -> Any:
    """What hits wherever one of the patterns matches; None where a line alone can't tell, or RE2 can't."""
    widened = [widen(pattern, ignore_case) for pattern in patterns]
    if any(w.multiline or not w.re2 for w in widened):
        return None
    return accepted("|".join(f"(?:{compact(w.re2)})" for w in widened if w.re2))
