"""Texts joined into one UTF-8 buffer, so that a pass costs the same for a thousand short records as for a long one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ..model import Span
from ..patterns.gate import utf8

#: Around the buffer, so that eight bytes can be read at any word's place, and the first line begins after a line end.
PAD = b"       \n"
#: Between two records: no pattern that stays in a line can match across it.
SEPARATOR = b"\n\n"
#: The bytes of which all blanks of Unicode are made. Lines that differ in nothing but blanks at their ends stay alike.
BLANKS = bytes({byte for code in range(0x3001) if chr(code).isspace() for byte in chr(code).encode()})


class Batch:
    """`buffer[starts[i]:ends[i]]` is the UTF-8 of text i."""

    def __init__(self, texts: Sequence[str]) -> None:
        encoded = [utf8(t) for t in texts]
        self.buffer = b"".join((PAD, SEPARATOR.join(encoded), SEPARATOR, PAD))
        self.starts: list[int] = []
        self.ends: list[int] = []
        at = len(PAD)
        for raw in encoded:
            self.starts.append(at)
            at += len(raw)
            self.ends.append(at)
            at += len(SEPARATOR)
        self._ascii = [len(raw) == len(text) for raw, text in zip(encoded, texts, strict=True)]
        self._cursor = (-1, 0, 0)

    def record_at(self, position: int) -> int:
        """Number of the text that holds the byte."""
        return bisect_right(self.starts, position) - 1

    def line_at(self, position: int, record: int) -> Span:
        """Byte span of the line of this record that holds the byte, without its `\\n`."""
        start, end = self.starts[record], self.ends[record]
        position = min(position, end)
        left = self.buffer.rfind(b"\n", start, position)
        right = self.buffer.find(b"\n", position, end)
        return (start if left < 0 else left + 1), (end if right < 0 else right)

    def characters(self, record: int, span: Span) -> Span:
        """A byte span as offsets in the record's text. Cheap for spans asked for in ascending order."""
        base = self.starts[record]
        if self._ascii[record]:
            return span[0] - base, span[1] - base
        known, byte, char = self._cursor
        if known != record or byte > span[0]:
            byte, char = base, 0
        char += len(self.buffer[byte : span[0]].decode())
        self._cursor = (record, span[0], char)
        return char, char + len(self.buffer[span[0] : span[1]].decode())
