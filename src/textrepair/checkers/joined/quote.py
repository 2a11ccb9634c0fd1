"""A missing blank outside quotation marks: `said,"Although`, `channel”of`, `can“change`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from ...document import Document
from ...model import Match, Span
from .. import checker
from .place import code_like, known, technical

_CURLY = regex.compile(r"(?P<left>\p{L}[\p{L}\p{M}'’-]*)(?P<mark>[.,:;!?]?)(?P<quote>[“”])(?P<right>\p{L}[\p{L}\p{M}]*)")
_STRAIGHT = regex.compile(r"(?P<left>\p{L}[\p{L}\p{M}'’-]*)(?P<mark>[.,:;!?]?)(?P<quote>\")(?P<right>\p{L}[\p{L}\p{M}]*)")
#: Where “ closes a quotation.
_LOW_OPENING = frozenset("de cs sk sl hr sr bg lt lv et is da ka mk ro pl hu".split())


@checker(scope="line", trigger=r"\pL[.,:;!?]?[\"“”]\pL")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the words on both sides of the quotation mark, with the blank where it belongs."""
    for pattern, opening in ((_CURLY, _curly), (_STRAIGHT, _straight)):
        for m in pattern.finditer(doc.text, span[0], span[1]):
            if code_like(doc.text, m.start(), m.end()) or not _words(doc, m):
                continue
            opens = opening(doc, m, span)
            if opens is None:
                continue
            left, quote, right = m["left"] + m["mark"], m["quote"], m["right"]
            replacement = f"{left} {quote}{right}" if opens else f"{left}{quote} {right}"
            yield Match(m.start(), m.end(), replacement, 0.95, applicability=_tier(m))


def _words(doc: Document, m: Any) -> bool:
    left, right = m["left"], m["right"]
    if right in ("s", "t", "d", "ll", "re", "ve", "er", "ed", "ing", "y", "ish") or (technical(doc) and not m["mark"]):
        return False
    return (len(left) > 1 or left in "aAI") and (m["mark"] != "" or (known(doc, left) and known(doc, right)))


def _curly(doc: Document, m: Any, span: Span) -> bool | None:
    """Whether the mark opens; None where that can't be told."""
    if m["quote"] == "”":
        return None if doc.primary in ("sv", "fi") else False
    if doc.primary in _LOW_OPENING:
        return False if "„" in doc.text[span[0] : m.start()][-2000:] else None
    return True


def _straight(doc: Document, m: Any, span: Span) -> bool | None:
    """By the quotation marks of the paragraph: an odd one opens, if the line's marks come in pairs."""
    if span[1] - span[0] > 20_000 or doc.text.count('"', *span) % 2:
        if m["mark"] and m["mark"] in ".!?" and m["right"][0].isupper():
            return None
        return None if m["mark"] != "," else m["right"][0].isupper()
    return doc.text.count('"', span[0], m.start("quote")) % 2 == 0


def _tier(m: Any) -> Any:
    return "safe" if m["mark"] else "unsafe"
