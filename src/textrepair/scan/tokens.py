"""The words of a buffer in a few vector operations: edges, hashes, membership, equal neighbours.

A token is a maximal run of ASCII letters and bytes of non-ASCII characters, general punctuation aside; ASCII is
folded to lower case. A run of letters in the text is always inside one token, and is that token unless other
non-ASCII signs stand beside it; so a token that is found in the table proves its letters known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from .batch import PAD
from .signs import Bytes, Ints, Signs
from .single import K1, K2, K3

Hashes = npt.NDArray[np.uint64]
_N = TypeVar("_N", np.int64, np.uint64)

#: The longest period, in tokens, of the loops that are looked for.
LONGEST_LOOP = 64
#: Below so many tokens it is cheaper to sort pairs than to try all periods.
_FEW = 4000
_BLANK = 32
_FOLD = bytes(i if 97 <= i <= 122 or i >= 0x80 else i + 32 if 65 <= i <= 90 else _BLANK for i in range(256))
_U = np.uint64
_K1, _K2, _K3 = _U(K1), _U(K2), _U(K3)
_ODD = 0x9E3779B1
_KEEP = np.array([0] + [(1 << (8 * k)) - 1 for k in range(1, 8)] + [2**64 - 1], dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Tokens:
    """Starts, ends (bytes of the buffer), first bytes and hashes of tokens; the folded buffer, by eight bytes."""

    starts: Ints
    ends: Ints
    firsts: Bytes
    hashes: Hashes
    windows: Any

    def eights(self, places: Ints) -> Hashes:
        """The eight bytes from each place on, ASCII folded."""
        return self.windows[places]  # type: ignore[no-any-return]

    def singles(self) -> Ints:
        """Numbers of the tokens of one letter, and of two short ones beyond ASCII."""
        size = self.ends - self.starts
        return np.flatnonzero((size == 1) | ((self.firsts >= 0xC3) & (size <= 3)))

    def on_lines_of(self, numbers: Ints, lines: Ints) -> Tokens:
        """All tokens of the lines on which some of them are. `lines`: the places of the line ends."""
        line = distinct(np.searchsorted(lines, self.starts[numbers]))
        edges = np.concatenate(([0], lines, self.ends[-1:]))
        first, last = np.searchsorted(self.starts, edges[line]), np.searchsorted(self.starts, edges[line + 1])
        here = np.zeros(self.starts.size, bool)
        for start, end in zip(first.tolist(), last.tolist(), strict=True):
            here[start:end] = True
        return Tokens(self.starts[here], self.ends[here], self.firsts[here], self.hashes[here], self.windows)

    def repeats(self) -> Ints:
        """Numbers of the tokens that equal the one before them."""
        return np.flatnonzero(self.hashes[1:] == self.hashes[:-1]) + 1

    def loops(self) -> Ints:
        """Numbers of the tokens at which several in a row follow themselves."""
        return loops(self.hashes)


def loops(items: Hashes) -> Ints:
    """Numbers of items inside runs of at least two items which follow themselves, of up to `LONGEST_LOOP` items.

    Of the items that repeat within a line at least one is on that line.
    """
    if items.size < 4:
        return np.zeros(0, np.int64)
    places, periods = _recurring(items) if items.size < _FEW else _sampled(items)
    room = places + periods < items.size
    places, periods = places[room], periods[room]
    if not places.size:
        return places
    starts, ends = places.copy(), places + 1
    _grow(items, starts, periods, -1)
    _grow(items, ends, periods, 1)
    return distinct(places[ends - starts >= periods])


def _recurring(items: Hashes) -> tuple[Ints, Ints]:
    """Places of pairs of items that come again, and how far away: the rarest pair of a run comes again at its end."""
    pairs = items[:-1] * _K1 ^ items[1:]
    order = np.argsort(pairs, kind="stable")
    again = pairs[order[1:]] == pairs[order[:-1]]
    places = order[:-1][again]
    periods = order[1:][again] - places
    near = (periods > 1) & (periods <= LONGEST_LOOP)
    return places[near], periods[near]


def _sampled(items: Hashes) -> tuple[Ints, Ints]:
    """Places of pairs of items that come again after a period, at every `period - 1`th place.

    A run holds one such for its period; so all periods together cost little more than a few passes.
    """
    small = items.astype(np.uint32)
    pairs = small[:-1] * np.uint32(_ODD) ^ small[1:]
    periods = range(2, min(LONGEST_LOOP, pairs.size // 2) + 1)
    found = [(p, np.flatnonzero(pairs[: -p : p - 1] == pairs[p :: p - 1]) * (p - 1)) for p in periods]
    places = np.concatenate([at for _, at in found])
    after = np.repeat([p for p, _ in found], [at.size for _, at in found])
    same = items[places] == items[places + after]
    return places[same], after[same]


def _grow(items: Hashes, edges: Ints, periods: Ints, step: int) -> None:
    """Move each edge on while the item there equals the one a period later, by a period at most."""
    growing = np.arange(edges.size)
    for steps in range(LONGEST_LOOP):
        growing = growing[periods[growing] > steps]
        at = edges[growing] + (step if step < 0 else 0)
        inside = (at >= 0) & (at + periods[growing] < items.size)
        growing, at = growing[inside], at[inside]
        growing = growing[items[at] == items[at + periods[growing]]]
        if not growing.size:
            return
        edges[growing] += step


def distinct(*places: npt.NDArray[_N]) -> npt.NDArray[_N]:
    """All of them once, sorted. (`numpy.unique` loads a tenth of numpy, and hashes what is nearly sorted.)"""
    found = np.concatenate(places)
    found.sort()
    first: npt.NDArray[np.bool_] = np.concatenate((found[:1] == found[:1], found[1:] != found[:-1]))
    once: npt.NDArray[_N] = found[first]
    return once


def tokenize(buffer: bytes) -> Tokens:
    """The tokens of a buffer that begins and ends with eight blanks."""
    return tokens_of(Signs(buffer))


def tokens_of(signs: Signs) -> Tokens:
    """The tokens of a buffer whose signs are known."""
    folded = bytearray(signs.buffer.translate(_FOLD))
    array = np.frombuffer(folded, np.uint8)
    _blank_punctuation(array, signs)
    letters = array != _BLANK
    edges = np.flatnonzero(letters[1:] != letters[:-1])
    edges += 1
    starts, ends = edges[0::2].copy(), edges[1::2].copy()
    del letters, edges  # a third of what a batch holds while its hashes are made
    windows: Any = np.ndarray((len(folded) - 7,), dtype="<u8", buffer=folded, strides=(1,))
    heads = windows[starts]
    return Tokens(starts, ends, heads.astype(np.uint8), _hashes(heads, windows, starts, ends), windows)


def _blank_punctuation(folded: Any, signs: Signs) -> None:
    """General punctuation (U+2000 to U+2BFF: quotes, dashes, arrows) as blanks, so that it never sticks to a word."""
    lead, nbsp = signs.of(0xE2), signs.of(0xC2)
    if lead.size:
        lead = lead[signs.raw[lead + 1] < 0xB0]
        for at in (lead, lead + 1, lead + 2):
            folded[at] = _BLANK
    if nbsp.size:
        second = signs.raw[nbsp + 1]
        nbsp = nbsp[(second < 0xAA) | (second == 0xAB) | (second == 0xBB)]
        for at in (nbsp, nbsp + 1):
            folded[at] = _BLANK


def _hashes(head: Hashes, windows: Any, starts: Ints, ends: Ints) -> Hashes:
    """64 bits of each token, from its first and last eight bytes and its length: words differ there."""
    length = ends - starts
    head &= _KEEP.take(length, mode="clip")
    return _stirred(head, length, np.flatnonzero(length > 8), lambda long: windows[ends[long] - 8])


def mixed(heads: Hashes, tails: Hashes, lengths: Ints) -> Hashes:
    """The hashes of tokens by their first and last eight bytes and their lengths."""
    return _stirred(heads, lengths, np.flatnonzero(lengths > 8), lambda long: tails[long])


def _stirred(head: Hashes, length: Ints, long: Ints, tails: Callable[[Ints], Hashes]) -> Hashes:
    found = head * _K1
    tail = tails(long)
    tail ^= length[long].view(np.uint64)
    found[long] ^= tail * _K2
    found ^= found >> _U(32)
    found *= _K3
    found ^= found >> _U(29)
    return found


class TokenTable:
    """A set of tokens: 32-bit fingerprints in an open-addressing table, vectorised.

    A token of the set is always found. Another one is taken for a member once in 2^32 per probe.
    """

    def __init__(self, slots: npt.NDArray[np.uint32]) -> None:
        """`slots`: what `slots` of another table were. Raises ValueError if they can't be."""
        if slots.size < 16 or slots.size & (slots.size - 1):
            raise ValueError("no table of tokens")
        self._table = slots
        self._bits = int(slots.size).bit_length() - 1

    @classmethod
    def of(cls, texts: Iterable[str]) -> TokenTable:
        """The tokens of some words or texts."""
        each = [distinct(tokenize(b"".join((PAD, text.encode(), PAD))).hashes) for text in texts]
        hashes = distinct(np.zeros(0, np.uint64), *each)
        del each
        made = cls(np.zeros(1 << max(4, int(hashes.size * 1.25).bit_length()), np.uint32))
        made._fill(hashes)
        return made

    @property
    def slots(self) -> npt.NDArray[np.uint32]:
        """The table, to be stored."""
        return self._table

    def _fill(self, hashes: Hashes) -> None:
        """Put tokens in that are sorted: each in its slot or the next that is free; the first of several has it."""
        slots, marks = self._place(hashes)
        while slots.size:
            # In order, the last ones having gone round perhaps: who want the same slot stand together.
            placed = self._table[slots] == 0
            placed[1:] &= slots[1:] != slots[:-1]
            self._table[slots[placed]] = marks[placed]
            waiting = ~placed
            slots, marks = (slots[waiting] + 1) & (self._table.size - 1), marks[waiting]

    def _place(self, hashes: Hashes) -> tuple[Ints, npt.NDArray[np.uint32]]:
        slots = (hashes >> _U(64 - self._bits)).view(np.int64)
        marks = hashes.astype(np.uint32)
        marks[marks == 0] = 1
        return slots, marks

    def missing(self, hashes: Hashes) -> npt.NDArray[np.bool_]:
        """Which tokens are not in the set."""
        slots, marks = self._place(hashes)
        there = self._table[slots]
        missing: npt.NDArray[np.bool_] = there != marks
        open_ = np.flatnonzero(missing & (there != 0))
        while open_.size:
            slots[open_] = (slots[open_] + 1) & (self._table.size - 1)
            there = self._table[slots[open_]]
            found = there == marks[open_]
            missing[open_[found]] = False
            open_ = open_[~found & (there != 0)]
        return missing
