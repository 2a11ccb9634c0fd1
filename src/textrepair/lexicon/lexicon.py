"""The lexicon of a language: what its users ask of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from . import cache, resident, spelling
from .keys import base_form, keys, slips
from .table import HEAD, Table, common_words, word_list

#: No word is as frequent.
_UNHEARD_OF = 9.0


class Lexicon:
    """`zipf` of a word is the base-10 logarithm of its count per billion words: 7 for `the`, 3 for rare, 0 unknown."""

    def __init__(self, language: str, table: Table) -> None:
        self.language = language
        self._table = table
        self._spelling: spelling.Spelling | None = None

    def zipf(self, word: str) -> float:
        """Zipf frequency of `word`, case ignored and curly apostrophes read as straight ones; 0.0 if unknown."""
        head = self._table.head.get(word)
        return _zipf(self, word) if head is None else head

    def division(self, word: str, letters: str) -> tuple[int, float, float] | None:
        """Where a word in small letters is best cut in two listed ones, and how frequent these are.

        `letters`: those that are words alone. A tie goes to the first cut.
        """
        native = self._table.native
        if native is not None and _one_spelling(word):
            resident.looked_up(len(word))
            return native.division(word, letters)
        best: tuple[int, float, float] | None = None
        for cut in range(1, len(word)):
            left, right = word[:cut], word[cut:]
            zipf = self.zipf(left) if cut > 1 or left.lower() in letters else 0.0
            rest = self.zipf(right) if zipf and (len(right) > 1 or right in letters) else 0.0
            if rest and (best is None or zipf + rest - 18 > best[1] + best[2] - 18):
                best = cut, zipf, rest
        return best

    def near(self, word: str, letters: str, least: float) -> bool:
        """Whether one letter left out, put in, changed or swapped makes a word of it that is at least so frequent.

        `word`: in small letters; `letters`: those that are put in.
        """
        native = self._table.native
        if native is not None and _one_spelling(word):
            resident.looked_up(2 * len(word))
            return native.near(word, letters, least)
        return any(self.zipf(slip) >= least for slip in slips(word, letters) if slip != word)

    def joins(
        self, words: list[str], costs: list[float], piece: float, closing: float, further: float, margin: float
    ) -> list[tuple[int, int, float]] | None:
        """What neighbours in small letters are together: (first, end, zipf); None where that has to be looked up.

        A word of up to 24 letters costs no more than its parts (`costs`) less what closing the blanks between them
        costs, `closing` for the first and `further` for each more, and less `margin`; one of the parts at least costs
        `piece`.
        """
        native = self._table.native
        if native is None or any("ß" in word or "ё" in word for word in words):
            return None
        resident.looked_up(len(words))
        return native.joins(words, costs, piece, closing, further, margin)

    def most(self, word: str, needed: float) -> float:
        """No less than `zipf` of the word of letters, where that may reach `needed`; cheap if `needed` is high."""
        if needed > _UNHEARD_OF:
            return 0.0
        if needed < HEAD + 0.1 or "ß" in word or "ё" in word:
            return 9.0
        head = self._table.head
        return head.get(word) or head.get(word.lower(), 0.0) if head else self.zipf(word)

    def knows(self, word: str) -> bool:
        """Whether the word, case ignored, is in the list: as it is, behind an elided `l'` or before a `'s`."""
        return word in self._table.head or _zipf(self, word) > 0

    def unknown(self, words: Iterable[str]) -> set[str]:
        """Those of the words that the lexicon does not know."""
        return {w for w in set(words).difference(self._table.head) if _zipf(self, w) <= 0}

    def uncommon(self, words: Iterable[str]) -> set[str]:
        """The words without some that are frequent, and that the lexicon knows."""
        return set(words).difference(self._table.head)

    def cost(self, word: str) -> float:
        """How unlikely the letters are in a word of the language, -log10: about 8 for a plain word of 8 letters."""
        if self._spelling is None:
            self._spelling = spelling.Spelling(cache.mapped(self.language, "letters"))
        return self._spelling.cost(word)

    def words(self, most: int | None = None) -> Iterator[tuple[str, float]]:
        """All words, or so many, with their Zipf frequencies, most frequent first. Read from disk, and not kept."""
        return word_list(cache.mapped(self.language, "words"), most)

    def column(self) -> memoryview:
        """All words in UTF-8, each with a line end after it, the most frequent first; for those who search in it."""
        return cache.mapped(self.language, "words")

    def common(self, least: float) -> bytes:
        """The same of the words that are at least so frequent. Read from disk, and not kept."""
        return common_words(cache.mapped(self.language, "words"), least)

    def listed(self, word: str) -> float:
        """Zipf frequency of the first of the word's spellings that is in the list."""
        if word.isascii() and word.isalpha():  # most words: as it stands or in small letters
            return self._table.zipf(word) or self._table.zipf(word.lower())
        for key in keys(word, self.language):
            found = self._table.zipf(key)
            if found:
                return found
        stem = base_form(word, self.language)
        return self.zipf(stem) * 0.75 if stem else 0.0


def _one_spelling(word: str) -> bool:
    """Whether a word in small letters is looked up as it stands, and its parts too: see `keys`."""
    return word.isalpha() and "ß" not in word and "ё" not in word


@lru_cache(maxsize=1 << 13)
def _zipf(lexicon: Lexicon, word: str) -> float:
    resident.looked_up(1)
    return lexicon.listed(word)


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language by its primary subtag, or None where wordfreq has no list."""
    table = Table.read(cache.mapped(language, "table"))
    return Lexicon(language, table) if table else None
