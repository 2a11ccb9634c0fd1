"""Splitting a run-together word into known words: the division with the likeliest parts.

A reading is only offered: whether the whole is a name, a rare word or a slip of the pen is for the caller to weigh.
`gain` compares the likelihood of the parts with that of an unknown word spelt like the whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from .build import LETTERS
from .lexicon import Lexicon

_MAX = 28


@dataclass(frozen=True, slots=True)
class Division:
    """Parts of a run-together word, the frequency of the rarest and the commonest of them, and the gain (log10)."""

    parts: tuple[str, ...]
    rarest: float
    commonest: float
    gain: float


#: Where a word is cut, in letters, and the frequencies of the two parts.
Cut = tuple[int, float, float]


def divide(lexicon: Lexicon, word: str) -> Division | None:
    """The best division of a word in small letters in two; None if there is none or the word is very long."""
    cut = best_cut(lexicon, word)
    return cut and weighed(lexicon, word, cut)


def best_cut(lexicon: Lexicon, word: str) -> Cut | None:
    """The same, not yet weighed against an unknown word: that costs more than to find it."""
    if not 3 <= len(word) <= _MAX:
        return None
    return lexicon.division(word, LETTERS.get(lexicon.language, ""))


def weighed(lexicon: Lexicon, word: str, cut: Cut) -> Division:
    """The division at a cut."""
    at, left, right = cut
    return Division(
        (word[:at], word[at:]), min(left, right), max(left, right), lexicon.cost(word) + (left + right - 18)
    )
