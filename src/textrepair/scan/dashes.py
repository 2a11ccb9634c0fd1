"""Dashes with a blank beside them and other places where a compound may have lost its hyphen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .signs import Bytes, Ints, Signs
from .tokens import Tokens

_DASH, _BLANK = 45, 32
_WORD = np.zeros(256, bool)
_WORD[[*range(48, 58), *range(65, 91), *range(97, 123), *range(128, 256)]] = True
_LARGE = np.zeros(256, bool)
_LARGE[[*range(65, 91), *range(0xC3, 0xE2)]] = True


def dashes(signs: Signs) -> Ints:
    """Places of dashes between words or figures with a blank on one side or on both."""
    raw, at = signs.raw, signs.of(_DASH)
    before, after = raw[at - 1], raw[at + 1]
    blank, parted = before == _BLANK, after == _BLANK
    at = at[blank | parted]
    blank, parted = raw[at - 1] == _BLANK, raw[at + 1] == _BLANK
    left = np.where(blank, raw[at - 2], raw[at - 1])
    right = np.where(parted, raw[at + 2], raw[at + 1])
    found: Ints = at[_WORD[left] & _WORD[right]]
    return found


def combining(raw: Bytes) -> Ints:
    """Places of the `o` of short words with a capital before another, as in `Sino Russian`, and of `anti China`."""
    at = np.flatnonzero((raw[1:] == _BLANK) & ((raw[:-1] == 111) | (raw[:-1] == 105)))
    at = at[_LARGE[raw[at + 2]]]
    anti = (raw[at] == 105) & (raw[at - 1] == 116) & (raw[at - 2] == 110)
    large, small = np.zeros(at.size, bool), raw[at] == 111
    for back in range(1, 7):
        first = raw[np.maximum(at - back, 0)]
        before = raw[np.maximum(at - back - 1, 0)]
        if back > 2:
            large |= small & _LARGE[first] & ((before >= 128) | ~_WORD[before])
        small &= (first >= 97) & (first <= 122)
    found: Ints = at[anti | large]
    return found


def shared(signs: Signs, tokens: Tokens) -> Ints:
    """Places of hyphens behind which the word before `and` or `or` comes again: `owned and government-owned`."""
    hyphens, starts, ends = signs.of(_DASH), tokens.starts, tokens.ends
    numbers = np.searchsorted(starts, hyphens + 1)
    inside = (numbers > 2) & (numbers < starts.size)
    hyphens, numbers = hyphens[inside], numbers[inside]
    same = (starts[numbers] == hyphens + 1) & (ends[numbers - 1] == hyphens)
    same &= tokens.hashes[numbers] == tokens.hashes[numbers - 3]
    for n in (1, 2):
        same &= (starts[numbers - n] - ends[numbers - n - 1] == 1) & (signs.raw[ends[numbers - n - 1]] == _BLANK)
    found: Ints = hyphens[same & _is_link(signs.raw, starts[numbers - 2], ends[numbers - 2])]
    return found


def _is_link(raw: Bytes, starts: Ints, ends: Ints) -> npt.NDArray[np.bool_]:
    """Whether a token is `and` or `or`."""
    signs = [raw[starts + n] for n in range(3)]
    both = (ends - starts == 3) & (signs[0] == 97) & (signs[1] == 110) & (signs[2] == 100)
    found: npt.NDArray[np.bool_] = both | ((ends - starts == 2) & (signs[0] == 111) & (signs[1] == 114))
    return found
