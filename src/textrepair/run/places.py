"""Where in its record a defect lies, for people: line, column, and the text around it."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import Any

from ..model import Record

#: Code points of context on either side.
WINDOW = 72


class Places:
    """Lines and columns of one record. Linear over all its defects: what lies between two of them is counted once."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._starts: array[int] | None = None
        self._bytes = (0, 0, 0)  # line index, position, bytes from the line's start to it

    def line(self, position: int) -> int:
        """The 1-based line in the file: that of the record itself where the text is a field of it."""
        r = self._record
        return r.line + (self._index(position) if r.field is None else 0)

    def place(self, start: int, end: int) -> dict[str, Any]:
        """Columns are 1-based code points and UTF-8 bytes in the line, absent for a field of a record."""
        text = self._record.text
        first, last = self._index(start), self._index(end)
        line_start, line_end = self._start(first), self._end(last)
        if line_end > max(end, line_start) and text[line_end - 1] == "\r":
            line_end -= 1
        left, right = max(line_start, start - WINDOW), min(line_end, end + WINDOW)
        place: dict[str, Any] = {
            "head": text[left:start],
            "tail": text[end:right],
            "cut": [left > line_start, right < line_end],
        }
        if self._record.field is None:
            place |= {
                "column": start - line_start + 1,
                "byte": self._byte(first, start),
                "end_line": self._record.line + last,
                "end_column": end - self._start(last) + 1,
                "end_byte": self._byte(last, end),
            }
        return place

    def _lines(self) -> array[int]:
        if self._starts is None:
            text, self._starts = self._record.text, array("q", [0])  # a list would be five times as large
            at = text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = text.find("\n", at + 1)
        return self._starts

    def _index(self, position: int) -> int:
        return bisect_right(self._lines(), position) - 1

    def _start(self, index: int) -> int:
        return self._lines()[index]

    def _end(self, index: int) -> int:
        starts = self._lines()
        return starts[index + 1] - 1 if index + 1 < len(starts) else len(self._record.text)

    def _byte(self, index: int, position: int) -> int:
        """Counted on from the place that was asked for last, or the line's start: it need not be counted back."""
        known, at, count = self._bytes
        if known != index:
            at, count = self._start(index), 0
        text, sign = self._record.text, 1 if position >= at else -1
        between = text[min(at, position) : max(at, position)]
        count += sign * len(between.encode("utf-8", "surrogatepass"))
        self._bytes = (index, position, count)
        return count + 1
