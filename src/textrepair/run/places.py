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
        self.record = record
        #: How rows name the record.
        self.named = {"index": record.index, "id": record.id, "field": record.field}
        self._starts: array[int] | None = None
        self._bytes = (0, 0, 0)  # line index, position, bytes from the line's start to it

    def line(self, position: int) -> int:
        """The 1-based line in the file: that of the record itself where the text is a field of it."""
        r = self.record
        return r.line + (self._index(position) if r.field is None else 0)

    def place(self, start: int, end: int) -> dict[str, Any]:
        """Columns are 1-based code points and UTF-8 bytes in the line, absent for a field of a record."""
        place = self._around(start, end)
        if self.record.field is None:
            first, last = self._index(start), self._index(end)
            place["column"] = start - self._start(first) + 1
            place["byte"] = self._byte(first, start)
            place["end_line"] = self.record.line + last
            place["end_column"] = end - self._start(last) + 1
            place["end_byte"] = self._byte(last, end)
        return place

    def _around(self, start: int, end: int) -> dict[str, Any]:
        """The line before and after a defect as far as it is shown, and whether there is more of it."""
        text, left, right = self.record.text, max(0, start - WINDOW), end + WINDOW
        begin = text.rfind("\n", left, start) + 1
        more = not begin and left > 0 and text[left - 1] != "\n"
        stop = text.find("\n", end, right + 2)
        if stop < 0:
            stop = min(len(text), right + 2)  # where it is no more than this, it is longer than what is shown
        if stop > end and text[stop - 1] == "\r":
            stop -= 1
        return {
            "head": text[begin or left : start],
            "tail": text[end : min(stop, right)],
            "cut": [more, right < stop],
        }

    def _lines(self) -> array[int]:
        if self._starts is None:
            text, self._starts = self.record.text, array("q", [0])  # a list would be five times as large
            at = text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = text.find("\n", at + 1)
        return self._starts

    def _index(self, position: int) -> int:
        return bisect_right(self._lines(), position) - 1

    def _start(self, index: int) -> int:
        return self._lines()[index]

    def _byte(self, index: int, position: int) -> int:
        """Counted on from the place that was asked for last, or the line's start: it need not be counted back."""
        known, at, count = self._bytes
        if known != index:
            at, count = self._start(index), 0
        text, sign = self.record.text, 1 if position >= at else -1
        between = text[min(at, position) : max(at, position)]
        count += sign * len(between.encode("utf-8", "surrogatepass"))
        self._bytes = (index, position, count)
        return count + 1
