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

_MOST = 22
_LONGEST = 24
_NEVER = 1e9
#: No word is rarer that is put together.
_LEAST = 1.2


@dataclass(frozen=True, slots=True)
class Torn:
    """Tokens `first` to `last` (exclusive) are one word.

    `gain` is how much cheaper that is than as many words; `lead` how much cheaper than the best reading without it.
    """

    first: int
    last: int
    word: str
    gain: float
    lead: float


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
    single = list(map(_memos(lexicon)[1].__getitem__, tokens))
    if max(single) < PIECE:
        return False
    together = lexicon.joins(_lower(tokens), single, PIECE, closing, further, margin)
    if together is None:
        return _gains(lexicon, tokens, single, closing, further, margin)
    return any(_is_word("".join(tokens[start:end]), zipf) for start, end, zipf in together)


def _gains(
    lexicon: Lexicon, tokens: Sequence[str], single: list[float], closing: float, further: float, margin: float
) -> bool:
    """The same, word by word."""
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
    edges = _edges(lexicon, tokens, single, closing, further)
    best = [0.0] + [_NEVER] * count
    origin = [0] * (count + 1)
    for end in range(1, count + 1):
        for start, cost in edges[end].items():
            if best[start] + cost < best[end]:
                best[end], origin[end] = best[start] + cost, start
    found = [(start, end) for start, end in _path(origin) if end - start > 1]
    if not found:
        return
    rest = _from_behind(edges)
    for start, end in found:
        gain = sum(single[start:end]) - (best[end] - best[start])
        lead = _without(edges, best, rest, start, end) - best[count]
        yield Torn(start, end, "".join(tokens[start:end]), gain, lead)


def _edges(
    lexicon: Lexicon, tokens: Sequence[str], single: list[float], closing: float, further: float
) -> list[dict[int, float]]:
    """For each end the words that may end there, by their start, with their costs."""
    # A plain word is seldom a piece of another: `tu rn out` is `turn out`, not `turnout`.
    plain = 2.0 if closing < 2 else 0.0
    whole = [plain if len(t) > 2 and cost < 4.5 else 0.0 for t, cost in zip(tokens, single, strict=True)]
    edges: list[dict[int, float]] = [{}]
    for end in range(1, len(tokens) + 1):
        edges.append({end - 1: single[end - 1]})
    for start, end, cost in _words(lexicon, tokens, single):
        edges[end][start] = cost + closing + further * (end - start - 2) + sum(whole[start:end])
    return edges


def _words(lexicon: Lexicon, tokens: Sequence[str], single: list[float]) -> Iterator[tuple[int, int, float]]:
    """The words that neighbours are together, with their costs: by their ends, the shortest first."""
    together = lexicon.joins(_lower(tokens), single, 0.0, 0.0, 0.0, -_NEVER)
    if together is not None:
        for start, end, zipf in together:
            if end - start <= _MOST and _is_word("".join(tokens[start:end]), zipf):
                yield start, end, 9 - zipf
        return
    for end in range(2, len(tokens) + 1):
        word = tokens[end - 1]
        for start in range(end - 2, max(-1, end - 1 - _MOST), -1):
            word = tokens[start] + word
            if len(word) > _LONGEST:
                break
            cost = _together(lexicon, word)
            if cost < _NEVER:
                yield start, end, cost


def _path(origin: list[int]) -> list[tuple[int, int]]:
    """The words of the cheapest reading, first to last."""
    end, found = len(origin) - 1, []
    while end:
        found.append((origin[end], end))
        end = origin[end]
    return found[::-1]


def _from_behind(edges: list[dict[int, float]]) -> list[float]:
    """Cost of the cheapest reading of what follows each place."""
    rest = [_NEVER] * (len(edges) - 1) + [0.0]
    for end in range(len(edges) - 1, 0, -1):
        for start, cost in edges[end].items():
            rest[start] = min(rest[start], cost + rest[end])
    return rest


def _without(edges: list[dict[int, float]], best: list[float], rest: list[float], first: int, last: int) -> float:
    """Cost of the cheapest reading in which the first token is part of another word than `first` to `last`."""
    return min(
        best[start] + cost + rest[end]
        for end in range(first + 1, min(len(edges), first + 1 + _MOST))
        for start, cost in edges[end].items()
        if start <= first and (start, end) != (first, last)
    )


def _together(lexicon: Lexicon, word: str) -> float:
    """Cost of the tokens as one word."""
    zipf = lexicon.zipf(word.lower()) if _is_cased(word) else 0.0
    return 9 - zipf if zipf >= _LEAST else _NEVER


def _is_word(word: str, zipf: float) -> bool:
    """Whether what is listed as so frequent is a word."""
    return zipf >= _LEAST and _is_cased(word)


def _is_cased(word: str) -> bool:
    """Whether capitals stand first only, or everywhere."""
    return word[1:].islower() or word.isupper()


def _lower(tokens: Sequence[str]) -> list[str]:
    return " ".join(tokens).lower().split(" ")
