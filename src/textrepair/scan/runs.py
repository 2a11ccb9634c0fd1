"""Where something stands inside a run without blanks: a capital behind a small letter, a mark between two words."""

from __future__ import annotations

import re

import numpy as np

from .signs import Ints, Signs
from .tokens import distinct

_A, _SMALL_A, _ZERO = np.uint8(65), np.uint8(97), np.uint8(48)
#: Bytes of letters, and of all signs beyond ASCII.
_LETTER = np.zeros(256, bool)
_LETTER[[*range(65, 91), *range(97, 123), *range(128, 256)]] = True
#: The first byte of signs that may be capitals; of some the second byte says more.
_MAY_BE_LARGE = np.zeros(256, bool)
_MAY_BE_LARGE[[*range(0xC3, 0xD6), 0xE1, 0xE2, 0xEA, 0xEF, *range(0xF0, 0xF5)]] = True
#: The first byte of signs that may be figures.
_BEFORE_FIGURE = np.zeros(256, bool)
_BEFORE_FIGURE[[0xD9, 0xDB, 0xE0, 0xEF, 0xF0]] = True
#: Signs beyond ASCII that may be small or large letters, and that may be letters.
_CASED = rb"\xc2\xb5|[\xc3-\xd6\xe1\xea\xf0-\xff]|\xe2[\x84\x85\xb0-\xff]|\xef[\xac\xbc\xbd]"
_OTHER = rb"\xc2[\xaa\xb5\xba]|(?!\xc2|\xe2\x80)[\x80-\xff]"
_STOPS = re.compile(
    rb"(?<=[A-Za-z0-9)\]'\x80-\xff-])(?:[.!?]|\xe2\x80\xa6)"
    rb"(?=(?:\)|\xe2\x80[\x99\x9d]|\xc2\xbb)*(?:[A-Z]|[a-z][A-Za-z\x80-\xff]{2}|" + _CASED + rb"))"
)
_COMMAS = re.compile(
    rb"(?<=[A-Za-z0-9)\"'\x80-\xff-])[,;](?=[A-Za-z]|" + _OTHER + rb")"
    rb"|(?<=[A-Za-z\x80-\xff])(?:,(?=[0-9])|:(?=[A-Z]|" + _CASED + rb"))"
)


def stops_inside(signs: Signs) -> Ints:
    """Places of marks that end a sentence between a word and a capital, or three small letters."""
    return np.array([m.start() for m in _STOPS.finditer(signs.buffer)], np.int64)


def commas_inside(signs: Signs) -> Ints:
    """Places of commas, semicolons and colons between words."""
    return np.array([m.start() for m in _COMMAS.finditer(signs.buffer)], np.int64)


def capitals_inside(signs: Signs) -> Ints:
    """Places of capitals behind small letters. Signs beyond ASCII count as either where their first bytes don't say."""
    raw = signs.raw
    large = (raw - _A) < 26
    plain = np.flatnonzero(large[1:] & ((raw[:-1] - _SMALL_A) < 26)) + 1
    leads = signs.leads[_MAY_BE_LARGE[signs.lead_bytes]]
    if not signs.leads.size:
        return plain
    lead, second = raw[leads], raw[leads + 1]
    small = (
        ((lead == 0xC3) & (second >= 0x9F))
        | ((lead == 0xD0) & (second >= 0xB0))
        | ((lead == 0xD1) & (second < 0xA0))
        | ((lead == 0xE2) & ((second < 0x84) | ((second > 0x86) & (second < 0xB0))))
        | ((lead == 0xEA) & (second >= 0xB0))
        | ((lead == 0xEF) & (second != 0xBC) & (second != 0xBD))
    )
    others = leads[~small]
    others = np.concatenate((others, np.flatnonzero(large[1:] & (raw[:-1] >= 0x80)) + 1))
    one, two, three = raw[others - 1], raw[others - 2], raw[others - 3]
    known = (
        (two == 0xC2)
        | ((two == 0xC3) & (one < 0x9F))
        | ((two == 0xD0) & (one < 0xB0))
        | ((three == 0xE2) & (two == 0x80))
    )
    behind = ((one - _SMALL_A) < 26) | ((one >= 0x80) & ~known)
    return distinct(plain, others[behind])


def figures_beside(signs: Signs) -> Ints:
    """Places of figures behind two letters or before three."""
    raw = signs.raw
    figure = np.flatnonzero((raw - _ZERO) < 10)
    before = _LETTER[raw[figure - 1]] & _LETTER[raw[figure - 2]]
    after = _LETTER[raw[figure + 1]] & _LETTER[raw[figure + 2]] & _LETTER[raw[figure + 3]]
    return distinct(figure[before | after], _other_figures(signs))


def _other_figures(signs: Signs) -> Ints:
    """Places of figures of other scripts: Arabic, Indic, full-width."""
    raw, leads = signs.raw, signs.leads[_BEFORE_FIGURE[signs.lead_bytes]]
    lead, second, third = raw[leads], raw[leads + 1], raw[leads + 2]
    arabic = ((lead == 0xD9) & (second >= 0xA0) & (second < 0xAA)) | (
        (lead == 0xDB) & (second >= 0xB0) & (second < 0xBA)
    )
    indic = (lead == 0xE0) & (
        ((third >= 0xA6) & (third < 0xB0)) | ((third >= 0x90) & (third < 0x9A) & (second >= 0xB9))
    )
    wide = (lead == 0xEF) & (second == 0xBC) & (third >= 0x90) & (third < 0x9A)
    bold = (lead == 0xF0) & (second == 0x9D) & (third == 0x9F)
    found: Ints = leads[arabic | indic | wide | bold]
    return found
