"""Where characters stand in bytes: of UTF-8, or of a string of JSON, in which an escape is one character.

A text in memory may take four times its bytes, so it is decoded block by block.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

_BLOCK = 1 << 16
_HALVES = r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
#: Everything of a string of JSON that stands for one character and is more than one.
_ESCAPE = re.compile(rf"{_HALVES}|\\u[0-9a-fA-F]{{4}}|\\.", re.DOTALL)
_ESCAPE_BYTES = re.compile(_ESCAPE.pattern.encode(), re.DOTALL)


def places(raw: bytes, start: int, end: int, numbers: Iterable[int], *, escapes: bool = False) -> Iterator[int]:
    """Where in `raw[start:end]` the characters of these ascending numbers begin; that after the last is `end`.

    Bytes that are no UTF-8 are a character each.
    """
    if _is_plain(raw, start, end, escapes):
        yield from (start + number for number in numbers)
        return
    block = _Block(raw, start, end, 0, escapes)
    for number in numbers:
        while number > block.after:
            block = _Block(raw, block.stop, end, block.after, escapes)
        yield block.place(number)


def _is_plain(raw: bytes, start: int, end: int, escapes: bool) -> bool:
    """Whether each character is a byte, as in most short texts."""
    return end - start <= _BLOCK and raw[start:end].isascii() and not (escapes and raw.find(b"\\", start, end) >= 0)


#: A place in the bytes and what comes there.
Cut = tuple[int, int, bytes]


def spliced(raw: bytes, cuts: Iterable[Cut]) -> bytes:
    """The bytes after these ascending cuts. Needs room for what comes out and for nothing else."""
    parts: list[bytes | memoryview] = []
    at, whole = 0, memoryview(raw)
    for start, end, new in cuts:
        parts += (whole[at:start], new)
        at = end
    parts.append(whole[at:])
    return b"".join(parts)


class _Block:
    """Some whole characters from `start` on; the first has the number `first`. Asked in ascending order."""

    def __init__(self, raw: bytes, start: int, end: int, first: int, escapes: bool) -> None:
        self.stop = _stop(raw, start, end, escapes)
        self._text = raw[start : self.stop].decode("utf-8", "surrogateescape")
        self._first = first
        self._escapes, self._extra = array("q"), array("q", [0])  # their numbers, and the characters they cost so far
        if escapes and "\\" in self._text:
            for m in _ESCAPE.finditer(self._text):
                self._escapes.append(m.start() - self._extra[-1])
                self._extra.append(self._extra[-1] + m.end() - m.start() - 1)
        self.after = first + len(self._text) - self._extra[-1]
        self._at, self._byte = 0, start

    def place(self, number: int) -> int:
        number -= self._first
        at = number + self._extra[bisect_left(self._escapes, number)]
        self._byte += len(self._text[self._at : at].encode("utf-8", "surrogateescape"))
        self._at = at
        return self._byte


def _stop(raw: bytes, start: int, end: int, escapes: bool) -> int:
    """Where a block from `start` on ends: not inside a character or an escape."""
    if end - start <= _BLOCK:
        return end
    stop = start + _BLOCK
    # Where the three bytes before go on with a character too, this one can't be part of it.
    stop = next((at for at in range(stop, stop - 4, -1) if raw[at] & 0xC0 != 0x80), stop)
    if escapes and raw.find(b"\\", start, stop) >= 0:
        for m in _ESCAPE_BYTES.finditer(raw, start, end):
            if m.start() >= stop:
                break
            stop = max(stop, m.end())
    return stop
