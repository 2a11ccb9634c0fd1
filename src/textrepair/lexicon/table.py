"""A word list in two parts: the frequent words in a dictionary, all of them as sorted hashes (9 bytes a word).

The hashes stay in the file, which is mapped into memory: the system shares it between workers and lets go of what is
not asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import neg
from typing import Any, ClassVar

from .. import kernel

#: Words this frequent are stored by name, and those this frequent go to the dictionary: a dictionary takes twenty times
#: the room, and what is looked up in the hashes is remembered for a while.
NAMED, HEAD = 3.2, 3.7
STEP = 30
#: Bytes of a column that are read, or in which line ends are counted, at once.
_BLOCK = 1 << 14
#: A table that was asked so many times makes its dictionary, which takes as long as some thousand look-ups.
_OFTEN = 8000
#: So many have theirs at a time. A corpus in twenty languages has few words of most.
_MOST = 4
#: Of 55 bits, and no neighbour of a power of two: another word has the hash of a listed one once in 2^35.
PRIME = 0x4F1BBCDCBFA4BD


class Table:
    """Zipf frequencies by word: `head` for the frequent ones, hashes for all of them.

    `head` is empty until the table has been asked often, and again when others have been: of most languages a corpus
    has a few words only.
    """

    _learned: ClassVar[list[Table]] = []

    def __init__(self, data: memoryview) -> None:
        sizes = array("I", bytes(data[:8]))
        self._names, self._named, rest = data[8 : 8 + sizes[0]], sizes[1], data[8 + sizes[0] :]
        count = len(rest) // 9
        self._hashes, self._zipfs = rest[: 8 * count].cast("Q"), rest[8 * count :]
        self.native = kernel.word_list(self._hashes, self._zipfs)
        self._seldom = _OFTEN
        self.head: dict[str, float] = {}

    def _learn(self) -> None:
        """Make `head`; the table that has had its own for longest forgets it, if there are too many."""
        names = bytes(self._names)
        steps = names[-self._named :]  # in falling order
        most = max(1, bisect_right(steps, -HEAD * STEP, key=neg))
        words = names[: -self._named].decode().split("\n", most)[:most]
        shared = [n / STEP for n in range(256)]
        self.head = dict(zip(words, map(shared.__getitem__, steps), strict=False))
        self._learned.append(self)
        if len(self._learned) > _MOST:
            oldest = self._learned.pop(0)
            oldest.head, oldest._seldom = {}, _OFTEN

    def zipf(self, word: str) -> float:
        """Zipf frequency of exactly this spelling; 0.0 if it is not listed."""
        found = self.head.get(word)
        if found is not None:
            return found
        if not self.head:
            self._seldom -= 1
            if not self._seldom:
                self._learn()
        if self.native is not None:
            return self.native.zipf(word)
        key = _hash(word)
        at = bisect_left(self._hashes, key)
        return self._zipfs[at] / STEP if at < len(self._hashes) and self._hashes[at] == key else 0.0

    @classmethod
    def read(cls, data: memoryview) -> Table | None:
        """The table of `Writer.table` bytes; None for a language without words."""
        return cls(data) if data else None


def word_list(data: memoryview, most: int | None = None) -> Iterator[tuple[str, float]]:
    """The words of `Writer.words` bytes, or the first of them, with their frequencies."""
    column, end = _column(data)
    shared = [n / STEP for n in range(256)]
    steps = column[end + 1 :] if most is None else column[end + 1 : end + 1 + most]
    return zip(_words(column, end), map(shared.__getitem__, steps), strict=False)


def _words(column: Any, end: int) -> Iterator[str]:
    """The words, some pages of them at a time: all together they would take ten times the room."""
    start = 0
    while start < end:
        stop = column.find(b"\n", start + _BLOCK, end)
        stop = end if stop < 0 else stop
        yield from column[start:stop].decode().split("\n")
        start = stop + 1


def common_words(data: memoryview, least: float) -> bytes:
    """Those of the words of `Writer.words` bytes that are at least so frequent, with a line end behind each."""
    column, end = _column(data)
    count = bisect_right(column[end + 1 :], -least, key=lambda step: -step / STEP)
    return column[: _lines(column, count, end)] + b"\n" if count else b""


def _column(data: memoryview) -> tuple[Any, int]:
    """The same bytes as something that can be searched, and where in it the words end."""
    return data.obj, data.obj.rfind(b"\0")  # type: ignore[attr-defined]


def _lines(column: Any, count: int, end: int) -> int:
    """Where so many lines end: of a list of megabytes only the beginning is looked at."""
    start = 0
    while start < end:
        block = column[start : min(start + _BLOCK, end)]
        here = block.count(b"\n")
        if here >= count:
            at = -1
            for _ in range(count):
                at = block.find(b"\n", at + 1)
            return start + max(at, 0)
        count -= here
        start += len(block)
    return end


def _hash(word: str) -> int:
    """The bytes of the word as a number, modulo a prime: a third of the time that a hash with a key takes."""
    return int.from_bytes(word.encode("utf-8", "surrogatepass") + b"\1", "little") % PRIME
