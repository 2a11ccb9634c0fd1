"""What no regular expression can say of a line, found for a whole batch at once.

A feature is a gate: a line without it has nothing for the checkers that name it as their trigger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ..model import Span
from . import joins
from .batch import Batch
from .stored import known_words, whole_words
from .tokens import Ints, Tokens, TokenTable, loops, tokenize


class Features:
    """The features of a batch of records in one language, computed when first asked for."""

    def __init__(
        self,
        batch: Batch,
        language: str | None,
        vocabulary: frozenset[str],
        tests: Sequence[Callable[[str], bool]] = (),
    ) -> None:
        self._batch, self._language, self._vocabulary = batch, language, vocabulary
        self._tests = tests
        self._tokens: Tokens | None = None
        self._unknown: Ints | None = None

    def lines(self, feature: str) -> Iterator[tuple[int, Span]]:
        """Record and byte span of each line with the feature, in order."""
        return self._lines_of(getattr(self, "_" + feature[1:].replace("-", "_"))())

    def unknown(self) -> Iterator[Span]:
        """Byte spans of the tokens that the language's lexicon does not know."""
        known = known_words(self._language) if self._language else None
        if known is not None:
            tokens = self._words()
            missing = self._missing(known)
            yield from zip(tokens.starts[missing].tolist(), tokens.ends[missing].tolist(), strict=True)

    def _words(self) -> Tokens:
        if self._tokens is None:
            self._tokens = tokenize(self._batch.buffer)
        return self._tokens

    def _unknown_word(self) -> Ints:
        """Places of the words that the language's lexicon does not know."""
        known = known_words(self._language) if self._language else None
        if known is None:
            return np.zeros(0, np.int64)
        return self._words().starts[self._missing(known)]

    def _torn_word(self) -> Ints:
        """Places of pieces that are a word together, and of strewn letters, on lines with an unknown word."""
        known = known_words(self._language) if self._language else None
        whole = whole_words(self._language) if self._language else None
        tokens = self._words()
        if known is None or whole is None or tokens.starts.size < 2:
            return np.zeros(0, np.int64)
        raw = np.frombuffer(self._batch.buffer, np.uint8)
        lines = np.flatnonzero(raw == 10)
        missing = self._missing(known)
        torn = joins.torn(raw, tokens, missing, known, whole, self._lenient)
        letters = joins.letters(raw, tokens, lines)
        if letters.size:
            strange = np.searchsorted(lines, tokens.starts[missing])
            letters = letters[np.isin(np.searchsorted(lines, tokens.starts[letters]), strange)]
        return tokens.starts[np.union1d(torn, letters)]

    def _missing(self, known: TokenTable) -> Ints:
        """Numbers of the tokens that are no words."""
        if self._unknown is None:
            self._unknown = np.flatnonzero(known.missing(self._words().hashes))
        return self._unknown

    def _broken_word(self) -> Ints:
        """Places of the words that a hyphen breaks off."""
        known = known_words(self._language) if self._language else None
        tokens = self._words()
        if known is None or tokens.starts.size < 2:
            return np.zeros(0, np.int64)
        raw = np.frombuffer(self._batch.buffer, np.uint8)
        found = joins.broken(raw, tokens, known, self._lenient)
        places = zip(tokens.starts[found].tolist(), tokens.ends[found + 1].tolist(), strict=True)
        return np.array([start for start, end in places if self._wanted(start, end)], np.int64)

    def _wanted(self, start: int, end: int) -> bool:
        """Whether a rule wants a broken word, by the rules' own tests."""
        buffer = self._batch.buffer
        after = buffer[end : end + 1]
        if not self._tests or after in b"'\xe2":
            return True  # more of the word may follow
        word = buffer[start:end].decode(errors="replace")
        return any(test(word) for test in self._tests)

    @property
    def _lenient(self) -> bool:
        """Whether a letter may stand for another in the word list: ß, ё."""
        return (self._language or "").split("-")[0] in ("de", "ru")

    def _repeat(self) -> Ints:
        """Places of the words that equal the one before, or begin a run that follows itself."""
        tokens = self._words()
        return tokens.starts[np.union1d(tokens.repeats(), tokens.loops())]

    def _repeated_characters(self) -> Ints:
        """Places of the characters that begin a run which follows itself: for scripts without blanks."""
        text = self._batch.buffer.decode()
        codes = np.frombuffer(text.encode("utf-32-le"), "<u4").astype(np.uint64)
        lengths = 1 + (codes > 0x7F).astype(np.int64) + (codes > 0x7FF) + (codes > 0xFFFF)
        return (np.cumsum(lengths) - lengths)[loops(codes)]

    def _lines_of(self, places: Ints) -> Iterator[tuple[int, Span]]:
        end = -1
        for place in places.tolist():
            if place < end:
                continue
            record = self._batch.record_at(place)
            span = self._batch.line_at(place, record)
            end = span[1]
            yield record, span
