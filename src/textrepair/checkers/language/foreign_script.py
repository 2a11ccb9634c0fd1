"""Runs of another script in a text: `an appointment with 外交部 officials`, a line of Russian in an English report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...codes import compiled
from ...document import Document
from ...model import Match, Span
from .. import checker
from .glosses import belongs
from .home_scripts import BLOCKS, CLASSES, HOME, LATIN

#: A text with more of the other script than this is in another language as a whole.
_FOREIGN = 0.6
#: More runs than this, and they a good part of the text: two languages side by side.
_SPREAD, _SIDE_BY_SIDE = 15, 0.15
#: More runs than this, and short ones: a phrase book, a word list.
_MANY, _SHORT = 40, 12
#: Characters whose letters are counted at once.
_AT_ONCE = 1 << 10
#: What stands beside Cyrillic letters that are UTF-8 read as windows-1251.
_SIGNS = frozenset("‚ѓ„…†‡€‰‹›‘’“”•–—™©®«»±¶·£¥¦§¬µ¤\xa0")
_TRIGGER = (
    r"[\p{Cyrillic}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Thai}\p{Devanagari}"
    r"\p{Armenian}\p{Georgian}\p{Bengali}\p{Tamil}]|\p{Greek}\p{Greek}"
)


@checker(scope="record", trigger=_TRIGGER)
def check(doc: Document, span: Span, *, whole: float = _FOREIGN) -> Iterator[Match]:
    """Runs of letters of a script that the language is not written in, with the marks and figures inside them."""
    home = HOME.get(doc.primary or "")
    if home is None and (doc.primary or not _latin(doc.text)):
        return
    home = home or frozenset()
    found = (m for m in _found(doc, home) if any(map(str.isalpha, m.group())))
    runs = [m.span() for m in found if not _mojibake(doc.text, m)]
    foreign = sum(b - a for a, b in runs)
    if runs and not _has_letters(doc.text, foreign / max(whole, 1e-9)) and "\n" in doc.text.strip():
        yield Match(runs[0][0], runs[-1][1])
    elif len(runs) <= _SPREAD or _has_letters(doc.text, foreign / _SIDE_BY_SIDE):
        runs = [(a, b) for a, b in runs if not belongs(doc.text, a, b) and not _slight(doc.text[a:b], doc.primary)]
        if len(runs) <= _MANY or foreign > _SHORT * len(runs):
            yield from (Match(a, b, confidence=0.9 if b - a > 1 else 0.8) for a, b in runs)


def _has_letters(text: str, least: float) -> bool:
    """Whether the text has at least so many letters. Of a long one the beginning says it."""
    for start in range(0, len(text), _AT_ONCE):
        least -= sum(map(str.isalpha, text[start : start + _AT_ONCE]))
        if least <= 0:
            return True
    return least <= 0


def _found(doc: Document, home: frozenset[str]) -> Iterator[Any]:
    """The runs on the lines that have letters of another script. No run goes beyond a line."""
    pattern, probe, text = _run(home), _probe(home), doc.text
    hit = probe.search(text)
    while hit:
        start, end = doc.line_at(hit.start())
        yield from pattern.finditer(text, start, end)
        hit = probe.search(text, end)


def _mojibake(text: str, m: Any) -> bool:
    """Whether a letter or three of Cyrillic are glued to the signs of a wrong decoding: that is no other language."""
    run = m.group()
    if len(run) > 3 or not "\u0400" <= run[0] <= "\u052f":
        return False
    after, before = text[m.end() : m.end() + 1], text[m.start() - 1 : m.start()] if m.start() else ""
    if after in _SIGNS or before in _SIGNS or (run in "ГРСВ" and after == " "):
        return True
    return run[0].isupper() and (before.isalpha() or after.isalpha())


def _slight(run: str, host: str | None) -> bool:
    """A single sign of a syllabary; in a text that is not in Latin script also a single word: it is spoken of."""
    if len(run) == 1 and "\u3040" <= run <= "\u30ff":
        return True
    if host in LATIN or host is None:
        return False
    return len(run) < (2 if run[0] > "\u2e80" else 8) and " " not in run


def _latin(text: str) -> bool:
    """Whether a text of unknown language is at least mostly in Latin script: then the rest is foreign all the same."""
    letters = [c < "\u0250" for c in text[:2000] if c.isalpha()]
    return sum(letters) > 20 and sum(letters) > 0.75 * len(letters)


@lru_cache(maxsize=32)
def _probe(home: frozenset[str]) -> re.Pattern[str]:
    """Any letter of another script, roughly: `re` runs through a text that has none much faster than `regex`."""
    return re.compile(f"[{''.join(blocks for name, blocks in BLOCKS.items() if name not in home)}]")


@lru_cache(maxsize=32)
def _run(home: frozenset[str]) -> Any:
    others = "".join(c for name, c in CLASSES.items() if name not in home and name != "Greek")
    pattern = rf"[{others}]+(?:[^\p{{L}}\n\"“”()\[\]|]{{1,12}}[{others}]+)*"
    if "Greek" not in home:
        # Single Greek letters are mathematics.
        pattern += r"|\p{Greek}{3,}(?:[ ,.]{1,2}\p{Greek}+)+"
    return compiled(pattern)
