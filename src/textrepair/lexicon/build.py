"""The word list of a language, from wordfreq, without the run-together and torn words that it took from the web.

wordfreq lists `ofthe` and `infact`, `conside` and `tead`. An entry that two common words explain far better than it
stands for itself is left out, and so is one that begins or ends a word hundreds of times as frequent: or else every
join and every half of a word would look like a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..later import later
from .source import list_of, steps

#: A Zipf frequency, and the words that have it.
Group = tuple[float, list[str]]

#: How much likelier (log10) the chance meeting of the two words must be than the entry. On English prose all entries
#: above 2.0 but a handful are joins; below 1.6 most are words.
_JOINED = 1.9
_PART = 4.2
#: An entry as frequent as this is a word, whatever it may be made of.
_RARER = 3.6
#: An entry this rare is a piece if a word that begins or ends with it is so much (log10) more frequent. In edited
#: English one token in ten thousand is such an entry, most of them names of program code.
_RARE, _TIMES = 2.4, 2.7
_WHOLE = 4.0
_UNSPACED = frozenset(("zh", "ja", "ko"))
#: Words of one letter.
LETTERS = {
    "en": "ai",
    "fr": "aày",
    "es": "yaeou",
    "it": "eèao",
    "pt": "eoaàé",
    "cs": "aiokuvsz",
    "pl": "aiowuz",
    "ru": "аивкосуя",
    "uk": "аійвзоу",
    "ca": "aio",
}
#: Words of English that look like joins.
_WORDS = {
    "en": later(
        r"(?:there|here|where)(?:to|of|in|at|by|on|for|from|with|upon|unto|after|as|abouts?|fore|under|into)"
        r"|init|howto|outgo|mailto|sizeof|foreach|ingrowing|anew|afar|atone|inset|also|into|onto|unto|upon|within|"
        r"without|therefor|whatnot|wherewithal|albeit|asunder|amen|amass|assist|outa|outta|lotta|kinda|sorta|hella|herein|hereto|insole|forego|forgo"
    )
}


def by_frequency(language: str) -> Iterator[Group]:
    """The words of each Zipf frequency, most frequent first; none for a language without a list.

    Only the frequent ones are kept meanwhile: all of Russian's take as much memory as a run may.
    """
    path = list_of(language)
    if path is None:
        return
    common: list[tuple[str, float]] = []
    left_out: LeftOut | None = None
    with steps(path) as (count, found):
        for step, words in enumerate(found):
            zipf, group = _zipf(step), _plain(words)
            if zipf >= _WHOLE:
                common += ((word, zipf) for word in group if word.isalpha())
            elif language not in _UNSPACED:
                left_out = left_out or LeftOut(common, language, _zipf(count - 1))
                group = [word for word in group if not left_out.holds(word, zipf)]
            yield zipf, group


def _zipf(step: int) -> float:
    return round(9 - step / 100, 2)


def _plain(words: list[str]) -> list[str]:
    """The words sorted, without those that the stored tables have no way to write."""
    together = "".join(words)
    if "\n" in together or "\0" in together:
        words = [w for w in words if "\n" not in w and "\0" not in w]
    return sorted(words)


class LeftOut:
    """What is no word, by the common words of a language, most frequent first, of which the rarest has `rarest`."""

    def __init__(self, common: list[tuple[str, float]], language: str, rarest: float) -> None:
        self._joins = _joins(common, LETTERS.get(language, ""), rarest + 9 + _JOINED)
        self._pieces = _pieces(common)
        self._words = _WORDS.get(language)

    def holds(self, word: str, zipf: float) -> bool:
        """Whether the entry is far likelier to be two common words, or a piece of a far more frequent one."""
        is_join = zipf <= _RARER and self._joins.get(word, 0.0) > zipf + 9 + _JOINED
        if is_join and not (self._words and self._words.fullmatch(word)):
            return True
        return zipf <= _RARE and self._pieces.get(word, 0.0) >= zipf + _TIMES


def _joins(common: list[tuple[str, float]], letters: str, least: float) -> dict[str, float]:
    """Pairs of words that are common enough, with the best of their frequencies multiplied."""
    parts = [(w, z) for w, z in common if z >= _PART and (len(w) > 1 or w in letters)]
    found: dict[str, float] = {}
    for left, one in parts:
        for right, other in parts:
            both = one + other
            if both <= least:
                break  # as are all that follow: they are rarer
            word = left + right
            if both > found.get(word, 0.0):
                found[word] = both
    return found


def _pieces(common: list[tuple[str, float]]) -> dict[str, float]:
    """How words begin and end, with the frequency of the most frequent."""
    found: dict[str, float] = {}
    for word, zipf in common:
        for cut in range(3, len(word)):
            found.setdefault(word[:cut], zipf)
            found.setdefault(word[-cut:], zipf)
    return found
