"""What stands twice: words, lines, the ends of sentences, characters."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from .batch import BLANKS, PAD, Batch
from .signs import Ints
from .tokens import Tokens, distinct, loops

#: Between a word and its double in a line: blanks (and signs beyond ASCII, which may be some), or what has a figure.
_PARTED = re.compile(rb"[^\n!-~]*|[^\n]*[0-9][^\n]*")
#: What words are made of that the scan does not see: figures, of any script. So many of them are compared.
_FIGURES, _MOST_FIGURES = re.compile(rb"[0-9\x80-\xff]+"), 32
#: Between the last word of a line and the first of the next.
_WRAPPED = re.compile(rb"[ \t]*\n[ \t]*")

#: Behind a word that may end an item: a comma, or a short word that may be `and` in some language.
_ENDS_ITEM = re.compile(
    rb", |[\x80-\xff]|[\x00-\x09\x0b- ]+(?:[\x80-\xff]|[AEINOSUYaeinosuy][A-Za-z]{0,4}[\x00- \x80-\xff])"
)
#: So many bytes before a stop are compared with those before the last; so many characters may be between them.
_ECHO, _MOST = 12, 120


class Repeats:
    """The tokens of a batch that equal the one before, with what stands between."""

    def __init__(self, batch: Batch, tokens: Tokens) -> None:
        self._tokens, self._buffer = tokens, batch.buffer
        self._numbers = numbers = tokens.repeats()
        gaps = zip(tokens.ends[numbers - 1].tolist(), tokens.starts[numbers].tolist(), strict=True)
        self._starts, self._gaps = tokens.starts[numbers], [batch.buffer[end:start] for end, start in gaps]

    def words(self) -> Ints:
        """Places of the words with blanks or figures between them, and of those that begin a run of copies."""
        return distinct(self._parted_by(_PARTED.fullmatch), self._tokens.starts[self._tokens.loops()])

    def phrases(self) -> Ints:
        """Places of the words that begin a run of copies, and of those with figures between."""
        figured = np.array([i for i in self._numbers.tolist() if self._is_figured(i)], np.int64)
        return self._tokens.starts[distinct(figured, self._tokens.loops())]

    def _is_figured(self, i: int) -> bool:
        """Whether the figures between the two words stand again around them: `1 a 2 1 a 2`."""
        tokens, last = self._tokens, self._tokens.starts.size - 1
        between = self._buffer[tokens.ends[i - 1] : tokens.starts[i]]
        if b"\n" in between or not (figures := b"".join(_FIGURES.findall(between))):
            return False
        hashes = tokens.hashes[max(0, i - 2) : i + 2]
        if (hashes == tokens.hashes[i]).sum() > 2:
            return True  # `a a 1 a a 1`
        behind = self._buffer[tokens.ends[i] : tokens.starts[i + 1] if i < last else None].partition(b"\n")[0]
        before = self._buffer[tokens.ends[i - 2] if i > 1 else 0 : tokens.starts[i - 1]].rpartition(b"\n")[2]
        behind, before = (b"".join(_FIGURES.findall(some)) for some in (behind, before))
        cuts = range(len(figures) + 1)
        return len(figures) >= _MOST_FIGURES or any(
            behind.startswith(figures[:cut]) and before.endswith(figures[cut:]) for cut in cuts
        )

    def across_lines(self) -> Ints:
        """Places of the words that equal the last of the line before."""
        return self._parted_by(_WRAPPED.fullmatch)

    def items(self) -> Ints:
        """Places of the words that equal the one before and a comma, where an item of a list may end."""
        ends = self._tokens.ends[self._numbers].tolist()
        kept = [gap == b", " and _ENDS_ITEM.match(self._buffer, end) for gap, end in zip(self._gaps, ends, strict=True)]
        return np.asarray(self._starts[np.array(kept, bool)])

    def _parted_by(self, test: Callable[[bytes], Any]) -> Ints:
        kept: Ints = self._starts[[bool(test(gap)) for gap in self._gaps]] if self._gaps else self._starts
        return kept


def lines(batch: Batch, line_ends: Ints) -> Ints:
    """Places of the lines that are in their record a second time."""
    parts = batch.buffer.split(b"\n")
    numbers = [n for n, part in enumerate(parts) if part]
    texts = [parts[n].strip(BLANKS) for n in numbers]
    seen: set[bytes] = set()
    twice = {text for text in texts if text in seen or seen.add(text)} - {b""}  # type: ignore[func-returns-value]
    found: list[int] = []
    last: dict[bytes, int] = {}
    for n, text in zip(numbers, texts, strict=True) if twice else ():
        if text in twice:
            at = int(line_ends[n - 1]) + 1  # never the first: before it is the padding
            record = batch.record_at(at)
            if last.get(text) == record:
                found.append(at)
            last[text] = record
    return np.array(found, np.int64)


def endings(batch: Batch) -> Ints:
    """Places of the full stops (or ends of records) that end a short stretch which ends as what is before it."""
    buffer = batch.buffer
    stop = np.frombuffer(buffer, np.uint8) == ord(".")
    stop[[_end(buffer, start, end) for start, end in zip(batch.starts, batch.ends, strict=True)]] = True
    stops = np.flatnonzero(stop)
    windows: Any = np.ndarray((len(buffer) - 7,), "<u8", buffer, strides=(1,))
    before = windows[stops - 8]
    same = np.flatnonzero(before[1:] == before[:-1])
    pairs = zip(stops[same].tolist(), stops[same + 1].tolist(), strict=True)
    return np.array([second for first, second in pairs if _is_echo(buffer, first, second)], np.int64)


def _end(buffer: bytes, start: int, end: int) -> int:
    """The end of a record but for the line ends there."""
    while end > start and buffer[end - 1] == ord("\n"):
        end -= 1
    return end


def _is_echo(buffer: bytes, first: int, second: int) -> bool:
    """Whether what stands between two stops is short, in one line, and ends as what is before the first."""
    if first < len(PAD) + _ECHO or second < first + _ECHO or buffer[first + 1] != ord(" "):
        return False
    if buffer[first - _ECHO : first] != buffer[second - _ECHO : second]:
        return False
    between = buffer[first + 1 : second]
    return b"\n" not in between and sum((sign & 0xC0) != 0x80 for sign in between[: 4 * _MOST + 4]) <= _MOST


def characters(buffer: bytes) -> Ints:
    """Places of the characters that begin a run which follows itself: for scripts without blanks."""
    codes = np.frombuffer(buffer.decode().encode("utf-32-le"), "<u4")
    numbers = loops(codes.astype(np.uint64))
    if not numbers.size:
        return numbers
    lengths = 1 + (codes > 0x7F).astype(np.int64) + (codes > 0x7FF) + (codes > 0xFFFF)
    return (np.cumsum(lengths) - lengths)[numbers]
