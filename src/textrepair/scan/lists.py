"""Short lists of words, such as the function words of other languages: which tokens of a buffer are on one of them.

As patterns such lists are a trie in the common automaton, and every word of the text walks a little way down it. A
table of one byte for sixteen bits of a hash says of almost all tokens that they are on no list; the rest is compared.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from ..checkers.language.sentences import MARKERS, markers
from ..checkers.truncated.words import ASKING, NEVER_LAST, PAST, PRONOUNS
from ..language.function_words import FUNCTION_WORDS
from ..lexicon.build import LETTERS
from ..lexicon.fragments import RARE_PIECES
from .single import TOKEN, token_hash

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from .signs import Ints
    from .tokens import Hashes

_SHIFT = 48


class WordLists:
    """Up to eight lists by name."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        self._bits = {name: 1 << k for k, name in enumerate(lists)}
        self._hashes = {name: _hashes(words) for name, words in lists.items()}
        self._flags = bytearray(1 << 16)
        for name, hashes in self._hashes.items():
            for found in hashes:
                self._flags[found >> _SHIFT] |= self._bits[name]

    def listed(self, name: str) -> tuple[bytearray, int, array[int]]:
        """The flags by the upper sixteen bits of a hash, the list's bit in them, and its hashes."""
        return self._flags, self._bits[name], self._hashes[name]

    def flags(self, hashes: Hashes) -> npt.NDArray[np.uint8]:
        """For each token a bit for each list that it may be on."""
        import numpy as np

        return np.frombuffer(self._flags, np.uint8).take(hashes >> np.uint64(_SHIFT))

    def on(self, name: str, hashes: Hashes, flags: npt.NDArray[np.uint8]) -> Ints:
        """Numbers of the tokens that are on a list."""
        import numpy as np

        some = np.flatnonzero(flags & np.uint8(self._bits[name]))
        wanted, found = np.frombuffer(self._hashes[name], np.uint64), hashes[some]
        if not wanted.size:
            return some[:0]
        there: Ints = some[wanted.take(np.searchsorted(wanted, found), mode="clip") == found]
        return there


@lru_cache(maxsize=32)
def word_lists(language: str | None) -> WordLists:
    """The lists for texts of a language: English pieces, markers of other languages, words that end no sentence."""
    host = language.split("-")[0].lower() if language else ""
    others = tuple(x for x in MARKERS if x != "en")
    known = host in FUNCTION_WORDS
    return WordLists(
        {
            "piece": RARE_PIECES,
            "foreign": markers(host, others) if known else (),
            "never-last": NEVER_LAST.get(host, ()),
            "clause": (word.lower() for word in PAST | PRONOUNS) if host == "en" else (),
            "asking": map(str.lower, ASKING) if host == "en" else (),
            "english": markers(host, ("en",)) if known else (),
        }
    )


def letters(language: str | None) -> str:
    """The single letters that are words of the language, and `a`."""
    return LETTERS.get((language or "").split("-")[0].lower(), "") + "a"


def _hashes(words: Iterable[str]) -> array[int]:
    """The hash of each word's longest token: `est` for `c'est`."""
    longest = (max((token.encode() for token in TOKEN.findall(word)), key=len) for word in words)
    return array("Q", sorted({token_hash(token.lower()) for token in longest}))
