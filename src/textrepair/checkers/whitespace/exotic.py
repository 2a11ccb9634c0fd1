"""No-break, ideographic and other special blanks where a plain one belongs: between two ordinary words.

After an abbreviation, an initial, a number or a short preposition, and beside the marks that French sets off, a
no-break blank is good typography and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layout import is_markup

_EXOTIC = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SINGLE = re.compile(rf"(?<=[^\s])[{_EXOTIC}](?=[^\s])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|\d(?=,))[\"”’)]?[,;]?[\"”]?$")
_WORD_AFTER = re.compile(r"[\"'“‘(«„]?([^\W\d_]+(?:['’][^\W\d_]+)?)")
_TITLE = re.compile(
    r"(?:mr|mrs|ms|mme|mlle|dr|st|ste|prof|no|nr|nos|pp?|fig|figs|vol|art|cf|ca|sir|lord|lady|herr|frau|m|mm|n|sec|chap"
    r"|ch|eq|tab|lt|col|gen|capt|sgt|rev|hon|av|bd|kap|str|s|ul|nám|tř|odst|čl|obr|č|ст|рис|стр|гл|тов|ул|им|г|д|т|п|см"
    r"|табл)$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[IVXLC]+|AM|PM|BC|AD|CE|BCE|EUR|USD|GBP|CZK|Kč|Uhr|Prozent|km|kg|cm|mm|тыс|млн|млрд|руб|гг|вв|кг|км"
)
_NUMBER = re.compile(
    r"mill?[ií]|milj|milliard|Milliard|миллион|миллиард|тысяч|hundred|thousand|billion|cent\b|mille?\b|tisíc|tausend"
)
_REST = re.compile(r"etc|usw|ecc|atd|itd|itp|osv|ff|al")
_PLACEHOLDER, _NEAR = re.compile(r"\$\w|%\d?\$?[sd]\b"), 20
_HOLD = frozenset("-<>=|$%{}[]/\\_")
_FEW, _FREQUENT = 3, 2.5


_SPACES = r"[\x{a0}\x{1680}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]"
_TRIGGER = rf"[\pL\p{{Nl}}\p{{No}},;\"”’)]{_SPACES}[\pL\p{{Nl}}\p{{No}}\"“‘(«„]"


@checker(scope="line", trigger=_TRIGGER)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield special blanks between two ordinary words. A text with many of them has them on purpose."""
    text = doc.text
    for m in _SINGLE.finditer(text, *span):
        at = m.start()
        before = _WORD_BEFORE.search(text, max(span[0], at - 30), at)
        after = _WORD_AFTER.match(text, at + 1, span[1])
        if (
            not before
            or not after
            or _in_term(text, span, before.start(), after.end())
            or _typographic(before[1], after[1], doc.primary)
        ):
            continue
        if m.group() != "\u3000" and (is_markup(text) or _many(text) or _is_letter(doc, before[1], after[1])):
            continue
        yield Match(at, at + 1, " ")


def _typographic(before: str, after: str, language: str | None) -> bool:
    """Whether a no-break blank between these two is common usage."""
    if _TITLE.match(before) or _UNIT.fullmatch(after) or _NUMBER.match(after) or _REST.fullmatch(after):
        return True
    if after.isupper() and len(after) == 1 and (language != "en" or after not in "AI" or before[0].isupper()):
        return True  # `Abschnitt B`, `axe Y`
    if before[0].isupper() and not after.islower():
        return True  # names hold together: `Mac OS`
    if len(after) == 1 and not after.isascii():
        return True  # `è`, `à`, `в`: words of one letter are held to a neighbour
    if after.isupper() and (len(after) > 1 or before.isupper()):
        return True  # names of models, initials, shouting
    short = 1 if language in ("en", "de", "es", "nl") else 2 if language in ("fr", "it", "pt") else 3
    if len(before) == 1 and before.isupper() and before not in "AI":
        return True
    return language not in ("en", "de", "es", "nl") and len(before) <= short


def _is_letter(doc: Document, before: str, after: str) -> bool:
    """Whether it stands for the á of the DOS code page, which is a no-break blank in others: `diplom ticos`."""
    return doc.lexicon is not None and doc.lexicon.zipf(f"{before}á{after}") >= _FREQUENT


def _in_term(text: str, line: Span, start: int, end: int) -> bool:
    """Whether a sign beside them holds the two together: `-o\xa0Name=value`, `<host\xa0name>`, `$n|\xa0times`."""
    after = text[end : min(line[1], end + 1)]
    if text[max(line[0], start - 1) : start] in _HOLD or after in _HOLD or after.isdigit():
        return True
    return _PLACEHOLDER.search(text, max(line[0], start - _NEAR), min(line[1], end + _NEAR)) is not None


@lru_cache(maxsize=8)
def _many(text: str) -> bool:
    """Whether several stand between words: a habit of the author, unless they stand for every blank."""
    count = sum(1 for _ in re.finditer(r"(?<=[^\W\d_])[,;]?[\u00a0\u202f](?=[^\W\d_])", text))
    return count > _FEW and count < 0.3 * text.count(" ")
