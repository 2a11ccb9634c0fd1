"""A blank on the inside of one of two quotation marks: `" hypnosis,"`. On the inside of both it is a style."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...document import Document
from ...model import Match, Span
from .. import checker
from .marks import Mark, marks

_LONGEST = 20_000
_DASHES = "—–-"


@checker(scope="line", trigger=r"(?:(?m:^)|[ \x{a0}(])[\"“„] [^ ]|[^ \n] [\"”](?:[ .,;:!?)]|(?m:$))", local=True)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the blank with its mark. Safe at the start of a line, where the mark can only open."""
    text, (start, end) = doc.text, span
    found = list(marks(text, start, min(end, start + _LONGEST), doc.primary))
    opened = False
    for i, mark in enumerate(found):
        if not opened and _opens_loosely(text, mark, start):
            yield from _opening(text, found, i, start)
            opened = True
        elif mark.role == "open" or (mark.role == "either" and not opened):
            opened = True
        else:
            if opened and _closes_loosely(text, mark, start) and _opens_tightly(text, found[i - 1]):
                yield Match(mark.start - 1, mark.end, mark.text, confidence=0.8, applicability="unsafe")
            opened = False


def _opens_loosely(text: str, mark: Mark, start: int) -> bool:
    """One mark with a blank and a word after it, and before it a blank, a bracket or nothing."""
    after = text[mark.end : mark.end + 2]
    before = text[mark.start - 1] if mark.start > start else " "
    return mark.text in ('"', "“", "„") and after[:1] == " " and after[1:].isalnum() and before in " (\u00a0"


def _opening(text: str, found: list[Mark], at: int, start: int) -> Iterator[Match]:
    mark, rest = found[at], found[at + 1 :]
    first = mark.start == start
    if rest and rest[0].role == "close" and not text[rest[0].start - 1].isspace():
        certain = Match(mark.start, mark.end + 1, mark.text, confidence=0.97)
        yield certain if first else replace(certain, confidence=0.8, applicability="unsafe")
    elif first and mark.kind != "„" and not any(m.role != "open" and text[m.start - 1].isspace() for m in rest):
        yield Match(mark.start, mark.end + 1, mark.text, confidence=0.8, applicability="unsafe")
    elif len(found) == 1 and not first and text[mark.start - 1] == " " and mark.text != '"':
        yield Match(mark.start, mark.end + 1, mark.text, confidence=0.6, applicability="unsafe")


def _closes_loosely(text: str, mark: Mark, start: int) -> bool:
    before = text[max(start, mark.start - 2) : mark.start]
    apart = len(before) == 2 and before[1] == " " and not before[0].isspace()
    return apart and before[0] not in _DASHES and mark.text in ('"', "”")


def _opens_tightly(text: str, opener: Mark) -> bool:
    return opener.role == "open" and len(opener.text) == 1 and text[opener.end].isalnum()
