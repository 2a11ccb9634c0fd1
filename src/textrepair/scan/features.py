"""What no regular expression can say of a line, found for a whole batch at once.

A feature is a gate: a line without it has nothing for the checkers that name it as their trigger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from ..model import Span
from .batch import Batch
from .tokens import Ints, TokenTable, Tokens, loops, tokenize


#: Between a word and its double in a line: blanks (and signs beyond ASCII, which may be blanks), or anything with a figure.
_PARTED = re.compile(rb"[^\n!-~]*|[^\n]*[0-9][^\n]*")
#: The bytes of which all blanks of Unicode are made. Lines that differ in nothing but blanks at their ends stay alike.
_BLANKS = bytes({byte for code in range(0x3001) if chr(code).isspace() for byte in chr(code).encode()})


class Features:
    """The features of a batch of records in one language, computed when first asked for."""

    def __init__(self, batch: Batch, language: str | None, vocabulary: frozenset[str]) -> None:
        self._batch, self._language, self._vocabulary = batch, language, vocabulary
        self._tokens: Tokens | None = None
        self._pairs: list[int] | None = None

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
        """Places of the words that equal the one before, blanks or figures between them, or begin a run that follows itself."""
        tokens = self._words()
        again = [n for n in self._doubled() if _PARTED.fullmatch(self._gap(n))]
        return tokens.starts[np.union1d(np.array(again, np.int64), tokens.loops())]

    def _repeated_item(self) -> Ints:
        """Places of the words that equal the one before and a comma."""
        return self._words().starts[[n for n in self._doubled() if self._gap(n) == b", "]]

    def _doubled(self) -> list[int]:
        """Numbers of the words that equal the one before."""
        if self._pairs is None:
            self._pairs = self._words().repeats().tolist()
        return self._pairs

    def _gap(self, number: int) -> bytes:
        """What stands before a word and after the word before."""
        tokens = self._words()
        return self._batch.buffer[tokens.ends[number - 1] : tokens.starts[number]]

    def _repeated_line(self) -> Ints:
        """Places of the lines that are in their record a second time."""
        lines = self._batch.buffer.split(b"\n")
        texts = [line.strip(_BLANKS) for line in lines]
        filled = [text for text in texts if text]
        if len(set(filled)) == len(filled):
            return np.zeros(0, np.int64)
        twice = {text for text, count in Counter(filled).items() if count > 1}
        found: list[int] = []
        last: dict[bytes, int] = {}
        at = 0
        for line, text in zip(lines, texts, strict=True):
            if text in twice:
                record = self._batch.record_at(at)
                if last.get(text) == record:
                    found.append(at)
                last[text] = record
            at += len(line) + 1
        return np.array(found, np.int64)

    def _repeated_ending(self) -> Ints:
        """Places of the full stops (or ends of records) with the same eight bytes before them as the one before."""
        buffer = self._batch.buffer
        stop = np.frombuffer(buffer, np.uint8) == ord(".")
        stop[self._batch.ends] = True
        stops = np.flatnonzero(stop)
        windows: Any = np.ndarray((len(buffer) - 7,), "<u8", buffer, strides=(1,))
        before = windows[stops - 8]
        places: Ints = stops[1:][before[1:] == before[:-1]]
        return places

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
