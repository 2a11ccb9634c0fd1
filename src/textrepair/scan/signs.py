"""The bytes of a batch, and the places of some of them: found once, for all features that ask."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]


class Signs:
    """`raw` is the buffer as an array. It begins and ends with padding: a few bytes around any sign can be read."""

    def __init__(self, buffer: bytes) -> None:
        self.buffer = buffer
        self.raw: Bytes = np.frombuffer(buffer, np.uint8)
        self._places: dict[int, Ints] = {}

    @cached_property
    def leads(self) -> Ints:
        """Places of the first bytes of signs beyond ASCII."""
        return np.flatnonzero(self.raw >= 0xC2)

    @cached_property
    def lead_bytes(self) -> Bytes:
        """The bytes at `leads`."""
        return self.raw[self.leads]

    def of(self, byte: int) -> Ints:
        """Places of a byte: an ASCII sign, or the first of others."""
        if byte not in self._places:
            self._places[byte] = (
                np.flatnonzero(self.raw == byte) if byte < 0x80 else self.leads[self.lead_bytes == byte]
            )
        return self._places[byte]

    @property
    def line_ends(self) -> Ints:
        """Places of the line ends."""
        return self.of(10)


def is_free(raw: Bytes, at: Ints) -> npt.NDArray[np.bool_]:
    """Where a blank may stand, or the first part of a word like `c'est`: no quotation mark, bracket or hyphen."""
    before, second, third = raw[at], raw[at - 1], raw[at - 2]
    joined = (before == 0x27) & (((second | 32) - 97 < 26) | (second >= 0x80))
    mark = (third == 0xE2) & (second == 0x80) & (before >= 0x90) & (before <= 0x9F)
    mark |= (second == 0xC2) & ((before == 0xAB) | (before == 0xBB))
    free: npt.NDArray[np.bool_] = (before <= 32) | joined | ((before >= 0x80) & ~mark)
    return free
