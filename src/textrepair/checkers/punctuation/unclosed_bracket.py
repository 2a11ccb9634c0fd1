"""An opening bracket that is never closed: `(born July 19, 1982 is an actor`.

Where the bracket runs to the end of the sentence its place is clear; elsewhere the stretch is only shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_BRACKET = re.compile(r"[()]")
_WORD_NEXT = re.compile(r"[\"“„«'‘]?[^\W_]{2}")
_CLAUSE = re.compile(r"[^\n]{1,400}?(?=[.!?…;]*[\"”’]?$|[.!?;][ ]|[ ](?:--|[–—-])[ ]|,[ ])", re.MULTILINE)
_ENDED = re.compile(r"[.!?…:;][\"”’)]*\s*\Z")
_LONGEST, _AHEAD = 6000, 3


@checker(scope="line", trigger="@open-bracket")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the stretch from an opened bracket to where it should close."""
    text, (start, end) = doc.text, span
    if end - start > _LONGEST or text.count("(", start, end) <= text.count(")", start, end):
        return
    stack: list[int] = []
    for m in _BRACKET.finditer(text, start, end):
        if m.group() == "(":
            stack.append(m.start())
        elif stack:
            stack.pop()
    if len(stack) != 1 or not _WORD_NEXT.match(text, stack[0] + 1, end) or _closed_below(doc, span):
        return
    at = stack[0]
    if at > start and not (text[at - 1].isspace() or text[at - 1] in '"“„«—–-'):
        return
    if text.count("]", at, end) <= text.count("[", at, end):  # else another kind closes it
        match = _match(text, at, end)
        # A last line that breaks off inside the bracket may go on elsewhere.
        if match.replacement is None or text[end:].strip() or _ENDED.search(text, max(start, end - 8), end):
            yield match


def _match(text: str, at: int, end: int) -> Match:
    clause = _CLAUSE.match(text, at + 1, end)
    close = clause.end() if clause else min(end, at + 60)
    tail = text[close:end].strip()
    whole = text[:at].rstrip()[-1:] in (".", "!", "?", "") and text[at + 1].isupper()
    if not tail or tail.strip('.!?…"”’') == "":
        close = end - len(text[close:end]) + len(text[close:end].rstrip()) if whole else close
        start = _word_start(text, at, close)
        return Match(start, close, text[start:close] + ")", confidence=0.7)
    return Match(at, min(close, at + 60), confidence=0.5, applicability="display")


def _word_start(text: str, least: int, end: int) -> int:
    start = end
    while start > least + 1 and not text[start - 1].isspace():
        start -= 1
    return start


def _closed_below(doc: Document, span: Span) -> bool:
    """Whether one of the next lines closes it, or the line is the last one and may go on elsewhere."""
    number = doc.line_number(span[0])
    seen = 0
    for other in range(number + 1, min(number + 12, len(doc.line_starts))):
        start, end = doc.line(other)
        if start == end:
            continue
        seen += 1
        opened, closed = doc.text.find("(", start, end), doc.text.find(")", start, end)
        if closed >= 0 and (opened < 0 or closed < opened):
            return True
        if seen >= _AHEAD:
            break
    return False
