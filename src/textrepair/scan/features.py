"""What no regular expression can say of a line, found for a whole batch at once.

A feature is a gate: a line without it has nothing for the checkers that name it as their trigger.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np

from ..model import Span
from .batch import Batch
from .marks import MarkCounts
from .tokens import Ints, TokenTable, Tokens, loops, tokenize


class Features:
    """The features of a batch of records in one language, computed when first asked for."""

    def __init__(self, batch: Batch, language: str | None, vocabulary: frozenset[str]) -> None:
        self._batch, self._language, self._vocabulary = batch, language, vocabulary
        self._tokens: Tokens | None = None
        self._counts: MarkCounts | None = None

    def lines(self, feature: str) -> Iterator[tuple[int, Span]]:
        """Record and byte span of each line with the feature, in order."""
        return self._lines_of(getattr(self, "_" + feature[1:].replace("-", "_"))())

    def _words(self) -> Tokens:
        if self._tokens is None:
            self._tokens = tokenize(self._batch.buffer)
        return self._tokens

    def _unknown_word(self) -> Ints:
        """Places of the words that the language's lexicon does not know."""
        known = table(self._language) if self._language else None
        if known is None:
            return np.zeros(0, np.int64)
        tokens = self._words()
        return tokens.starts[known.missing(tokens.hashes)]

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

    def _unbalanced_quotes(self) -> Ints:
        """Starts of the lines in which the quotation marks of some kind do not come in pairs."""
        marks = self._marks()
        right = marks.count("\u201d")
        low, left = marks.count("\u201e"), marks.count("\u201c")
        curly = np.where(low > 0, low != left + right, left != right)
        angular = marks.count("\xab") != marks.count("\xbb")
        return marks.starts(marks.count('"') % 2 > 0, angular, curly, marks.count("\u2019\u2019") > 0)

    def _mixed_quotes(self) -> Ints:
        """Starts of the lines with a straight mark and one of another kind that may close."""
        marks = self._marks()
        others = marks.count("\u201c") + marks.count("\u201e") + marks.count("\xbb") + marks.count("\'\'")
        return marks.starts((marks.count('"') > 0) & (others > 0))

    def _open_bracket(self) -> Ints:
        """Starts of the lines with more opening brackets than closing ones."""
        marks = self._marks()
        return marks.starts(marks.count("(") > marks.count(")"))

    def _marks(self) -> MarkCounts:
        if self._counts is None:
            self._counts = MarkCounts(self._batch.buffer)
        return self._counts

    def _lines_of(self, places: Ints) -> Iterator[tuple[int, Span]]:
        end = -1
        for place in places.tolist():
            if place < end:
                continue
            record = self._batch.record_at(place)
            span = self._batch.line_at(place, record)
            end = span[1]
            yield record, span


@lru_cache(maxsize=16)
def table(language: str) -> TokenTable | None:
    """The words of a language's lexicon as tokens, with the capital forms of non-ASCII words."""
    from ..lexicon import lexicon

    found = lexicon(language)
    return TokenTable(_forms(found.words())) if found else None


def _forms(words: Sequence[str] | dict[str, float]) -> Iterator[str]:
    """ASCII is folded by the tokenizer; of other letters the forms as written, with a capital and in capitals are taken."""
    for word in words:
        yield word
        if not word.isascii():
            for form in (word[:1].upper() + word[1:], word.upper()):
                if form != word and form.lower() == word:
                    yield form
