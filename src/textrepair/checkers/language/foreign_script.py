"""Runs of another script in a text: `an appointment with 外交部 officials`, a line of Russian between lines of English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import regex

from ...document import Document
from ...model import Match, Span
from .. import checker
from .glosses import belongs

#: Scripts that are told apart here, as classes of `regex`; Latin is at home everywhere.
_SCRIPTS = {
    "Cyrillic": r"\p{Cyrillic}", "Han": r"\p{Han}々〆ヶ", "Kana": r"\p{Hiragana}\p{Katakana}ー", "Hangul": r"\p{Hangul}", "Arabic": r"\p{Arabic}",
    "Hebrew": r"\p{Hebrew}", "Thai": r"\p{Thai}", "Devanagari": r"\p{Devanagari}", "Greek": r"\p{Greek}", "Armenian": r"\p{Armenian}",
    "Georgian": r"\p{Georgian}", "Bengali": r"\p{Bengali}", "Tamil": r"\p{Tamil}",
}  # fmt: skip
_LATIN = "en de fr es it pt nl cs sk pl sv da nb nn no fi hu ro tr id ms vi hr sl et lv lt is ca eu gl sq af sw ga cy mt eo la".split()
_LATIN_SET = frozenset(_LATIN)
_HOME = {x: frozenset[str]() for x in _LATIN} | {
    "ru": frozenset({"Cyrillic"}), "uk": frozenset({"Cyrillic"}), "bg": frozenset({"Cyrillic"}), "be": frozenset({"Cyrillic"}),
    "mk": frozenset({"Cyrillic"}), "zh": frozenset({"Han"}), "ja": frozenset({"Han", "Kana"}), "ko": frozenset({"Hangul", "Han"}),
    "ar": frozenset({"Arabic"}), "fa": frozenset({"Arabic"}), "ur": frozenset({"Arabic"}), "he": frozenset({"Hebrew"}), "el": frozenset({"Greek"}),
    "th": frozenset({"Thai"}), "hi": frozenset({"Devanagari"}),
}  # fmt: skip
#: A text with more of the other script than this is in another language as a whole.
_FOREIGN = 0.6
_MANY = 40
_SPREAD = 15
_SIGNS = frozenset("‚ѓ„…†‡€‰‹›‘’“”•–—™©®«»±¶·£¥¦§¬µ¤\xa0")
TRIGGER = r"[\p{Cyrillic}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}\p{Devanagari}\p{Armenian}\p{Georgian}\p{Bengali}\p{Tamil}]|\p{Greek}\p{Greek}"


@checker(scope="record", trigger=TRIGGER)
def check(doc: Document, span: Span, *, whole: float = _FOREIGN) -> Iterator[Match]:
    """Runs of letters of a script that the language is not written in, with the marks and figures inside them."""
    home = _HOME.get(doc.primary or "")
    if home is None and (doc.primary or not _latin(doc.text)):
        return
    home = home or frozenset()
    runs = [m.span() for m in _run(home).finditer(doc.text, *span) if any(c.isalpha() for c in m.group()) and not _mojibake(doc.text, m)]
    if not runs:
        return
    foreign = sum(b - a for a, b in runs)
    letters = len(_letters().findall(doc.text, *span))
    if foreign > whole * letters and "\n" in doc.text.strip():
        yield Match(runs[0][0], runs[-1][1])
        return
    if len(runs) > _SPREAD and foreign > 0.15 * letters:
        return  # two languages side by side all over the text
    runs = [(a, b) for a, b in runs if not belongs(doc.text, a, b) and not _slight(doc.text[a:b], doc.primary)]
    if len(runs) > _MANY and len(runs) > foreign / 12:
        return  # a phrase book, a word list: single words all over the text
    for start, end in runs:
        yield Match(start, end, confidence=0.9 if end - start > 1 else 0.8)


def _mojibake(text: str, m: Any) -> bool:
    """Whether a letter or three of Cyrillic are glued to the signs of a wrong decoding: that is no other language."""
    run = m.group()
    if len(run) > 3 or not "\u0400" <= run[0] <= "\u052f":
        return False
    after, before = text[m.end() : m.end() + 1], text[m.start() - 1 : m.start()] if m.start() else ""
    return after in _SIGNS or before in _SIGNS or run[0].isupper() and (before.isalpha() or after.isalpha()) or len(run) == 1 and run in "ГРСВ" and after == " "


def _slight(run: str, host: str | None) -> bool:
    """A single sign of a syllabary, or, in a text in another script than Latin, a single word: most likely spoken of."""
    if len(run) == 1 and "\u3040" <= run <= "\u30ff":
        return True
    if host in _LATIN_SET or host is None:
        return False
    return len(run) < (2 if run[0] > "\u2e80" else 8) and " " not in run


def _latin(text: str) -> bool:
    """Whether a text of unknown language is at least mostly in Latin script: then the rest is foreign all the same."""
    sample = text[:2000]
    latin = sum(c < "\u0250" for c in sample if c.isalpha())
    return latin > 20 and latin > 0.75 * sum(c.isalpha() for c in sample)


@lru_cache(maxsize=32)
def _run(home: frozenset[str]) -> Any:
    others = "".join(c for name, c in _SCRIPTS.items() if name not in home and name != "Greek")
    pattern = rf"[{others}]+(?:[^\p{{L}}\n\"“”()\[\]|]{{1,12}}[{others}]+)*"
    if "Greek" not in home:
        # Single Greek letters are mathematics.
        pattern += r"|\p{Greek}{3,}(?:[ ,.]{1,2}\p{Greek}+)+"
    return regex.compile(pattern)


@lru_cache(maxsize=1)
def _letters() -> Any:
    return regex.compile(r"\p{L}")
