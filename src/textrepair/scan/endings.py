"""Lines that end with a letter, and letters that follow themselves: seen in the bytes, a whole buffer at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .batch import PAD
from .signs import Bytes, Ints, Signs

_FOUR = 0x01010101
#: A line with more blanks at its end than these counts as one that may end with a letter.
_STEPS = 8
_LETTERS = np.zeros(256, bool)
_LETTERS[65:91] = _LETTERS[97:123] = _LETTERS[0x80:] = True
#: Sentence marks of Chinese and Japanese: two leading bytes, and the last.
_FULL_STOPS = ((0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F))


def open_ends(signs: Signs) -> Ints:
    """Places of the last characters of lines that may be letters; blanks and tabs at the end don't count."""
    raw, at = signs.raw, signs.line_ends - 1
    for _ in range(_STEPS):
        blank = np.flatnonzero((raw[at] == 32) | (raw[at] == 9))
        if not blank.size:
            break
        at[blank] -= 1
    last = raw[at]
    found: Ints = at[(at >= len(PAD)) & (_LETTERS[last] | (last == 32) | (last == 9))]
    return np.asarray(found[~_closing(raw, found)])


def _closing(raw: Bytes, at: Ints) -> npt.NDArray[np.bool_]:
    """Whether a character is of the general punctuation (U+2000 to U+203F), or a full stop of Chinese."""
    first, second, third = raw[at - 2], raw[at - 1], raw[at]
    closing: npt.NDArray[np.bool_] = (first == 0xE2) & (second == 0x80)
    for one, two, three in _FULL_STOPS:
        closing |= (first == one) & (second == two) & (third == three)
    return closing


def runs(raw: Bytes) -> Ints:
    """Places of runs of characters of one or two bytes that are longer than ten bytes, and of some shorter ones."""
    same = raw[2:] == raw[:-2]
    fours = same[: same.size // 4 * 4].view(np.uint32)
    found = np.flatnonzero(fours == _FOUR) * 4
    return found[_LETTERS[raw[found]]]
