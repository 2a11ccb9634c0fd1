"""What no regular expression can say of a line, found for a whole batch at once.

A feature is a gate: a line without it has nothing for the checkers that name it as their trigger.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ..document import Document
from ..model import Span
from . import dashes, endings, joins, marks, repeats
from .batch import Batch
from .excerpt import EVERY, Excerpt, Kind
from .lists import letters as words_of_a_letter
from .lists import word_lists
from .parted import Parter
from .runs import capitals_inside, commas_inside, figures_beside, stops_inside
from .signs import Ints, Signs, is_free
from .stored import known_words, whole_words
from .tokens import Tokens, TokenTable, distinct, tokens_of
from .verdicts import Runs, around_dashes, is_wanted, wanted_dashes

_NOTHING = np.zeros(0, np.int64)


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
        self._batch, self._language = batch, language
        self._tests, self._runs = tests, runs or {}
        self._asked = Document("", language, vocabulary)
        self._signs = Signs(batch.buffer)
        self._unknown: Ints | None = None

    def lines(self, feature: str) -> Iterator[tuple[int, Span]]:
        """Record and byte span of each line with the feature, in order."""
        return self._lines_of(getattr(self, "_" + feature[1:].replace("-", "_"))())

    def spans(self, feature: str) -> Iterator[tuple[int, Span]]:
        """The same with spans in characters of the record."""
        return ((record, self._batch.characters(record, line)) for record, line in self.lines(feature))

    def excerpt(self, kind: Kind) -> Excerpt | None:
        """The lines of a kind by themselves; None if these are all."""
        if kind == EVERY:
            return None
        return Excerpt.of(self._batch, kind.longest, kind.signs)

    def unknown(self, dull: set[bytes]) -> Iterator[Span]:
        """Byte spans of the tokens that the lexicon does not know; those in a set, with a byte around them, aside."""
        known = known_words(self._language) if self._language else None
        if known is not None:
            missing, buffer = self._missing(known), self._batch.buffer
            for start, end in zip(
                self._words.starts[missing].tolist(), self._words.ends[missing].tolist(), strict=True
            ):
                if buffer[start - 1 : end + 1] not in dull:
                    yield start, end

    @cached_property
    def _words(self) -> Tokens:
        return tokens_of(self._signs)

    @cached_property
    def _singles(self) -> Ints:
        return self._words.singles()

    def _missing(self, known: TokenTable) -> Ints:
        """Numbers of the tokens that are no words."""
        if self._unknown is None:
            self._unknown = np.flatnonzero(known.missing(self._words.hashes))
        return self._unknown

    def _unknown_word(self) -> Ints:
        """Places of the words that the language's lexicon does not know."""
        known = known_words(self._language) if self._language else None
        return _NOTHING if known is None else self._words.starts[self._missing(known)]

    def _torn_word(self) -> Ints:
        """Places of pieces that are a word together, and of strewn letters, on lines with an unknown word."""
        known = known_words(self._language) if self._language else None
        whole = whole_words(self._language) if self._language else None
        tokens, signs = self._words, self._signs
        if known is None or whole is None or tokens.starts.size < 2:
            return _NOTHING
        missing = self._missing(known)
        torn = joins.torn(signs.raw, tokens, missing, known, whole, self._lenient)
        letters = joins.letters(signs, tokens, self._singles)
        if letters.size:
            strange = np.append(np.searchsorted(signs.line_ends, tokens.starts[missing]), signs.line_ends.size + 1)
            lines = np.searchsorted(signs.line_ends, tokens.starts[letters])
            letters = letters[strange[np.searchsorted(strange, lines)] == lines]  # `isin` would load `numpy.ma`
        parter = Parter(signs, tokens, known, whole, self._lenient, words_of_a_letter(self._language))
        return self._of_spans("@torn-word", *parter.parted(torn, tokens.starts[letters]))

    def _broken_word(self) -> Ints:
        """Places of the words that a hyphen breaks off."""
        known = known_words(self._language) if self._language else None
        tokens = self._words
        if known is None or tokens.starts.size < 2:
            return _NOTHING
        found = joins.broken(self._signs, tokens, known, self._lenient)
        places = zip(tokens.starts[found].tolist(), tokens.ends[found + 1].tolist(), strict=True)
        buffer, tests = self._batch.buffer, self._tests
        return np.array([start for start, end in places if is_wanted(buffer, start, end, tests)], np.int64)

    @property
    def _lenient(self) -> bool:
        """Whether a letter may stand for another in the word list: ß, ё."""
        return (self._language or "").split("-")[0] in ("de", "ru")

    def _letter_run(self) -> Ints:
        """Places of the characters of one or two bytes that follow themselves five times, or a little more often."""
        return endings.runs(self._signs.raw)

    def _open_end(self) -> Ints:
        """Ends of the lines whose last character, blanks aside, may be a letter."""
        return endings.open_ends(self._signs)

    def _open_sentence(self) -> Ints:
        """The same: which of them may be a cut sentence only the kernel tells."""
        return self._open_end()

    def _rare_piece(self) -> Ints:
        """Places of pieces that are a word with their neighbours, and of strewn letters, on some lines.

        These have a piece of an English word alone, or three single letters in a row.
        """
        signs, tokens = self._signs, self._words
        pieces = joins.beside_words(signs.raw, tokens, self._listed("piece"))
        some = distinct(pieces, joins.row(signs.raw, tokens, self._singles))
        known = known_words(self._language) if self._language else None
        whole = whole_words(self._language) if self._language else None
        if known is None or whole is None or not some.size:
            return tokens.starts[some]
        there = tokens.on_lines_of(some, signs.line_ends)
        torn = joins.torn(signs.raw, there, np.arange(there.starts.size), known, whole, self._lenient)
        letters = there.starts[joins.letters(signs, there, there.singles())]
        parter = Parter(signs, there, known, whole, self._lenient, words_of_a_letter(self._language))
        return self._of_spans("@rare-piece", *parter.parted(torn, letters))

    def _of_spans(self, feature: str, places: list[int], spans: Sequence[Span]) -> Ints:
        """The places, and those of the spans that a rule wants."""
        runs = self._runs.get(feature)
        wanted = runs.spans(self._batch.buffer, spans, self._asked) if runs else (start for start, _ in spans)
        return np.array(sorted({*places, *wanted}), np.int64)

    def _foreign_word(self) -> Ints:
        """Places of the function words of other languages, English aside."""
        return self._function_words("foreign")

    def _english_word(self) -> Ints:
        """Places of the function words of English that are none of the text's language."""
        return self._function_words("english")

    def _function_words(self, name: str) -> Ints:
        """Places of the words of a list that are written small, with a blank behind and one before."""
        raw, tokens, numbers = self._signs.raw, self._words, self._listed(name)
        after = raw[tokens.ends[numbers]]
        whole = (raw[tokens.starts[numbers]] >= 97) & ((after <= 32) | (after >= 0x80))
        starts = tokens.starts[numbers[whole]]
        return starts[is_free(raw, starts - 1)]

    def _listed(self, name: str) -> Ints:
        """Numbers of the tokens on a list."""
        return word_lists(self._language).on(name, self._words.hashes, self._flags)

    @cached_property
    def _flags(self) -> Any:
        return word_lists(self._language).flags(self._words.hashes)

    @cached_property
    def _repeats(self) -> repeats.Repeats:
        return repeats.Repeats(self._batch, self._words)

    def _repeat(self) -> Ints:
        """Places of the words that equal the one before, blanks or figures between, or begin a run of copies."""
        return self._repeats.words()

    def _doubled_word(self) -> Ints:
        """The same: which of them are no phrases only the kernel tells."""
        return self._repeat()

    def _repeated_phrase(self) -> Ints:
        """Places of the words in runs of two or more words that follow themselves, with figures among them or not."""
        return self._repeats.phrases()

    def _repeat_across_lines(self) -> Ints:
        """Places of the words that equal the last of the line before."""
        return self._repeats.across_lines()

    def _repeated_item(self) -> Ints:
        """Places of the words that equal the one before and a comma, where a list may go on."""
        return self._repeats.items()

    def _repeated_line(self) -> Ints:
        """Places of the lines that are in their record a second time."""
        return repeats.lines(self._batch, self._signs.line_ends)

    def _repeated_ending(self) -> Ints:
        """Places of the full stops with the same before them as the one before, which is near."""
        return repeats.endings(self._batch)

    def _repeated_characters(self) -> Ints:
        """Places of the characters that begin a run which follows itself: for scripts without blanks."""
        return repeats.characters(self._batch.buffer)

    def _capital_inside(self) -> Ints:
        """Places of the capitals behind small letters, in runs that a rule wants."""
        return self._wanted_runs("@capital-inside", capitals_inside, latin=True)

    def _figure_beside(self) -> Ints:
        """Places of the figures behind two letters or before three, in runs that a rule wants."""
        return self._wanted_runs("@figure-beside", figures_beside, latin=True)

    def _stop_inside(self) -> Ints:
        """Places of full stops and their like between words, in runs that a rule wants."""
        return self._wanted_runs("@stop-inside", stops_inside)

    def _comma_inside(self) -> Ints:
        """Places of commas, semicolons and colons between words, in runs that a rule wants."""
        return self._wanted_runs("@comma-inside", commas_inside)

    def _wanted_runs(self, feature: str, find: Callable[[Signs], Ints], *, latin: bool = False) -> Ints:
        places, runs = find(self._signs), self._runs.get(feature)
        if runs is None:
            return places
        return np.array(runs.wanted(self._batch, places.tolist(), self._asked, latin=latin), np.int64)

    def _loose_dash(self) -> Ints:
        """Places of dashes beside a blank and of lost or shared hyphens, where a rule wants them."""
        signs = self._signs
        places = distinct(dashes.dashes(signs), dashes.combining(signs.raw), dashes.shared(signs, self._words))
        runs = self._runs.get("@loose-dash")
        if runs is None or runs.tests is None:
            return places
        some = around_dashes(self._batch, places.tolist())
        return np.array(wanted_dashes(self._batch, some, self._asked, runs.tests), np.int64)

    @cached_property
    def _marks(self) -> marks.MarkCounts:
        return marks.MarkCounts(self._signs)

    def _unbalanced_quotes(self) -> Ints:
        """Starts of the lines in which the quotation marks of some kind do not come in pairs."""
        return marks.unbalanced_quotes(self._marks)

    def _mixed_quotes(self) -> Ints:
        """Starts of the lines with a straight mark and one of another kind that may close."""
        return marks.mixed_quotes(self._marks)

    def _open_bracket(self) -> Ints:
        """Starts of the lines with more opening brackets than closing ones."""
        return marks.open_brackets(self._marks)

    def _lines_of(self, places: Ints) -> Iterator[tuple[int, Span]]:
        end = self._batch.starts[0] if self._batch.starts else len(self._batch.buffer)  # the padding is no text
        for place in places.tolist():
            if place < end:
                continue
            record = self._batch.record_at(place)
            span = self._batch.line_at(place, record)
            end = span[1] + 1
            yield record, span
