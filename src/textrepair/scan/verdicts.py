"""What the rules' own tests say of a place that a feature was found at, before any checker is called.

Most runs without blanks are names and numbers that no rule wants: `McDonald`, `20th`. What a test says of a run holds
wherever it stands, so it is asked once, and from then on the run costs one look into a set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..checkers.declare import RunTest
from ..document import Document
from .batch import Batch

#: A longer run is for the checker itself.
LONGEST = 120
_MOST = 1 << 13
#: So many bytes before and behind a dash are looked at, and a record's so many around it: more than checkers do.
_REACH, _NEARBY = 100, 200_000
#: More of a word may follow: an apostrophe, and what is no blank.
_MORE = re.compile(rb"(?:'|\xe2\x80\x99)[A-Za-z\x80-\xff]")


class Runs:
    """Knows of some rules' tests which runs they want. One object a language."""

    def __init__(self, tests: Sequence[RunTest | None]) -> None:
        self._tests = tests
        self.dull: set[bytes] = set()

    def wanted(self, batch: Batch, places: Sequence[int], doc: Document) -> list[int]:
        """Those of the places in a run that a rule wants. `doc`: any of the texts; it says the language."""
        if None in self._tests:
            return list(places)
        buffer, dull, found, end = batch.buffer, self.dull, [], -1
        for place in places:
            if place < end:
                continue
            start, end = _run(buffer, place)
            run = buffer[start:end]
            if run not in dull and self.wants(doc, run):
                found.append(place)
        return found

    def wants(self, doc: Document, run: bytes) -> bool:
        """Whether a rule wants the run; if not, it is `dull` from then on."""
        if len(run) > LONGEST:
            return True
        text = run.decode(errors="replace")
        if any(test(doc, text) for test in self._tests if test):
            return True
        self.dull.add(run) if len(self.dull) < _MOST else self.dull.clear()
        return False

    @property
    def tests(self) -> list[RunTest] | None:
        """The tests, if all rules have one."""
        tests = [test for test in self._tests if test]
        return tests if len(tests) == len(self._tests) else None


def is_wanted(buffer: bytes, start: int, end: int, tests: Sequence[Callable[[str], bool]]) -> bool:
    """Whether a rule wants a broken word, by the rules' own tests."""
    if not tests or _MORE.match(buffer, end):
        return True
    word = buffer[start:end].decode(errors="replace")
    return any(test(word) for test in tests)


def _run(buffer: bytes, place: int) -> tuple[int, int]:
    """The bytes around a place without a blank or line end, or more than `LONGEST` of them."""
    low, high = max(0, place - LONGEST), place + LONGEST
    start = max(buffer.rfind(b" ", low, place), buffer.rfind(b"\n", low, place), low - 1) + 1
    ends = buffer.find(b" ", place, high), buffer.find(b"\n", place, high)
    return start, min((end for end in ends if end >= 0), default=high + 1)


def wanted_dashes(batch: Batch, places: Sequence[int], doc: Document, tests: Sequence[RunTest]) -> list[int]:
    """Those of the dashes that a rule wants; nearly all are meant. `doc`: any of the texts; it says the language.

    A test sees two words on either side, and may answer with a text: then the dash is wanted only where that text is in
    the record too, as `self-made` for `self - made`.
    """
    found, line = [], -1
    for place in places:
        if place < line:
            continue  # that line is wanted already
        window = _around(batch.buffer, place).decode(errors="replace")
        if any(_holds(batch, place, test(doc, window)) for test in tests):
            found.append(place)
            line = batch.buffer.find(b"\n", place)
    return found


def _holds(batch: Batch, place: int, verdict: bool | str) -> bool:
    if isinstance(verdict, bool):
        return verdict
    record = batch.record_at(place)
    start, end = max(batch.starts[record], place - _NEARBY), min(batch.ends[record], place + _NEARBY)
    return batch.buffer.find(verdict.encode(), start, end) >= 0


def _around(buffer: bytes, place: int) -> bytes:
    """The place with two words on either side, within the line."""
    low, high = place - _REACH, place + _REACH
    low = max(low, buffer.rfind(b"\n", max(0, low), place) + 1)
    high = min(high, buffer.find(b"\n", place))
    start, end = place - 1, place + 2
    for _ in range(2):
        start, end = buffer.rfind(b" ", low, max(start, low)), buffer.find(b" ", min(end, high), high)
        start, end = (start if start >= 0 else low), (end + 1 if end >= 0 else high)
    return buffer[start:end]
