"""What the making of a lexicon asks of all its words at once, in vector operations. Only a first start comes here."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

#: Of places and numbers of runs, of which there are some hundred thousand; keys of pairs of them have eight bytes.
Ints = npt.NDArray[np.int32]
Keys = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

#: Numbers below this are counted in a table, larger ones are sorted.
_FEW = 1 << 21


def in_order(numbers: array[int], values: bytearray) -> tuple[bytes, bytes]:
    """The numbers sorted, in eight bytes each, and the value that goes with each."""
    column = np.frombuffer(numbers, np.uint64)
    order = np.argsort(column, kind="stable")
    return column[order].astype("<u8").tobytes(), np.frombuffer(values, np.uint8)[order].tobytes()


def chances(words: Sequence[str], weights: Sequence[float], width: int) -> Iterator[tuple[list[str], list[float]]]:
    """For runs of one, two ... `width` characters behind the first of a word: how likely the last is after the others.

    Witten and Bell's smoothing, each word counted by its weight. A run of a size comes in the order in which it is
    first met, and sums are made in the order of the words: floats are particular about it.
    """
    joined = "".join(words)
    codes, letters = _numbered(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64))
    lengths = np.array([len(w) for w in words], np.int32)
    weight = np.repeat(np.array(weights), lengths)
    inside = np.arange(codes.size, dtype=np.int32)
    inside -= np.repeat(np.cumsum(lengths, dtype=np.int32) - lengths, lengths)
    runs, before, known = codes, np.zeros_like(codes), np.full(letters, 1 / 60)
    for size in range(1, width + 1):
        some = np.flatnonzero(inside >= max(1, size - 1)).astype(np.int32)
        if not some.size:
            return
        if size > 1:
            before, runs = runs, np.zeros_like(codes)
            runs[some], _ = _numbered(before[some - 1].astype(np.int64) * letters + codes[some])
        first = _first(runs, some)
        counts: Floats = np.bincount(runs[some], weight[some]).astype(float)[runs[first]]
        # What comes before the last character, and the run without its first.
        context = before[first - 1]
        shorter = known[before[first]] if size > 1 else known[codes[first]]
        likely = _smoothed(counts, context, shorter)
        known = np.zeros(int(runs.max()) + 1)
        known[runs[first]] = likely
        yield [joined[end + 1 - size : end + 1] for end in first.tolist()], likely.tolist()


def _numbered(keys: Keys) -> tuple[Ints, int]:
    """The keys as numbers from 0 on, in their order, and how many there are."""
    if (most := int(keys.max())) < _FEW:
        there = np.zeros(most + 1, bool)
        there[keys] = True
        return (np.cumsum(there, dtype=np.int32) - 1)[keys], int(np.count_nonzero(there))
    kinds, numbers = np.unique(keys, return_inverse=True)
    return numbers.astype(np.int32), kinds.size


def _first(numbers: Ints, places: Ints) -> Ints:
    """The first of the places of each number, in their order."""
    found = np.full(int(numbers.max()) + 1, -1, np.int32)
    found[numbers[places[::-1]]] = places[::-1]
    return np.sort(found[found >= 0])


def _smoothed(counts: Floats, context: Ints, shorter: Floats) -> Floats:
    """The chance of each run in its context, where that of the same without its first character is `shorter`."""
    totals, kinds = np.bincount(context, counts), np.bincount(context)
    unseen = 3.0 * kinds  # in units of the counts, which are frequencies of about 3
    likely: Floats = (counts + unseen[context] * shorter) / (totals[context] + unseen[context])
    return likely
