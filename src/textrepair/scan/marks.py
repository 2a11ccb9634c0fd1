"""How often a mark stands in each line of a buffer, in a few vector operations.

Whether marks come in pairs is nothing for the common automaton: each such question doubles its states.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .signs import Ints, Signs


class MarkCounts:
    """Counts of marks by line."""

    def __init__(self, signs: Signs) -> None:
        self._signs = signs
        self._ends = signs.line_ends
        self._counted: dict[str, Ints] = {}

    def count(self, mark: str) -> Ints:
        """How often the mark stands in each line; of a mark of two characters, overlapping ones count too."""
        if mark not in self._counted:
            places = self._places(mark.encode())
            self._counted[mark] = (
                np.bincount(np.searchsorted(self._ends, places), minlength=self._ends.size + 1)
                if places.size
                else np.zeros(self._ends.size + 1, np.int64)
            )
        return self._counted[mark]

    def _places(self, mark: bytes) -> Ints:
        at = self._signs.of(mark[0])
        for offset, byte in enumerate(mark[1:], 1):
            at = at[self._signs.raw[at + offset] == byte]
        return at

    def starts(self, *conditions: npt.NDArray[np.bool_]) -> Ints:
        """Starts of the lines that meet one of the conditions."""
        lines = np.flatnonzero(np.logical_or.reduce(conditions))
        return np.concatenate((np.zeros(1, np.int64), self._ends + 1))[lines]


def unbalanced_quotes(marks: MarkCounts) -> Ints:
    """Starts of the lines in which the quotation marks of some kind do not come in pairs."""
    right = marks.count("\u201d")
    low, left = marks.count("\u201e"), marks.count("\u201c")
    curly = np.where(low > 0, low != left + right, left != right)
    angular = marks.count("\xab") != marks.count("\xbb")
    return marks.starts(marks.count('"') % 2 > 0, angular, curly, marks.count("\u2019\u2019") > 0)


def mixed_quotes(marks: MarkCounts) -> Ints:
    """Starts of the lines with a straight mark and one of another kind that may close."""
    others = marks.count("\u201c") + marks.count("\u201e") + marks.count("\xbb") + marks.count("''")
    return marks.starts((marks.count('"') > 0) & (others > 0))


def open_brackets(marks: MarkCounts) -> Ints:
    """Starts of the lines with more opening brackets than closing ones."""
    return marks.starts(marks.count("(") > marks.count(")"))
