"""What no regular expression can say of a line, found for a whole batch at once.

A feature is a gate: a line without it has nothing for the checkers that name it as their trigger.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from ..document import Document
from ..model import Span
from . import dashes, endings, joins
from .batch import Batch
from .lists import word_lists
from .marks import MarkCounts
from .runs import Bytes, Runs, capitals_inside, figures_beside
from .stored import known_words, whole_words
from .tokens import Ints, Tokens, TokenTable, distinct, loops, tokenize

#: Features of a line that depend on other lines.
WIDE = frozenset(("@broken-word", "@loose-dash", "@repeat-across-lines", "@repeated-ending", "@repeated-line"))
#: Between a word and its double in a line: blanks (and signs beyond ASCII, which may be blanks), or anything with a figure.
_PARTED = re.compile(rb"[^\n!-~]*|[^\n]*[0-9][^\n]*")
#: Between the last word of a line and the first of the next.
_WRAPPED = re.compile(rb"[ \t]*\n[ \t]*")
#: The bytes of which all blanks of Unicode are made. Lines that differ in nothing but blanks at their ends stay alike.
_BLANKS = bytes({byte for code in range(0x3001) if chr(code).isspace() for byte in chr(code).encode()})


class Features:
    """The features of a batch of records in one language, computed when first asked for."""

    def __init__(
        self,
        batch: Batch,
        language: str | None,
        vocabulary: frozenset[str],
        tests: Sequence[Callable[[str], bool]] = (),
        runs: Mapping[str, Runs] | None = None,
    ) -> None:
        self._batch, self._language, self._vocabulary = batch, language, vocabulary
        self._tests, self._runs = tests, runs or {}
        self._tokens: Tokens | None = None
        self._pairs: list[int] | None = None
        self._unknown: Ints | None = None
        self._counts: MarkCounts | None = None
        self._flags: Any = None

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
        return tokens.starts[distinct(torn, letters)]

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
        """Places of the words that equal the one before, blanks or figures between them, or begin a run that follows itself."""
        tokens = self._words()
        again = [n for n in self._doubled() if _PARTED.fullmatch(self._gap(n))]
        return tokens.starts[distinct(np.array(again, np.int64), tokens.loops())]

    def _repeat_across_lines(self) -> Ints:
        """Places of the words that equal the last of the line before."""
        return self._words().starts[[n for n in self._doubled() if _WRAPPED.fullmatch(self._gap(n))]]

    def _letter_run(self) -> Ints:
        """Places of the characters of one or two bytes that follow themselves five times, or a little more often."""
        return endings.runs(self._batch.buffer)

    def _open_end(self) -> Ints:
        """Ends of the lines whose last character, blanks aside, may be a letter."""
        return endings.open_ends(np.frombuffer(self._batch.buffer, np.uint8))

    def _rare_piece(self) -> Ints:
        """Places of pieces of English words, and of three single letters in a row."""
        raw, tokens = np.frombuffer(self._batch.buffer, np.uint8), self._words()
        pieces = joins.beside_words(raw, tokens, self._listed("piece"))
        places: Ints = tokens.starts[np.union1d(pieces, joins.row(raw, tokens))]
        return places

    def _foreign_word(self) -> Ints:
        """Places of the function words of other languages, English aside."""
        return self._function_words("foreign")

    def _english_word(self) -> Ints:
        """Places of the function words of English that are none of the text's language."""
        return self._function_words("english")

    def _function_words(self, name: str) -> Ints:
        """Places of the words of a list that are written small, with a blank behind."""
        tokens, numbers = self._words(), self._listed(name)
        raw = np.frombuffer(self._batch.buffer, np.uint8)
        after = raw[tokens.ends[numbers]]
        whole = (raw[tokens.starts[numbers]] >= 97) & ((after <= 32) | (after >= 0x80))
        places: Ints = tokens.starts[numbers[whole]]
        return places

    def _listed(self, name: str) -> Ints:
        """Numbers of the tokens on a list."""
        lists, hashes = word_lists(self._language), self._words().hashes
        if self._flags is None:
            self._flags = lists.flags(hashes)
        return lists.on(name, hashes, self._flags)

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

    def _capital_inside(self) -> Ints:
        """Places of the capitals behind small letters, in runs that a rule wants."""
        return self._wanted_runs("@capital-inside", capitals_inside)

    def _figure_beside(self) -> Ints:
        """Places of the figures behind two letters or before three, in runs that a rule wants."""
        return self._wanted_runs("@figure-beside", figures_beside)

    def _loose_dash(self) -> Ints:
        """Places of dashes beside a blank and of lost or shared hyphens, where a rule wants them."""
        raw = np.frombuffer(self._batch.buffer, np.uint8)
        found = (dashes.dashes(raw), dashes.combining(raw), dashes.shared(raw, self._words()))
        places: Ints = np.unique(np.concatenate(found))
        runs = self._runs.get("@loose-dash")
        if runs is None or runs.tests is None:
            return places
        return dashes.wanted(self._batch, places, Document("", self._language), runs.tests)

    def _wanted_runs(self, feature: str, find: Callable[[Bytes], Ints]) -> Ints:
        places = find(np.frombuffer(self._batch.buffer, np.uint8))
        runs = self._runs.get(feature)
        return runs.wanted(self._batch, places, Document("", self._language)) if runs else places

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
        others = marks.count("\u201c") + marks.count("\u201e") + marks.count("\xbb") + marks.count("''")
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
