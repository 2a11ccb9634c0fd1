"""Words torn apart by blanks, read back: the cheapest division of a stretch of tokens into words.

Every token alone or several together are a word with a cost, -log10 of its probability; closing a blank costs what
spurious blanks are rare: much in sound text, little where the text is full of them. Dynamic programming finds the
cheapest reading (the Viterbi path of a unigram model).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...lexicon import Lexicon
from ...lexicon.fragments import alone

_MOST = 14
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Torn:
    """Tokens `first` to `last` (exclusive) are one word; `gain` is how much cheaper that reading is."""

    first: int
    last: int
    word: str
    gain: float


def mended(lexicon: Lexicon, tokens: Sequence[str], closing: float, further: float) -> Iterator[Torn]:
    """The words that the cheapest reading puts together. `closing`: cost of the first blank in a word, `further`: of each more."""
    count = len(tokens)
    single = [alone(lexicon, t) for t in tokens]
    best = [0.0] + [1e9] * count
    origin = [0] * (count + 1)
    for end in range(1, count + 1):
        word = ""
        for start in range(end - 1, max(-1, end - 1 - _MOST), -1):
            word = tokens[start] + word
            if len(word) > _LONGEST:
                break
            cost = single[start] if end - start == 1 else _together(lexicon, tokens, start, end, word) + closing + further * (end - start - 2)
            if best[start] + cost < best[end]:
                best[end], origin[end] = best[start] + cost, start
    yield from _read(tokens, single, best, origin)


def _read(tokens: Sequence[str], single: list[float], best: list[float], origin: list[int]) -> Iterator[Torn]:
    end, found = len(tokens), []
    while end:
        start = origin[end]
        if end - start > 1:
            found.append(Torn(start, end, "".join(tokens[start:end]), sum(single[start:end]) - (best[end] - best[start])))
        end = start
    yield from reversed(found)


def _together(lexicon: Lexicon, tokens: Sequence[str], start: int, end: int, word: str) -> float:
    """Cost of the tokens as one word: it must be known, and capitals may only stand first."""
    if not (word[1:].islower() or word.isupper()):
        return 1e9
    zipf = lexicon.zipf(word.lower())
    return 9 - zipf if zipf >= 1.2 and lexicon.zipf(word.lower()) else 1e9
