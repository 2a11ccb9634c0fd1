"""What the making of a lexicon asks of all its words at once, in vector operations. Only a first start comes here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint32]
Hashes = npt.NDArray[np.uint64]

_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(44)
#: Longer words are taken for compounds without being looked at here.
_LONGEST = 24
_AT_ONCE = 1 << 16


def compounds(words: Sequence[str], parts: Collection[str]) -> Iterator[str]:
    """Those of the words, and a few more, that are two of the parts put together."""
    of_parts = _codes(list(parts))
    first, second = _table(_heads(of_parts)[0]), _table(_tails(of_parts)[0])
    for start in range(0, len(words), _AT_ONCE):
        some = words[start : start + _AT_ONCE]
        codes = _codes(some)
        heads = _heads(codes)[1]
        tails = _tails(codes)[1]
        found = np.zeros(len(some), bool)
        for cut in range(1, codes.shape[1]):
            inside = codes[:, cut] != 0
            found |= inside & first[heads[cut - 1] >> _SHIFT] & second[tails[cut] >> _SHIFT]
        yield from (word for word, hit in zip(some, found.tolist(), strict=True) if hit or len(word) > _LONGEST)


def _codes(words: Sequence[str]) -> Codes:
    """The code points of each word, zero behind its end."""
    fixed = np.array([w[:_LONGEST] for w in words], dtype=f"<U{_LONGEST}")
    codes: Codes = fixed.view(np.uint32).reshape(len(words), _LONGEST)
    return codes


def _heads(codes: Codes) -> tuple[Hashes, list[Hashes]]:
    """A hash of each word, and of its first one, two ... characters."""
    found, every = np.zeros(len(codes), np.uint64), []
    for column in codes.T:
        found = np.where(column != 0, (found ^ column) * _ODD, found)
        every.append(found)
    return found, every


def _tails(codes: Codes) -> tuple[Hashes, list[Hashes]]:
    """A hash of each word, and of what begins with its first, second ... character."""
    found, every = np.zeros(len(codes), np.uint64), []
    for column in codes.T[::-1]:
        found = np.where(column != 0, (found ^ column) * _ODD, found)
        every.append(found)
    return found, every[::-1]


def _table(hashes: Hashes) -> npt.NDArray[np.bool_]:
    table = np.zeros(1 << 20, bool)
    table[hashes >> _SHIFT] = True
    return table


def in_order(digests: Iterable[bytes], values: bytes) -> tuple[bytes, bytes]:
    """Digests of eight bytes as sorted numbers, and the value that goes with each."""
    numbers = np.frombuffer(b"".join(digests), "<u8")
    order = np.argsort(numbers, kind="stable")
    return numbers[order].astype(np.uint64).tobytes(), np.frombuffer(values, np.uint8)[order].tobytes()


def sums(words: Sequence[str], weights: Sequence[float], width: int) -> dict[str, float]:
    """For each run of up to `width` characters behind the first of a word the sum of the weights of its words.

    In the order in which they are first met, and added up in the order of the words: floats are particular about it.
    """
    if not words:
        return {}
    joined = "".join(words)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    letters, codes = np.unique(codes, return_inverse=True)
    if letters.size >= 1 << 15:
        raise ValueError("more letters than a number has room for")
    lengths = np.array([len(w) for w in words])
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
    places = np.arange(codes.size)
    inside, weight = places - starts, np.repeat(np.array(weights), lengths)
    met: list[tuple[int, int, str, float]] = []
    key = np.zeros(codes.size, np.uint64)
    for size in range(1, width + 1):
        back = places - (size - 1)
        key = key | (codes[np.maximum(back, 0)].astype(np.uint64) + np.uint64(1)) << np.uint64(16 * (size - 1))
        some = np.flatnonzero((inside >= 1) & (inside + 1 >= size))
        met += _summed(joined, key[some], weight[some], places[some], size)
    return {gram: total for _, _, gram, total in sorted(met)}


def _summed(
    joined: str, keys: Hashes, weights: Any, places: npt.NDArray[np.int64], size: int
) -> list[tuple[int, int, str, float]]:
    """Place and size of each kind's first, the characters, and the sum."""
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    totals = np.bincount(which, weights)
    ends = zip(places[first].tolist(), totals.tolist(), strict=True)
    return [(end, size, joined[end + 1 - size : end + 1], total) for end, total in ends]
