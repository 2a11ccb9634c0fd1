"""What neighbouring tokens are when they are put together: is `conside red` a word, is `colle-cted`?

A hash is made of a token's first and last eight bytes and its length, and those of a joined pair follow from its parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .signs import Bytes, Ints, Signs
from .tokens import Hashes, Tokens, TokenTable, distinct, mixed

_U = np.uint64
_TOP = np.array([((1 << (8 * k)) - 1) << (64 - 8 * k) for k in range(9)], dtype=np.uint64)
_BITS = np.arange(0, 64, 8, dtype=np.uint64)
_BLANK = 32
_LETTER, _BEFORE, _AFTER = np.zeros(256, bool), np.zeros(256, bool), np.zeros(256, bool)
_LETTER[[*range(65, 91), *range(97, 123), *range(128, 256)]] = True
_BEFORE[[*b' \n("', *range(128, 256)]] = True
_AFTER[[*b' \n.,;:!?)"', *range(128, 256)]] = True
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ends:
    """First and last eight bytes of tokens, and lengths. The bytes beyond a short token are zero behind, any before."""

    heads: Hashes
    tails: Hashes
    lengths: Ints

    @classmethod
    def of(cls, tokens: Tokens, numbers: Ints) -> Ends:
        """The ends of some of the tokens."""
        starts, ends = tokens.starts[numbers], tokens.ends[numbers]
        heads, tails = tokens.eights(starts), tokens.eights(ends - 8)
        lengths = ends - starts
        return cls(heads & (_U(2**64 - 1) >> _shift(8 - lengths)), tails, lengths)

    def __add__(self, other: Ends) -> Ends:
        """The ends of each token with the other's put behind it."""
        heads = np.where(self.lengths >= 8, self.heads, self.heads | other.heads << _shift(self.lengths))
        short = self.tails >> _shift(other.lengths) | other.tails & _TOP.take(other.lengths, mode="clip")
        return Ends(heads, np.where(other.lengths >= 8, other.tails, short), self.lengths + other.lengths)

    def listed(self, table: TokenTable) -> Flags:
        """Which of them are in the table."""
        return ~table.missing(mixed(self.heads, self.tails, self.lengths))


def _shift(lengths: Ints) -> Hashes:
    """Bits of so many bytes, at most seven."""
    return _BITS.take(lengths, mode="clip")


def torn(
    raw: Bytes, tokens: Tokens, missing: Ints, known: TokenTable, whole: TokenTable, lenient: bool
) -> Iterator[tuple[Ints, int]]:
    """Numbers of tokens that with the next one or two are a word, while one of them is hardly any (not in `whole`).

    And how many are.

    Only blanks may be between them and one of the `missing` tokens. `lenient`: words with letters that are not ASCII
    need not be listed: they may be under another spelling.
    """
    count = tokens.starts.size
    breaks = raw.take(tokens.ends) != _BLANK  # whether something other than a blank is behind the token
    breaks[:-1] |= tokens.starts[1:] - tokens.ends[:-1] != 1
    breaks[-1] = True
    pieces = _in_stretches(breaks, missing)
    pieces = pieces[whole.missing(tokens.hashes[pieces])]
    for size in (2, 3):
        some = distinct(*[pieces - k for k in range(size)])
        some = some[(some >= 0) & (some + size <= count)]
        for step in range(size - 1):
            some = some[~breaks[some + step] & ~_ending(raw, tokens.starts[some + step])]
        joined = Ends.of(tokens, some)
        for step in range(1, size):
            joined += Ends.of(tokens, some + step)
        yield some[_fit(joined, known, lenient)], size


def _in_stretches(breaks: Flags, missing: Ints) -> Ints:
    """Numbers of all tokens with nothing but blanks between them and one of the missing ones."""
    ends = np.flatnonzero(breaks) + 1  # behind the last token of each stretch
    hit = distinct(np.searchsorted(ends, missing, "right"))
    starts = np.where(hit > 0, ends[hit - 1], 0)
    sizes = ends[hit] - starts
    offsets = np.cumsum(sizes) - sizes
    return np.repeat(starts - offsets, sizes) + np.arange(int(sizes.sum()))


def _fit(joined: Ends, known: TokenTable, lenient: bool) -> Flags:
    fit = joined.listed(known)
    return fit | ((joined.heads & _U(0x8080808080808080)) != 0) if lenient else fit


def _ending(raw: Bytes, starts: Ints) -> Flags:
    """Whether an apostrophe is before the place, as before `s` of `it's`."""
    before = raw[starts - 1]
    found: Flags = (before == 39) | ((before == 0x99) & (raw[starts - 2] == 0x80) & (raw[starts - 3] == 0xE2))
    return found


def broken(signs: Signs, tokens: Tokens, known: TokenTable, lenient: bool) -> Ints:
    """Numbers of tokens before a hyphen that are a word with the small letters after it."""
    at = signs.of(45)
    before = np.searchsorted(tokens.ends, at)  # the token that ends there, or the next one
    inside = before < tokens.ends.size - 1
    before, at = before[inside], at[inside]
    before = before[tokens.ends[before] == at]
    after = signs.raw[tokens.starts[before + 1]]
    before = before[(after < 65) | (after > 90)]
    found: Ints = before[_fit(Ends.of(tokens, before) + Ends.of(tokens, before + 1), known, lenient)]
    return found


def letters(signs: Signs, tokens: Tokens, singles: Ints) -> Ints:
    """Numbers of single letters on lines with three small ones (`a` aside), or where three of any kind are in a row."""
    raw, some = signs.raw, singles
    starts, ends = tokens.starts[some], tokens.ends[some]
    row = some[:-2][(some[2:] == some[:-2] + 2) & (starts[2:] - ends[:-2] <= 5)]
    first = raw[starts]
    small = (first != 97) & (first > 90)
    some, starts, ends = some[small], starts[small], ends[small]
    some = some[_open(raw[starts - 1]) & _open(raw[ends]) & ~_ending(raw, starts)]
    if some.size < 3:
        return np.asarray(row)
    line = np.searchsorted(signs.line_ends, tokens.starts[some])
    return distinct(row, some[np.bincount(line)[line] >= 3])


def beside_words(raw: Bytes, tokens: Tokens, numbers: Ints) -> Ints:
    """Those of some tokens in small letters that stand alone like a word, with a word before or behind them."""
    starts, ends = tokens.starts[numbers], tokens.ends[numbers]
    before, after = raw[starts - 1], raw[ends]
    behind_word = (before == _BLANK) & _LETTER[raw[starts - 2]]
    before_word = (after == _BLANK) & _LETTER[raw[ends + 1]]
    alone = (_BEFORE[before] & before_word) | (behind_word & _AFTER[after])
    found: Ints = numbers[alone & (raw[starts] >= 97) & ~_ending(raw, starts)]
    return found


def row(raw: Bytes, tokens: Tokens, singles: Ints) -> Ints:
    """Numbers of the single letters with two more behind them, one blank between and before and behind."""
    starts, ends = tokens.starts, tokens.ends
    found = singles[:-2][singles[2:] == singles[:-2] + 2]
    for step in (0, 1):
        at = ends[found + step]
        found = found[(starts[found + step + 1] - at == 1) & (raw[at] == _BLANK)]
    alone: Ints = found[(raw[starts[found] - 1] <= _BLANK) & (raw[ends[found + 2]] <= _BLANK)]
    return alone


def _open(byte: Bytes) -> Flags:
    """A blank, a line end or a part of some sign that is not ASCII."""
    return (byte <= _BLANK) | (byte >= 0x80)
