"""A blank inside a number or between a number and what belongs to it: `600, 000`, `3: 00 p.m.`, `3 rd`, `COVID- 19`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import regex

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from .. import checker
from ..joined.place import technical

_THOUSANDS = later_regex(r"(?<![\d.,:/-])(?<!(?<!\d)\d{1,3}, )\d{1,3}([,.]) \d{3}(?:\1 ?\d{3})*(?![\d:/]|[.,] ?\d|-\d)")
_ROUND = later_regex(r"00$")
_DECIMAL = later_regex(
    r"(?<![\d.,:/-])(?<!\d\. )\d{1,2}\. \d{1,2}(?=(?: ?%| (?:million|billion|trillion|per|percent|percentage"
    r"|points|times|US|km|m|cm|mm|kg|GHz|inch|inches|miles)\b|\)))"
)
_FIGURE = later_regex(
    r"(?<=\b(?:Figure|Fig\.|Table|Section|Chapter|Tab\.|Abb\.|Example|Equation|[Vv]ersion) )"
    r"\d{1,2}\. \d{1,2}(?![\d.]\d|\p{L})"
)
_TIME = later_regex(r"(?<![\d:.,])(?:[01]?\d|2[0-3]): [0-5]\d(?=(?: ?[ap]\.?m\b)|[ .,;)]|$)(?!: \d)", regex.IGNORECASE)
_ORDINAL = later_regex(r"(?<![\d.,:/-])\d*(?:1 st|2 nd|3 rd|[04-9] th|1[123] th)(?= \p{L})")
_TAIL = later_regex(
    r"\b(?:[Cc][Oo][Vv][Ii][Dd]- 19|[Pp]ost-\d0 s"
    r"|\d{1,3}- (?:year|month|day|week|hour|minute|mile|page|inch|metre|meter|foot)(?:-\p{L}+| \p{L})?)\b"
)
#: Beside a number of a list.
_LISTED_BEFORE = later_regex(r"\d,? (?:and |und |et |y )?$")
_LISTED_AFTER = later_regex(r",? (?:and|or|und|et|y|o|oder|ou|и|a) \d")
#: `f(`
_ARGUMENTS = re.compile(r"[^\W_]\($")
_NOON = later_regex(r" ?[ap]\.?m", regex.IGNORECASE)
#: What is rare in each of them: `re` sees in no time that a line has none.
_AFTER_MARK, _AFTER_STOP, _AFTER_COLON = re.compile(r"[,.] \d{3}"), re.compile(r"\. \d"), re.compile(r": [0-5]\d")
_ENDING, _LOOSE_TAIL = re.compile(r" (?:st|nd|rd|th) "), re.compile(r"- (?:19|[ymdwhpif])|0 s\b")


@checker(scope="line", trigger=r"\d[,.:] \d|\d (?:st|nd|rd|th)\b|[Dd]- 19|-\d0 s\b|\d- \pL")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield numbers without the blank."""
    for sign, pattern, judged in (
        (_AFTER_MARK, _THOUSANDS, _thousands),
        (_AFTER_STOP, _DECIMAL, _unsafe),
        (_AFTER_STOP, _FIGURE, _unsafe),
        (_AFTER_COLON, _TIME, _time),
        (_ENDING, _ORDINAL, _ordinal),
        (_LOOSE_TAIL, _TAIL, _safe),
    ):
        for m in pattern.finditer(doc.text, *span) if sign.search(doc.text, *span) else ():
            tier = None if technical(doc) else judged(doc, m)
            if tier:
                whole = m.group()
                yield Match(
                    m.start(), m.end(), whole.replace(" ", "", 1 if pattern is _TAIL else -1), 0.95, applicability=tier
                )


def _safe(doc: Document, m: Any) -> Any:
    return "safe"


def _unsafe(doc: Document, m: Any) -> Any:
    return "unsafe"


def _thousands(doc: Document, m: Any) -> Any:
    """`600, 000` but no list of numbers and no sentence that ends in one: `of 5. 100 people`."""
    point = m[1] == "."
    if point and (doc.primary in (None, "en", "zh", "ja", "ru", "cs") or not m.group().endswith("000")):
        return None
    before = doc.text[max(0, m.start() - 12) : m.start()]
    after = doc.text[m.end() : m.end() + 8].lower()
    if _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after):
        return None
    if m.group().count(" ") > 1 and not m.group().endswith("000"):
        return None  # `pages 12, 345, 346`
    if len(m.group()) == 8 and not m.group().endswith("00") and after[:1] in (",", ")"):
        return None  # `the 386, 486, and others`, `(p. 269, 270)`
    if _ARGUMENTS.search(before) and after.startswith(")"):
        return None  # `N(0, 100)`
    hundreds = m.group()[1:3] == "00" and not m.group().endswith("000")  # `the new 500, 600 are very good`
    return "safe" if _ROUND.search(m.group()) and not hundreds else "unsafe"


def _time(doc: Document, m: Any) -> Any:
    return "safe" if _NOON.match(doc.text[m.end() : m.end() + 4]) else "unsafe"


def _ordinal(doc: Document, m: Any) -> Any:
    return "safe" if doc.primary == "en" else None
