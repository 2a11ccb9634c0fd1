"""Plausibility of a decoded text: does it look like words of the script's languages? No lexicon is loaded for it.

A right reading has the case of words (`Слово`, `слово`, `СЛОВО`) and mostly the frequent letters of its language; a
wrong one spreads over the whole alphabet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Script:
    """Letters of a script, its frequent ones and their usual share, and a sign that no word of it can hold."""

    letters: re.Pattern[str]
    frequent: frozenset[str]
    share: float
    odd: re.Pattern[str]


_CASE = re.compile(r"[^\W\d_]*[a-zа-яёіїєґ\u03ac-\u03ce][A-ZА-ЯЁІЇЄҐ\u0386-\u03ab]")
SCRIPTS = {
    "cyrillic": Script(re.compile("[\u0400-\u04ff]"), frozenset("оеаинтсрвл"), 0.62, _CASE),
    "greek": Script(
        re.compile("[\u0370-\u03ff]"), frozenset("αοιετσνηυρπκςίόά"), 0.8, re.compile(_CASE.pattern + "|ς[α-ω]")
    ),
    "hebrew": Script(re.compile("[\u0590-\u05ff]"), frozenset("יוהלאמרבתשנ"), 0.72, re.compile("[םןץףך][א-ת]")),
    "arabic": Script(re.compile("[\u0600-\u06ff]"), frozenset("اليمنتروبهعد"), 0.75, re.compile("ة[ا-ي]|ى[ا-ي]")),
    "thai": Script(
        re.compile("[\u0e00-\u0e7f]"), frozenset("านรอกเงมลวยทดส่้ีัิ"), 0.7, re.compile("^[\u0e30-\u0e3a\u0e47-\u0e4e]")
    ),
}
#: The script of the languages that are written in one of these.
SCRIPT_OF = {
    "ru": "cyrillic", "uk": "cyrillic", "bg": "cyrillic", "sr": "cyrillic", "mk": "cyrillic", "be": "cyrillic",
    "el": "greek", "he": "hebrew", "ar": "arabic", "fa": "arabic", "ur": "arabic", "th": "thai",
}  # fmt: skip


def plausibility(text: str, script: str) -> float:
    """From 0 to 1: the share of frequent letters, as it usually is, lowered by words that can't be."""
    kind = SCRIPTS[script]
    beyond = [c for c in text if not c.isascii()]
    own = [c for c in beyond if kind.letters.match(c)]
    if not own or len(own) < 0.7 * len(beyond):
        return 0.0
    frequent = sum(1 for c in own if c.lower() in kind.frequent) / len(own)
    words = [w for w in _WORD.findall(text) if kind.letters.search(w)]
    odd = sum(1 for w in words if kind.odd.search(w) or any(c.isascii() for c in w))
    loud = 0.8 if len(words) > 2 and text.isupper() else 1.0  # a whole line of capitals is rarer than another page
    return loud * min(1.0, frequent / kind.share) * (1 - odd / max(1, len(words))) * len(own) / len(beyond)
