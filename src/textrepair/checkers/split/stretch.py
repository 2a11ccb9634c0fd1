"""Words torn apart by blanks, read back: the cheapest division of a stretch of tokens into words.

Every token alone or several together are a word with a cost, -log10 of its probability; closing a blank costs what
spurious blanks are rare: much in sound text, little where the text is full of them. Dynamic programming finds the
cheapest reading (the Viterbi path of a unigram model).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ...lexicon import Lexicon
from ...lexicon.fragments import PIECE, alone
from ...memo import Memo

_MOST = 14
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Torn:
    """Tokens `first` to `last` (exclusive) are one word; `gain` is how much cheaper that reading is."""

    first: int
    last: int
    word: str
    gain: float


@lru_cache(maxsize=16)
def _memos(lexicon: Lexicon) -> tuple[Memo[bool], Memo[float]]:
    """Whether a token is a word, and what it costs alone."""
    return Memo(lexicon.knows), Memo(lambda token: alone(lexicon, token))


def knows_all(lexicon: Lexicon, tokens: Sequence[str], vocabulary: frozenset[str]) -> bool:
    """Whether all the tokens are words."""
    known = _memos(lexicon)[0]
    return all(map(known.__getitem__, tokens)) or (bool(vocabulary) and lexicon.unknown(tokens) <= vocabulary)


def promising(lexicon: Lexicon, tokens: Sequence[str], closing: float, further: float, margin: float) -> bool:
    """Whether a piece among the tokens is a word with its neighbours, at a gain of `margin`.

    What is gained by it does not depend on what else is put together.
    """
    memo = _memos(lexicon)[1]
    single = [memo[t] for t in tokens]
    after = 0
    for i in [i for i, cost in enumerate(single) if cost >= PIECE]:
        head, costs = "", 0.0
        for start in range(i, max(after, i - _MOST) - 1, -1):
            head = tokens[start] + head
            costs += single[start]
            if len(head) > _LONGEST:
                break
            word, gain = head, costs - closing - further * (i - start - 1) - margin
            if start < i and _gained(lexicon, word, gain):
                return True
            for end in range(i + 1, min(len(tokens), start + _MOST)):
                word += tokens[end]
                gain += single[end] - further
                if len(word) > _LONGEST:
                    break
                if _gained(lexicon, word, gain):
                    return True
        after = i + 1
    return False


def _gained(lexicon: Lexicon, word: str, costs: float) -> bool:
    """Whether the word costs no more than this. Most need not be looked up for that."""
    costs += 1e-9  # the sums are made in another order than elsewhere
    return 9 - lexicon.most(word, 9 - costs) <= costs and _together(lexicon, word) <= costs


def mended(lexicon: Lexicon, tokens: Sequence[str], closing: float, further: float) -> Iterator[Torn]:
    """What the cheapest reading puts together. `closing`: cost of a word's first blank, `further`: of each more."""
    count = len(tokens)
    single = [alone(lexicon, t) for t in tokens]
    # A plain word is seldom a piece of another: `tu rn out` is `turn out`, not `turnout`.
    plain = 2.0 if closing < 2 else 0.0
    whole = [plain if len(t) > 2 and cost < 4.5 else 0.0 for t, cost in zip(tokens, single, strict=True)]
    best = [0.0] + [1e9] * count
    origin = [0] * (count + 1)
    for end in range(1, count + 1):
        word = ""
        for start in range(end - 1, max(-1, end - 1 - _MOST), -1):
            word = tokens[start] + word
            if len(word) > _LONGEST:
                break
            if end - start == 1:
                cost = single[start]
            else:
                cost = _together(lexicon, word) + closing + further * (end - start - 2) + sum(whole[start:end])
            if best[start] + cost < best[end]:
                best[end], origin[end] = best[start] + cost, start
    yield from _read(tokens, single, best, origin)


def _read(tokens: Sequence[str], single: list[float], best: list[float], origin: list[int]) -> Iterator[Torn]:
    end, found = len(tokens), []
    while end:
        start = origin[end]
        if end - start > 1:
            found.append(
                Torn(start, end, "".join(tokens[start:end]), sum(single[start:end]) - (best[end] - best[start]))
            )
        end = start
    yield from reversed(found)


def _together(lexicon: Lexicon, word: str) -> float:
    """Cost of the tokens as one word: it must be known, and capitals may only stand first."""
    if not (word[1:].islower() or word.isupper()):
        return 1e9
    zipf = lexicon.zipf(word.lower())
    return 9 - zipf if zipf >= 1.2 else 1e9
