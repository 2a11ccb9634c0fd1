"""Dashes with a blank beside them and other places where a compound may have lost its hyphen.

Nearly all such dashes are meant. A rule's own test sees two words on either side, and may answer with a text: then the
dash is wanted only where that text is in the record too, as `self-made` for `self - made`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..document import Document
from .batch import Batch
from .signs import Bytes, Ints, Signs
from .tokens import Tokens

#: Whether a place may matter to a checker, by the words around it; or what must be in the text besides.
DashTest = Callable[[Document, str], bool | str]

_DASH, _BLANK = 45, 32
_WORD = np.zeros(256, bool)
_WORD[[*range(48, 58), *range(65, 91), *range(97, 123), *range(128, 256)]] = True
_LARGE = np.zeros(256, bool)
_LARGE[[*range(65, 91), *range(0xC3, 0xE2)]] = True
#: So many bytes before and behind are looked at, and a record's so many around a place: more than checkers do.
_REACH, _NEARBY = 100, 200_000


def dashes(signs: Signs) -> Ints:
    """Places of dashes between words or figures with a blank on one side or on both."""
    raw, at = signs.raw, signs.of(_DASH)
    before, after = raw[at - 1], raw[at + 1]
    blank, parted = before == _BLANK, after == _BLANK
    at = at[blank | parted]
    blank, parted = raw[at - 1] == _BLANK, raw[at + 1] == _BLANK
    left = np.where(blank, raw[at - 2], raw[at - 1])
    right = np.where(parted, raw[at + 2], raw[at + 1])
    found: Ints = at[_WORD[left] & _WORD[right]]
    return found


def combining(raw: Bytes) -> Ints:
    """Places of the `o` of short words with a capital before another, as in `Sino Russian`, and of `anti China`."""
    at = np.flatnonzero((raw[1:] == _BLANK) & ((raw[:-1] == 111) | (raw[:-1] == 105)))
    at = at[_LARGE[raw[at + 2]]]
    anti = (raw[at] == 105) & (raw[at - 1] == 116) & (raw[at - 2] == 110)
    large = np.zeros(at.size, bool)
    for back in range(3, 7):
        large |= _LARGE[raw[np.maximum(at - back, 0)]] & ~_WORD[raw[np.maximum(at - back - 1, 0)]]
    found: Ints = at[anti | ((raw[at] == 111) & large)]
    return found


def shared(signs: Signs, tokens: Tokens) -> Ints:
    """Places of hyphens behind which the word before `and` or `or` comes again: `owned and government-owned`."""
    hyphens = signs.of(_DASH)
    numbers = np.searchsorted(tokens.starts, hyphens + 1)
    inside = (numbers > 2) & (numbers < tokens.starts.size)
    hyphens, numbers = hyphens[inside], numbers[inside]
    same = (tokens.starts[numbers] == hyphens + 1) & (tokens.hashes[numbers] == tokens.hashes[numbers - 3])
    found: Ints = hyphens[same]
    return found


def wanted(batch: Batch, places: Sequence[int], doc: Document, tests: Sequence[DashTest]) -> list[int]:
    """Those of the places that a rule wants. `doc`: any of the texts; it says the language."""
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
