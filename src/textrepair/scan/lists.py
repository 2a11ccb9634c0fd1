"""Short lists of words, such as the function words of other languages: which tokens of a buffer are on one of them.

As patterns such lists are a trie in the common automaton, and every word of the text walks a little way down it. A
table of one byte for sixteen bits of a hash says of almost all tokens that they are on no list; the rest is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from ..checkers.language.sentences import MARKERS, markers
from ..language.function_words import FUNCTION_WORDS
from ..lexicon.fragments import RARE_PIECES
from .batch import PAD
from .signs import Ints
from .tokens import Hashes, distinct, tokenize

_SHIFT = np.uint64(48)


class WordLists:
    """Up to eight lists by name."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._bits = {name: np.uint8(1 << k) for k, name in enumerate(lists)}
        self._hashes = {name: _hashes(words) for name, words in lists.items()}
        self._flags = np.zeros(1 << 16, np.uint8)
        for name, hashes in self._hashes.items():
            self._flags[hashes >> _SHIFT] |= self._bits[name]

    def listed(self, name: str) -> tuple[npt.NDArray[np.uint8], int, Hashes]:
        """The flags by the upper sixteen bits of a hash, the list's bit in them, and its hashes."""
        return self._flags, int(self._bits[name]), self._hashes[name]

    def flags(self, hashes: Hashes) -> npt.NDArray[np.uint8]:
        """For each token a bit for each list that it may be on."""
        found: npt.NDArray[np.uint8] = self._flags.take(hashes >> _SHIFT)
        return found

    def on(self, name: str, hashes: Hashes, flags: npt.NDArray[np.uint8]) -> Ints:
        """Numbers of the tokens that are on a list."""
        some = np.flatnonzero(flags & self._bits[name])
        wanted, found = self._hashes[name], hashes[some]
        if not wanted.size:
            return some[:0]
        there: Ints = some[wanted.take(np.searchsorted(wanted, found), mode="clip") == found]
        return there


@lru_cache(maxsize=32)
def word_lists(language: str | None) -> WordLists:
    """The lists for texts of a language: pieces of English words, and the markers of other languages."""
    host = language.split("-")[0].lower() if language else ""
    others = tuple(x for x in MARKERS if x != "en")
    known = host in FUNCTION_WORDS
    return WordLists(
        {
            "piece": RARE_PIECES,
            "foreign": markers(host, others) if known else (),
            "english": markers(host, ("en",)) if known else (),
        }
    )


def _hashes(words: Iterable[str]) -> Hashes:
    """The hash of each word's longest token: `est` for `c'est`."""
    longest = [max(_tokens(word), key=len) for word in words]
    return distinct(tokenize(PAD + b" ".join(longest) + PAD).hashes)


def _tokens(word: str) -> list[bytes]:
    raw = PAD + word.encode() + PAD
    found = tokenize(raw)
    return [raw[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]
