"""The features of `features.Features`, found by the kernel in C: the same lines, sooner."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ..document import Document
from ..kernel._kernel import Scan
from ..lexicon.resident import settle
from ..model import Span
from .batch import BLANKS, Batch
from .excerpt import EVERY, Excerpt, Kind
from .lists import WordLists, letters, word_lists
from .single import slots
from .verdicts import LONGEST, Runs, is_wanted, wanted_dashes

#: Dashes whose neighbours are in memory: a text of dashes would take a hundred times its size.
_AT_ONCE = 1000
#: Of a larger table so many slots are looked at before the next: the words of a page are all over sixteen megabytes.
_SLOTS = 1 << 19
#: Bytes of a batch whose words are all over them, too.
_MANY = 1 << 16


class NativeFeatures:
    """The features of a batch of records in one language. Tokens and signs are found at once, the rest when asked."""

    def __init__(
        self,
        batch: Batch,
        language: str | None,
        vocabulary: frozenset[str],
        tests: Sequence[Callable[[str], bool]] = (),
        runs: Mapping[str, Runs] | None = None,
    ) -> None:
        self._batch, self._language = batch, language
        self._asked = Document("", language, vocabulary)
        self._tests, self._runs = tests, runs or {}
        self._excerpts: dict[Kind, Excerpt] = {}
        self._scan = Scan(batch.buffer, batch.starts, batch.ends)
        self._known, self._whole = (slots(language, name) if language else None for name in ("tokens", "whole"))
        parts = len(self._known) // _SLOTS if self._known else 0
        for part in range(parts if parts > 1 else 0):
            settle()
            self._scan.judge(self._known, part, parts)

    def spans(self, feature: str) -> Sequence[tuple[int, Span]]:
        """Record and span, in its characters, of each line with the feature, in order."""
        return self._scan.lines(getattr(self, "_" + feature[1:].replace("-", "_"))())

    def excerpt(self, kind: Kind) -> Excerpt | None:
        """The lines of a kind by themselves; None if these are all."""
        if kind == EVERY:
            return None
        if kind not in self._excerpts:
            self._excerpts[kind] = Excerpt(*self._scan.excerpt(kind.longest, kind.signs))
        return self._excerpts[kind]

    def unknown(self, dull: set[bytes]) -> Sequence[Span]:
        """Byte spans of the tokens that the lexicon does not know; those in a set, with a byte around them, aside."""
        return [] if self._known is None else self._scan.unknown(self._known, dull)

    @property
    def _lenient(self) -> bool:
        """Whether a letter may stand for another in the word list: ß, ё."""
        return (self._language or "").split("-")[0] in ("de", "ru")

    @property
    def _lists(self) -> WordLists:
        return word_lists(self._language)

    def _unknown_word(self) -> list[int]:
        return [start for start, _ in self.unknown(set())]

    def _torn_word(self) -> list[int]:
        if self._known is None or self._whole is None:
            return []
        return self._of_spans(
            "@torn-word", *self._scan.torn(self._known, self._whole, self._lenient, letters(self._language))
        )

    def _broken_word(self) -> list[int]:
        found = [] if self._known is None else self._scan.broken(self._known, self._lenient)
        return [start for start, end in found if is_wanted(self._batch.buffer, start, end, self._tests)]

    def _rare_piece(self) -> list[int]:
        listed = self._lists.listed("piece")
        found = self._scan.rare_pieces(*listed, self._known, self._whole, self._lenient, letters(self._language))
        return self._of_spans("@rare-piece", *found)

    def _of_spans(self, feature: str, places: list[int], spans: Sequence[Span]) -> list[int]:
        """The places, and those of the spans that a rule wants."""
        if len(self._batch.buffer) > _MANY:  # to find them took a look at pages all over the tables
            settle()
        runs = self._runs.get(feature)
        return sorted(
            {*places, *(runs.spans(self._batch.buffer, spans, self._asked) if runs else (s for s, _ in spans))}
        )

    def _foreign_word(self) -> list[int]:
        return self._scan.function_words(*self._lists.listed("foreign"))

    def _english_word(self) -> list[int]:
        return self._scan.function_words(*self._lists.listed("english"))

    def _letter_run(self) -> list[int]:
        return self._scan.letter_runs()

    def _open_end(self) -> list[int]:
        return self._scan.open_ends()

    def _open_sentence(self) -> list[int]:
        english = (self._language or "").split("-")[0].lower() == "en"
        never, clause, asking = (self._lists.listed(name) for name in ("never-last", "clause", "asking"))
        return self._scan.open_sentences(*never, *clause[1:], *asking[1:], english)

    def _doubled_word(self) -> list[int]:
        return self._scan.doubled_words()

    def _repeat(self) -> list[int]:
        return self._scan.repeats()

    def _repeated_phrase(self) -> list[int]:
        return self._scan.repeated_phrases()

    def _repeat_across_lines(self) -> list[int]:
        return self._scan.repeats_across_lines()

    def _repeated_item(self) -> list[int]:
        return self._scan.repeated_items()

    def _repeated_line(self) -> list[int]:
        return self._scan.repeated_lines(BLANKS)

    def _repeated_ending(self) -> list[int]:
        return self._scan.repeated_endings()

    def _repeated_characters(self) -> list[int]:
        return self._scan.repeated_characters()

    def _unbalanced_quotes(self) -> list[int]:
        return self._scan.unbalanced_quotes()

    def _mixed_quotes(self) -> list[int]:
        return self._scan.mixed_quotes()

    def _open_bracket(self) -> list[int]:
        return self._scan.open_brackets()

    def _capital_inside(self) -> list[int]:
        return self._chosen("@capital-inside", self._scan.capitals_inside, self._scan.capital_runs)

    def _figure_beside(self) -> list[int]:
        return self._chosen("@figure-beside", self._scan.figures_beside, self._scan.figure_runs)

    def _stop_inside(self) -> list[int]:
        return self._chosen("@stop-inside", self._scan.stops_inside, self._scan.stop_runs)

    def _comma_inside(self) -> list[int]:
        return self._chosen("@comma-inside", self._scan.commas_inside, self._scan.comma_runs)

    def _chosen(
        self,
        feature: str,
        places: Callable[[], list[int]],
        find: Callable[[set[bytes], int], list[tuple[int, bytes]]],
    ) -> list[int]:
        """The places in runs that a rule wants; all, if one of the rules has no test."""
        runs = self._runs.get(feature)
        if runs is None or runs.tests is None:
            return places()
        return [place for place, run in find(runs.dull, LONGEST) if runs.wants(self._asked, run)]

    def _loose_dash(self) -> list[int]:
        runs, places = self._runs.get("@loose-dash"), self._scan.loose_dashes()
        if runs is None or runs.tests is None:
            return places
        some = (one for at in range(0, len(places), _AT_ONCE) for one in self._scan.around(places[at : at + _AT_ONCE]))
        return wanted_dashes(self._batch, some, self._asked, runs.tests)
