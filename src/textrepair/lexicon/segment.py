"""Splitting a run-together word into known words: the division with the likeliest parts.

A reading is only offered: whether the whole is a name, a rare word or a slip of the pen is for the caller to weigh.
`gain` compares the likelihood of the parts with that of an unknown word spelt like the whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

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


@lru_cache(maxsize=1 << 8)
def divide(lexicon: Lexicon, word: str, most: int = 2) -> Division | None:
    """The best division into at most `most` words; None if there is none or the word is very long."""
    if not 3 <= len(word) <= _MAX:
        return None
    found = max(_divisions(lexicon, word, most), key=lambda d: d[0], default=None)
    if found is None:
        return None
    zipfs = [lexicon.zipf(p) for p in found[1]]
    return Division(found[1], min(zipfs), max(zipfs), lexicon.cost(word) + found[0])


def _divisions(lexicon: Lexicon, word: str, most: int) -> list[tuple[float, tuple[str, ...]]]:
    letters = LETTERS.get(lexicon.language, "")
    found: list[tuple[float, tuple[str, ...]]] = []
    for cut in range(1, len(word)):
        left, right = word[:cut], word[cut:]
        if cut == 1 and left.lower() not in letters:
            continue
        zipf = lexicon.zipf(left)
        if not zipf:
            continue
        rest = lexicon.zipf(right) if len(right) > 1 or right in letters else 0.0
        if rest:
            found.append((zipf + rest - 18, (left, right)))
        elif most > 2 and len(right) > 3:
            deeper = max(_divisions(lexicon, right, most - 1), key=lambda d: d[0], default=None)
            if deeper:
                # A third word must be plain: each further part makes an accident likelier.
                found.append((zipf - 9 + deeper[0] - 1.5, (left, *deeper[1])))
    return found
