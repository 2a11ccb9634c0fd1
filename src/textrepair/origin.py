"""Where a place of the text after some edits came from in the text before them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from .model import Edit


class Origin:
    """The map from the text that `edits` made back to the original. Built once a pass; each question costs a search."""

    def __init__(self, edits: Sequence[Edit], text: str) -> None:
        self._edits, self._text = edits, text
        self._shifts = [0, *accumulate(len(e.after) - len(e.before) for e in edits)]
        self._starts = [e.start + shift for e, shift in zip(edits, self._shifts, strict=False)]
        self._stops = [start + len(e.after) for e, start in zip(edits, self._starts, strict=True)]

    def of(self, start: int, end: int) -> tuple[int, int, str, str]:
        """The span of the original behind `start:end`, and what of the new text the widening added on either side.

        An end that lies inside inserted text widens the span to the whole edit; one at its edge keeps the edit out,
        but a span never leaves out an edit it touches with both ends.
        """
        if not self._edits:
            return start, end, "", ""
        left, head = self._left(start, start == end)
        right, tail = self._right(end)
        return left, max(left, right), head, tail

    def parted(self, start: int, end: int) -> bool:
        """Whether an edit that overlaps `start:end` of the new text has done no more than put blanks in."""
        i = bisect_right(self._stops, start)
        while i < len(self._edits) and self._starts[i] < end:
            before, after = self._edits[i].before, self._edits[i].after
            if len(after) > len(before) and after.split() == before.split():
                return True
            i += 1
        return False

    def _left(self, at: int, empty: bool) -> tuple[int, str]:
        i = bisect_left(self._stops, at) if empty else bisect_right(self._stops, at)
        if i < len(self._edits):
            inside = self._starts[i] < at or (self._starts[i] == at and self._stops[i] > at)
            if inside:
                return self._edits[i].start, self._text[self._starts[i] : at]
        return at - self._shifts[i], ""

    def _right(self, at: int) -> tuple[int, str]:
        i = bisect_left(self._stops, at)
        if i < len(self._edits) and self._starts[i] < at:
            return self._edits[i].end, self._text[at : self._stops[i]]
        return at - self._shifts[i], ""
