"""Triggers with smaller automata: large Unicode classes as few wide ranges.

RE2 spells `\\pL` out as six hundred ranges of bytes; two hundred rules with a few of them each are more than its DFA
can hold. A gate may let too much through, so letters are told apart exactly where most text is (ASCII, Latin-1, Greek,
Cyrillic); in other scripts with capitals any letter counts as a small one and as a capital.
"""

from __future__ import annotations

import re

from ..later import later

#: Blocks beyond Latin, Greek and Cyrillic whose letters have case, and the joiners; ideographs and the like have none.
_CASED = (
    "\\x{100}-\\x{24f}\\x{370}-\\x{385}\\x{3cf}-\\x{3ff}\\x{460}-\\x{58f}\\x{10a0}-\\x{10ff}\\x{13a0}-\\x{13ff}\\x{1c80}-\\x{1fff}"
    "\\x{200c}\\x{200d}\\x{2071}-\\x{218b}\\x{24b6}-\\x{24e9}\\x{2c00}-\\x{2dff}\\x{a640}-\\x{a7ff}\\x{ab30}-\\x{abbf}\\x{fb00}-\\x{fb17}"
    "\\x{ff21}-\\x{ff5a}\\x{10400}-\\x{1efff}"
)
_UPPER = f"A-Z\\x{{c0}}-\\x{{de}}\\x{{386}}-\\x{{3ab}}\\x{{400}}-\\x{{42f}}{_CASED}\\x{{250}}-\\x{{36f}}"
_LOWER = (
    "a-z\\x{aa}\\x{b5}\\x{ba}\\x{df}-\\x{ff}\\x{390}\\x{3ac}-\\x{3ce}\\x{430}-\\x{45f}"
    f"{_CASED}\\x{{250}}-\\x{{36f}}"
)
_LETTER = (
    "A-Za-z\\x{aa}\\x{b5}\\x{ba}\\x{c0}-\\x{1fff}\\x{200c}\\x{200d}\\x{2071}-\\x{218b}\\x{24b6}-\\x{24e9}"
    "\\x{2c00}-\\x{2dff}\\x{2e2f}\\x{3005}-\\x{fffc}\\x{10000}-\\x{10ffff}"
)
_WIDER = {
    "L": _LETTER,
    "Lu": _UPPER,
    "Lt": _UPPER,
    "Ll": _LOWER,
    "M": "\\x{300}-\\x{1fff}\\x{20d0}-\\x{20ff}\\x{2ce0}-\\x{2fff}\\x{302a}-\\x{fffc}\\x{10000}-\\x{10ffff}",
    "N": "0-9\\x{b2}\\x{b3}\\x{b9}\\x{bc}-\\x{be}\\x{660}-\\x{1fff}\\x{2070}-\\x{218b}"
    "\\x{2460}-\\x{24ff}\\x{2776}-\\x{2793}\\x{2c00}-\\x{fffc}\\x{10000}-\\x{10ffff}",
    "Nd": "0-9\\x{660}-\\x{1fff}\\x{a620}-\\x{fffc}\\x{10000}-\\x{10ffff}",
    "Latin": "A-Za-z\\x{aa}\\x{ba}\\x{c0}-\\x{24f}\\x{250}-\\x{2ff}\\x{1d00}-\\x{1eff}"
    "\\x{2071}-\\x{218b}\\x{2c60}-\\x{2c7f}\\x{a720}-\\x{ab6f}\\x{fb00}-\\x{ff5a}\\x{10780}-\\x{1ffff}",
    "Cyrillic": "\\x{400}-\\x{52f}\\x{1c80}-\\x{1d80}"
    "\\x{2de0}-\\x{2dff}\\x{a640}-\\x{a69f}\\x{fe2e}\\x{fe2f}\\x{1e030}-\\x{1e08f}",
    "Greek": "\\x{370}-\\x{3ff}\\x{1d26}-\\x{1dbf}\\x{1f00}-\\x{1fff}"
    "\\x{2126}\\x{ab65}\\x{10140}-\\x{101a0}\\x{1d200}-\\x{1dfff}",
}
_ITEM = later(r"\\p(?:\{(?P<name>\w+)\}|(?P<letter>[A-Z]))|\\.|\[\^?|\]|[^\\\[\]]+", re.DOTALL)


def compact(trigger: str) -> str:
    """A trigger that matches wherever the given one does, with a smaller automaton."""
    parts: list[str] = []
    inside = ""  # the bracket that opened the class we are in
    for m in _ITEM.finditer(trigger):
        item = m.group()
        wide = _WIDER.get(m["name"] or m["letter"] or "")
        if wide and inside != "[^":
            item = wide if inside else f"[{wide}]"
        elif item in ("[", "[^") and not inside:
            inside = item
        elif item == "]" and parts and parts[-1] != inside:
            inside = ""
        parts.append(item)
    return "".join(parts)
