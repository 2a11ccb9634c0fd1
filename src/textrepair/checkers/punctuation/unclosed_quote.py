"""A quotation that is opened and never closed.

A quotation may run over lines and paragraphs: then one of the next marks closes it, or each paragraph opens anew and
the last one closes. What is left is a line whose quotation ends with a speaker (`nothing, he said.`), and a line after
which a new quotation begins, or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .marks import PARTNER, Mark, marks

_SAID = (
    r"(?:said|says|added|adds|asked|told|tells|replied|cried|wrote|writes|noted|explained|continued|claimed|argued|insisted|tweeted|stated|answered|whispered|"
    r"murmured|exclaimed|recalled|warned|concluded|observed|remarked|shouted|muttered|sagte|sagt|erklärte|meinte|betonte|fügte|schrieb|"
    r"dit|déclaré|déclare|ajouté|ajoute|affirme|explique|dijo|afirmó|explicó|añadió|aseguró|señaló|řekl|řekla|uvedl|uvedla|dodal|dodala|"
    r"сказал|сказала|заявил|заявила|отметил|отметила|добавил|добавила|сообщил|сообщила|подчеркнул|пояснил)"
)
_NAME = r"(?:[\p{Lu}][\w.'’-]*|the|der|die|le|la|el|a|of|de|van|von)"
#: The mark before a speaker: `nothing, he said`, `higher, said Rusmik Oza`, `deck, Brent Sherwood said`.
_SPEAKER = rf"(?P<mark>[,?!]|[,?!]?[ ][–—-](?=[ ]))(?=[ ](?:(?:he|she|they|I|er|sie|il|elle|on)[ ]{_SAID}|{_SAID}[ ](?:he|she|they|I|his|her|the|my|er|sie|der|die|[\p{{Lu}}])|(?:{_NAME}[ ]){{1,4}}{_SAID}\b))"
_ENDS = ".!?…,;"
_LONGEST = 4000
_AHEAD = 6
_SHORT = 150


@checker(scope="line", trigger="[\"“„«]")
def check(doc: Document, span: Span, *, line_ends: bool = False) -> Iterator[Match]:
    """Yield the place where an opened quotation should close: the mark before the speaker, or, with `line_ends`, the end of the line."""
    text, (start, end) = doc.text, span
    if end - start > _LONGEST or _balanced(text, start, end):
        return
    stack: list[Mark] = []
    for mark in marks(text, start, end, doc.primary):
        if len(mark.text) > 1 and mark.kind not in ("''", "``"):
            return
        top = stack[-1] if stack else None
        if mark.role == "close" or (mark.role == "either" and top is not None):
            if top is not None and _closes(top, mark):
                stack.pop()
        elif top is not None and top.kind == mark.kind and mark.role == "open":
            yield from _reopened(text, top, mark)
            stack[-1] = mark
        elif mark.role == "open":
            stack.append(mark)
    if stack and stack[0].kind in PARTNER:
        yield from _left_open(doc, stack[0], span, line_ends)


def _balanced(text: str, start: int, end: int) -> bool:
    """A quick look that settles most lines."""
    if text.count('"', start, end) % 2:
        return False
    opened = text.count("“", start, end) + text.count("„", start, end)
    return opened == text.count("”", start, end) + text.count("“", start, end) * (text.count("„", start, end) > 0) and text.count(
        "«", start, end
    ) == text.count("»", start, end)


def _closes(opener: Mark, closer: Mark) -> bool:
    return closer.kind == PARTNER.get(opener.kind) or closer.kind in ("”", '"', "“", "''")


def _speaker(text: str, start: int, end: int) -> int:
    """Where the words of a speaker begin in `text[start:end]`: the place after the mark; -1 if nowhere."""
    from ...patterns import compile_pattern

    found = compile_pattern(_SPEAKER).search(text, start, end)
    return found.end("mark") if found else -1


def _reopened(text: str, opener: Mark, following: Mark) -> Iterator[Match]:
    """`“I shouldn’t, he said. “I never do.”`"""
    at = _speaker(text, opener.end, following.start)
    if at >= 0:
        yield _closed(text, opener, at, 0.9)


def _left_open(doc: Document, opener: Mark, span: Span, line_ends: bool) -> Iterator[Match]:
    text, end = doc.text, span[1]
    following = _next_mark(doc, span)
    if following is not None and following.role != "open":
        return
    at = _speaker(text, opener.end, end)
    if at >= 0:
        yield _closed(text, opener, at, 0.9)
        return
    beyond = _next_line(doc, span)
    if not line_ends or beyond < 0 or (following is not None and doc.line_at(following.start)[0] == beyond):
        return  # a fragment, or a long quotation of which each paragraph opens anew
    if following is not None and following.start == doc.line_at(following.start)[0] and end - opener.start > _SHORT:
        return  # a sentence a line: the next lines may belong to the quotation
    last = len(text[opener.end : end].rstrip())
    at = opener.end + last
    if last > 1 and text[at - 1] in ".!?…" and text[opener.end].isalnum():
        yield _closed(text, opener, at, 0.7)


def _closed(text: str, opener: Mark, at: int, confidence: float) -> Match:
    start = at - 1 if text[at - 1] in _ENDS + "–—-" else at
    while start > opener.end and text[start - 1].isalnum():
        start -= 1
    return Match(start, at, text[start:at] + PARTNER[opener.kind], confidence=confidence)


def _next_mark(doc: Document, span: Span) -> Mark | None:
    """The next quotation mark in one of the following lines."""
    number = doc.line_number(span[0])
    seen = 0
    for other in range(number + 1, min(number + 40, len(doc.line_starts))):
        start, end = doc.line(other)
        if start == end:
            continue
        seen += 1
        for mark in marks(doc.text, start, min(end, start + _LONGEST), doc.primary):
            return mark
        if seen >= _AHEAD:
            break
    return None


def _next_line(doc: Document, span: Span) -> int:
    """Where the next line with text begins."""
    number = doc.line_number(span[0]) + 1
    while number < len(doc.line_starts):
        start, end = doc.line(number)
        if doc.text[start:end].strip():
            return start
        number += 1
    return -1
