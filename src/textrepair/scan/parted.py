"""Lines with pieces that are a word together: which of them a rule's test of the pieces decides.

A test sees pieces with a blank between, and what it says of them holds wherever they stand. It can't speak for lines
that are full of single letters, where blanks mean little, and for those whose tokens may be other ones than those of a
checker, because of signs beyond ASCII. What the kernel does in `torn.c`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

import numpy as np

from ..model import Span
from .signs import Ints, Signs
from .single import token_hash
from .tokens import Tokens, TokenTable

#: Tokens that are put together, letters of them, tokens that were looked at; spans of a line that are too many to ask.
_MOST, _WIDEST, _SHORT, _MANY = 23, 24, 3, 500
#: Signs beyond ASCII but for plain letters, and for marks and blanks that no token holds.
_ODD = re.compile(rb"\xc2[^\xa0\xab\xbb]|\xc3[\x97\xb7]|\xe2[^\x80]|[\xca-\xcf\xd2-\xe1\xe3-\xff]", re.DOTALL)
#: Letters with a second spelling.
_TWICE = re.compile(b"|".join(letter.encode() for letter in "ßЁё"))
_OPEN = re.compile(rb"[\x00- \x80-\xff]")
#: Numbers of tokens, and how many from each on are a word together.
Torn = Iterable[tuple[Ints, int]]


class Parter:
    """Knows the tokens of a buffer and the words of its language. `letters`: those that are words."""

    def __init__(
        self, signs: Signs, tokens: Tokens, known: TokenTable, whole: TokenTable, lenient: bool, letters: str
    ) -> None:
        self._signs, self._tokens, self._known, self._whole = signs, tokens, known, whole
        self._lenient, self._letters = lenient, letters

    def parted(self, torn: Torn, strewn: Ints) -> tuple[list[int], list[Span]]:
        """Places on lines that are wanted, and spans of pieces on others; empty ones for single letters (`strewn`)."""
        starts, ends = self._tokens.starts, self._tokens.ends
        pairs = [(int(starts[n]), int(ends[n + size - 1])) for numbers, size in torn for n in numbers.tolist()]
        places: list[int] = []
        spans: list[Span] = []
        marks = sorted([*pairs, *((place, 0) for place in strewn.tolist())])
        for number, group in groupby(marks, lambda mark: int(np.searchsorted(self._signs.line_ends, mark[0]))):
            some, line = [(start, end or start) for start, end in group], self._line(number)
            place = some[0][0]
            if self._is_sure(line) or len(some := [*some, *self._long(line)]) > _MANY:
                places.append(place)
            else:
                spans += some
        return places, spans

    def _line(self, number: int) -> Span:
        edges = np.append(self._signs.line_ends, self._signs.raw.size - 1)
        return (int(edges[number - 1]) + 1 if number else 0), int(edges[number])

    def _is_sure(self, line: Span) -> bool:
        """Whether no test can speak for the line."""
        raw = self._signs.buffer[line[0] : line[1] + 1]
        twice = not self._lenient and _TWICE.search(raw) is not None
        return _ODD.search(raw) is not None or twice or self._is_strewn(self._spans(line))

    def _spans(self, line: Span) -> list[Span]:
        """The tokens of a line."""
        first, last = np.searchsorted(self._tokens.starts, line).tolist()
        return list(zip(self._tokens.starts[first:last].tolist(), self._tokens.ends[first:last].tolist(), strict=True))

    def _is_strewn(self, spans: Sequence[Span]) -> bool:
        """Whether three small letters are no words, or three of any kind are in a row."""
        raw = self._signs.buffer
        single = [end - start == 1 or (end - start <= 3 and raw[start] >= 0xC3) for start, end in spans]
        pairs = [a and b and tied for a, b, tied in zip(single, single[1:], _tied(raw, spans), strict=False)]
        if any(one and other for one, other in pairwise(pairs)):
            return True
        alone = [span for span, one in zip(spans, single, strict=True) if one and self._is_alone(*span)]
        return len(alone) >= 3

    def _is_alone(self, start: int, end: int) -> bool:
        """Whether a single letter stands alone, small, and is no word."""
        raw = self._signs.buffer
        ending = raw[start - 1] == 39 or raw[start - 3 : start] == b"\xe2\x80\x99"
        beside = _OPEN.match(raw, start - 1) and _OPEN.match(raw, end)
        letter = raw[start:end].decode(errors="replace")
        return raw[start] > 90 and not ending and beside is not None and letter not in self._letters

    def _long(self, line: Span) -> Iterator[Span]:
        """Spans of more tokens than were looked at that are a word together, one of them a piece."""
        raw, spans = self._signs.buffer, self._spans(line)
        first = int(np.searchsorted(self._tokens.starts, line[0]))
        words = [raw[start:end].lower() for start, end in spans]
        pieces = self._whole.missing(self._tokens.hashes[first : first + len(spans)]).tolist()
        tied = _tied(raw, spans)
        for end in range(len(words)):
            for at in _starts(words, tied, end):
                if end - at >= _SHORT and any(pieces[at : end + 1]) and self._fits(words[at : end + 1]):
                    yield spans[at][0], spans[end][1]

    def _fits(self, words: Sequence[bytes]) -> bool:
        whole = b"".join(words)
        if self._lenient and _TWICE.search(b" ".join(words)):
            return True
        return not self._known.missing(np.array([token_hash(whole)], np.uint64))[0]


def _tied(raw: bytes, spans: Sequence[Span]) -> list[bool]:
    """Whether only a blank is between each token and the next one."""
    return [raw[end:start] == b" " for (_, end), (start, _) in pairwise(spans)]


def _starts(words: Sequence[bytes], tied: Sequence[bool], end: int) -> Iterator[int]:
    """Where words may begin that end with a token."""
    letters = 0
    for at in range(end, max(-1, end - _MOST), -1):
        letters += sum((byte & 0xC0) != 0x80 for byte in words[at])
        if (at < end and not tied[at]) or letters > _WIDEST:
            return
        yield at
