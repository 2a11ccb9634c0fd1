"""How often a mark stands in each line of a buffer, in a few vector operations.

Whether marks come in pairs is nothing for the common automaton: each such question doubles its states.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


class MarkCounts:
    """Counts of marks by line. The buffer ends with padding, so that a few bytes after any mark can be read."""

    def __init__(self, buffer: bytes) -> None:
        self._raw = np.frombuffer(buffer, np.uint8)
        self._ends = np.flatnonzero(self._raw == 10)
        self._places: dict[int, Ints] = {}
        self._counted: dict[str, Ints] = {}

    def count(self, mark: str) -> Ints:
        """How often the mark stands in each line; of a mark of two characters, overlapping ones count too."""
        if mark not in self._counted:
            lead, *rest = mark.encode()
            at = self._led_by(lead)
            for offset, byte in enumerate(rest, 1):
                at = at[self._raw[at + offset] == byte]
            self._counted[mark] = np.bincount(np.searchsorted(self._ends, at), minlength=self._ends.size + 1)
        return self._counted[mark]

    def starts(self, *conditions: npt.NDArray[np.bool_]) -> Ints:
        """Starts of the lines that meet one of the conditions."""
        lines = np.flatnonzero(np.logical_or.reduce(conditions))
        return np.concatenate((np.zeros(1, np.int64), self._ends + 1))[lines]

    def _led_by(self, byte: int) -> Ints:
        if byte not in self._places:
            self._places[byte] = np.flatnonzero(self._raw == byte)
        return self._places[byte]
