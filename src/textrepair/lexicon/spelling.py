"""How word-like a letter sequence is: a model of four letters at a time, trained on the words of the list.

Witten-Bell smoothing, each word counted by the logarithm of its frequency: what matters is how the words of the
language are spelt, not how often the commonest of them occur.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left
from itertools import islice
from zlib import crc32

from .. import kernel

_STEP = 40
#: The most frequent words, so many.
WORDS = 50_000
_UNSEEN = 3.5
#: The kernel takes shorter words.
_LONG = 400


class Spelling:
    """The costs of letters in their context, by the hash of up to four letters."""

    def __init__(self, data: memoryview) -> None:
        count = len(data) // 5
        self._keys, self._costs = data[: 4 * count].cast("I"), data[4 * count :]
        self._native = kernel.spelling(self._keys, self._costs)

    def cost(self, word: str) -> float:
        """-log10 of the probability that a word of the language is spelt like this."""
        padded = f"^{word.lower()}$"
        if self._native is not None and len(padded) < _LONG and word.isalpha():
            return self._native.cost(padded)
        total = 0.0
        for i in range(1, len(padded)):
            for width in (4, 3, 2, 1):
                if width <= i + 1:
                    found = self._find(padded[i + 1 - width : i + 1])
                    if found is not None:
                        total += found
                        break
            else:
                total += _UNSEEN
        return total

    def _find(self, letters: str) -> float | None:
        key = _key(letters)
        at = bisect_left(self._keys, key)
        return self._costs[at] / _STEP if at < len(self._keys) and self._keys[at] == key else None


def trained(zipfs: dict[str, float]) -> bytes:
    """The model of a word list, as `Spelling` wants it. Where letters are unseen, the shorter context answers."""
    words = list(islice(filter(str.isalpha, zipfs), WORDS))
    if not words:
        return b""
    from .vectors import chances

    costs: dict[int, int] = {}
    for runs, likely in chances([f"^{w}$" for w in words], [zipfs[w] for w in words], 4):
        costs.update(zip(map(_key, runs), (min(255, round(-math.log10(p) * _STEP)) for p in likely), strict=True))
    keys = sorted(costs)
    return array("I", keys).tobytes() + bytes(costs[k] for k in keys)


def _key(letters: str) -> int:
    return crc32(letters.encode("utf-8", "surrogatepass"))
