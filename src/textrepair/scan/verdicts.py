"""What the rules' own tests say of a place that a feature was found at, before any checker is called.

Most runs without blanks are names and numbers that no rule wants: `McDonald`, `20th`. What a test says of a run holds
wherever it stands, so it is asked once, and from then on the run costs one look into a set.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..checkers.declare import DashTest
from ..document import Document
from ..model import Span
from .batch import Batch
from .room import Room

#: A longer run is for the checker itself.
LONGEST = 120
#: Runs that are remembered.
MOST = 1 << 15
#: So many bytes before and behind a dash are looked at, and a record's so many around it: more than checkers do.
_REACH, _NEARBY = 100, 200_000
#: Signs of Chinese and Japanese.
_IDEOGRAPH = re.compile(rb"[\xe3-\xe9][\x80-\xbf][\x80-\xbf]")
_HYPHEN, _BLANK = b"- "
_LAST, _FIRST = re.compile(rb"[A-Za-z0-9]+$"), re.compile(rb"[A-Za-z0-9]+")
#: Place, two words before a dash, the dash with its blanks, two words behind it, and whether the two beside it are in
#: the record with nothing but a hyphen between them.
Dash = tuple[int, str, str, str, bool]
#: More of a word may follow: an apostrophe, and what is no blank.
_MORE = re.compile(rb"(?:'|\xe2\x80\x99)[A-Za-z\x80-\xff]")


class Runs:
    """Knows of some rules' tests which runs they want. One object a feature and language, which share the `room`."""

    def __init__(self, tests: Sequence[Callable[..., bool] | None], room: Room | None = None) -> None:
        self._tests = tests
        self.dull: set[bytes] = set()
        self._room = room or Room(MOST)
        self._room.share(self.dull.clear)

    def wanted(self, batch: Batch, places: Sequence[int], doc: Document, *, latin: bool = False) -> list[int]:
        """Those of the places in a run that a rule wants. `doc`: any of the texts; it says the language.

        `latin`: signs of Chinese and Japanese end a run as blanks do.
        """
        if None in self._tests:
            return list(places)
        buffer, dull, found, end = batch.buffer, self.dull, [], -1
        for place in places:
            if place < end:
                continue
            start, end = _run(buffer, place, latin)
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
        self._room.take()
        self.dull.add(run)
        return False

    def spans(self, buffer: bytes, spans: Iterable[Span], doc: Document) -> Iterator[int]:
        """Starts of those of the spans that a rule wants. One that is empty has no test that would want it."""
        for start, end in spans:
            run = buffer[start:end]
            if None in self._tests or (run and run not in self.dull and self.wants(doc, run)):
                yield start

    @property
    def tests(self) -> list[Callable[..., bool]] | None:
        """The tests, if all rules have one."""
        tests = [test for test in self._tests if test]
        return tests if len(tests) == len(self._tests) else None


def is_wanted(buffer: bytes, start: int, end: int, tests: Sequence[Callable[[str], bool]]) -> bool:
    """Whether a rule wants a broken word, by the rules' own tests."""
    if not tests or _MORE.match(buffer, end):
        return True
    word = buffer[start:end].decode(errors="replace")
    return any(test(word) for test in tests)


def _run(buffer: bytes, place: int, latin: bool) -> tuple[int, int]:
    """The bytes around a place without a blank or line end, or more than `LONGEST` of them."""
    low, high = max(0, place - LONGEST), place + LONGEST
    start = max(buffer.rfind(b" ", low, place), buffer.rfind(b"\n", low, place), low - 1) + 1
    ends = buffer.find(b" ", place, high), buffer.find(b"\n", place, high)
    end = min((end for end in ends if end >= 0), default=high + 1)
    if latin:
        start = max((m.end() for m in _IDEOGRAPH.finditer(buffer, max(start - 2, 0), place)), default=start)
        sign = _IDEOGRAPH.search(buffer, place, min(end, high))
        end = sign.start() if sign else end
    return start, end


def wanted_dashes(batch: Batch, some: Iterable[Dash], doc: Document, tests: Sequence[DashTest]) -> list[int]:
    """Places of those of the dashes that a rule wants; nearly all are meant. `doc`: any of the texts, for its language.

    A test is asked until one says yes; then the line is wanted, whatever else stands in it.
    """
    found, line = [], -1
    for place, before, gap, after, elsewhere in some:
        if place >= line and any(test(doc, before, gap, after, elsewhere) for test in tests):
            found.append(place)
            line = batch.buffer.find(b"\n", place)
    return found


def around_dashes(batch: Batch, places: Iterable[int]) -> Iterator[Dash]:
    """What stands around dashes, and around the blanks of lost ones."""
    for place in places:
        raw = batch.buffer
        dash = raw[place] == _HYPHEN
        end = place - (raw[place - 1] == _BLANK) if dash else place + 1
        after = place + 1 + (raw[place + 1] == _BLANK) if dash else place + 2
        left, right = _two_words(raw, end, after)
        elsewhere = dash and _is_elsewhere(batch, place, left, right)
        before, gap, behind = (some.decode(errors="replace") for some in (left, raw[end:after], right))
        yield place, before, gap, behind, elsewhere


def _two_words(raw: bytes, end: int, after: int) -> tuple[bytes, bytes]:
    """The words before and behind a dash, within the line."""
    left, right = raw[max(0, end - _REACH) : end], raw[after : after + _REACH]
    before = left[left.rfind(b"\n") + 1 :].rsplit(b" ", 2)[-2:]
    return b" ".join(before), b" ".join(right.partition(b"\n")[0].split(b" ", 2)[:2])


def _is_elsewhere(batch: Batch, place: int, left: bytes, right: bytes) -> bool:
    """Whether the words on both sides are in the record with nothing but a hyphen between them."""
    one, other = _LAST.search(left), _FIRST.match(right)
    if not one or not other:
        return False
    record = batch.record_at(place)
    start, end = max(batch.starts[record], place - _NEARBY), min(batch.ends[record], place + _NEARBY)
    return batch.buffer.find(b"-".join((one[0], other[0])), start, end) >= 0
