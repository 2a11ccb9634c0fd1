"""A missing blank outside quotation marks: `said,"Although`, `channel”of`, `can“change`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from ...words import word_set
from .. import checker
from .place import code_like, known, runs, technical

_CURLY = later_regex(r"(?P<left>\p{L}[\p{L}\p{M}'’-]*)(?P<mark>[.,:;!?]?)(?P<quote>[“”])(?P<right>\p{L}[\p{L}\p{M}]*)")
_STRAIGHT = later_regex(r"(?P<left>\p{L}[\p{L}\p{M}'’-]*)(?P<mark>[.,:;!?]?)(?P<quote>\")(?P<right>\p{L}[\p{L}\p{M}]*)")
#: Without it there is nothing to find.
_SIGN = re.compile(r"[^\s\d][\"“”][^\W\d_]")
_REACH = 2000
#: Where “ closes a quotation.
_LOW_OPENING = word_set("de cs sk sl hr sr bg lt lv et is da ka mk ro pl hu")


@checker(scope="line", trigger=r"\pL[.,:;!?]?[\"“”]\pL", local=True)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the words on both sides of the quotation mark, with the blank where it belongs."""
    places = list(runs(doc.text, *span, _SIGN))
    for pattern, opening in ((_CURLY, _curly), (_STRAIGHT, _straight)):
        for m in (m for place in places for m in pattern.finditer(doc.text, *place)):
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
    """By the nearest quotation marks: after one that closes this one opens, and the other way round."""
    at = m.start("quote")
    before = doc.text.rfind('"', max(span[0], at - _REACH), at)
    if before >= 0:
        state = _opens(doc.text, before)
        if state is not None:
            return not state
    after = doc.text.find('"', at + 1, min(span[1], at + _REACH))
    if after >= 0:
        state = _opens(doc.text, after)
        if state is not None:
            return not state
    if m["mark"] == ":" and before < 0:
        return True  # the quotation may end in another line
    return None if m["mark"] in ".!?" or before >= 0 or after >= 0 else m["right"][0].isupper()


def _opens(text: str, at: int) -> bool | None:
    """Whether a straight mark stands like one that opens; None where both sides look alike."""
    left, right = text[at - 1 : at].strip(), text[at + 1 : at + 2].strip()
    if bool(left) == bool(right):
        return None
    return not left


def _tier(m: Any) -> Any:
    return "safe" if m["mark"] else "unsafe"
