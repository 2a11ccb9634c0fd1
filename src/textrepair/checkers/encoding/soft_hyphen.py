"""Soft hyphens: deleted from words, kept as hyphens where they stand for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_WORD = re.compile(r"(?:[^\W_]|\xad)*\xad+(?:[^\W_]|\xad)*")
_SUSPENDED = re.compile(r" (?:und|oder|bzw|sowie|and|or|et|ou|y|o|en|of)\b")
_LEAD = re.compile("(?:^|[a-zà-ž])[ÂÃÄÅĂĹÐÑØÙГРСД√ƒæçèéå]\xad")
_WRONG_PAGE = re.compile("[¤¦§©«¬®¯ЎўЈҐ\x80-\x9f]\xad|\xad[¤¦§©«¬®¯ЎўЈҐ\x80-\xac]")
_LONGEST = 200


@checker(scope="line", trigger=r"\x{ad}")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield words and places with soft hyphens in them."""
    at = span[0]
    while (m := _next(doc.text, at, span[1])) is not None:
        at = m[1]
        match = _match(doc, *m)
        if match:
            yield match


def _next(text: str, at: int, end: int) -> Span | None:
    """The next word that holds a soft hyphen, found from the hyphen so that the search stays linear."""
    found = text.find("\xad", at, end)
    if found < 0:
        return None
    start = found
    while start > max(at, found - _LONGEST) and text[start - 1].isalnum():
        start -= 1
    m = _WORD.match(text, start, min(end, found + _LONGEST))
    return (start, m.end()) if m else (found, found + 1)


def _match(doc: Document, start: int, end: int) -> Match | None:
    old = doc.text[start:end]
    joined = old.replace("\xad", "")
    around = doc.text[max(0, start - 3) : start] + old + doc.text[end : end + 3]
    if _LEAD.search(old) or _WRONG_PAGE.search(around):
        return None  # one byte of damaged UTF-8, not a hyphen
    if re.fullmatch(r"\d+\xad\d+", old):
        return Match(start, end, old.replace("\xad", "-"), 0.8, (joined,), "unsafe")
    if old.endswith("\xad") and len(old) > 2 and _SUSPENDED.match(doc.text, end):
        return Match(start, end, joined + "-", 0.8, (joined,), "unsafe")
    if _is_compound(doc, old, joined):
        return Match(start, end, joined, 0.7, (old.replace("\xad", "-"),), "unsafe")
    return Match(start, end, joined, 0.98)


def _is_compound(doc: Document, old: str, joined: str) -> bool:
    """Whether only the parts are words: the hyphen may have been meant (`anti-war`)."""
    parts = old.split("\xad")
    if doc.lexicon is None or doc.primary != "en" or len(parts) != 2 or doc.knows(joined):
        return False
    return all(len(p) > 2 and doc.lexicon.zipf(p) >= 3.5 for p in parts)
