"""Some lines of a batch by themselves: for triggers that hit in no others there is less to read.

Lines of boilerplate are short, and of plain prose only a third of the lines has a sign that a broken encoding leaves.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from ..patterns.within import signed
from .batch import Batch

#: By byte, whether a line is one with unusual signs: see `patterns.within`.
SIGNS = bytes(signed(byte) for byte in range(256))


class Kind(NamedTuple):
    """Lines of at most `longest` characters; `signed`: those with one of the signs."""

    longest: int = sys.maxsize
    signed: bool = False

    @property
    def signs(self) -> bytes:
        """The bytes of which a line has one; none if it need not."""
        return SIGNS if self.signed else b""


EVERY = Kind()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """`buffer[starts[i]:ends[i]]` is a line that begins at `places[i]` of the batch's own buffer."""

    buffer: bytes
    starts: list[int]
    ends: list[int]
    places: list[int]

    @classmethod
    def of(cls, batch: Batch, longest: int, signs: bytes = b"") -> Excerpt:
        """The lines of one to so many characters; with `signs`, by byte, those that hold one."""
        plain = bytes(byte for byte in range(256) if not signs[byte]) if signs else b""
        lines, starts, ends, places = list[bytes](), list[int](), list[int](), list[int]()
        size = 0
        for at, end in zip(batch.starts, batch.ends, strict=True):
            for line in batch.buffer[at:end].split(b"\n"):
                if line and len(line.decode()) <= longest and (not signs or line.translate(None, plain)):
                    lines.append(line + b"\n")
                    starts.append(size)
                    ends.append(size + len(line))
                    places.append(at)
                    size += len(line) + 1
                at += len(line) + 1
        return cls(b"".join(lines), starts, ends, places)

    def line_at(self, position: int) -> int:
        """Number of the line that holds the byte."""
        return bisect_right(self.starts, position) - 1

    def behind(self, place: int) -> int:
        """Where the first line begins that begins behind a byte of the batch, or all ends."""
        number = bisect_left(self.places, place)
        return self.starts[number] if number < len(self.starts) else len(self.buffer)
