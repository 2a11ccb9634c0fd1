"""Quotation marks that are doubled, of two kinds, or set off by a blank on the inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker
from .marks import Mark, marks

Kind = Literal["doubled", "mixed", "spaced"]
_LONGEST = 20_000


@checker(
    scope="line",
    trigger=r"\"\"|““|””|(?:(?m:^)|[ \x{a0}(])[\"“„] [^ ]|\"[^\n]*(?:[“„»]|'')",
)
def check(doc: Document, span: Span, *, kind: Kind = "doubled") -> Iterator[Match]:
    """Yield the marks of one kind of fault in the line."""
    found = list(marks(doc.text, span[0], min(span[1], span[0] + _LONGEST), doc.primary))
    if kind == "doubled":
        yield from _doubled(doc.text, found)
    elif kind == "mixed":
        yield from _mixed(doc.text, found)
    else:
        yield from _spaced(doc.text, found, span)


def _doubled(text: str, found: list[Mark]) -> Iterator[Match]:
    """`""Largest""`: but `"a "b""` closes two quotations at once, and `""b" a"` opens two."""
    depth = 0
    for i, mark in enumerate(found):
        if mark.kind not in '"“”' or len(mark.text) > 2:
            depth += 1 if mark.role == "open" else -1 if depth and mark.role == "close" else 0
            continue
        if len(mark.text) == 1:
            depth = depth + 1 if mark.role == "open" or mark.role == "either" and not depth else max(0, depth - 1)
            continue
        if mark.role == "open":
            if _opens_one(found, i):
                yield Match(mark.start, mark.end, mark.kind)
                depth += 1
            else:
                depth += 2
        elif mark.role == "close":
            if depth < 2:
                yield Match(mark.start, mark.end, mark.kind, applicability=None if depth else "unsafe")
            depth = max(0, depth - (2 if depth >= 2 else 1))


def _opens_one(found: list[Mark], at: int) -> bool:
    """Whether what follows closes only once: `""b" a` or `""b"" a`."""
    depth = 2
    for mark in found[at + 1 :]:
        if len(mark.text) == 2 and mark.role == "close" and depth == 2:
            return True
        depth += len(mark.text) * (1 if mark.role == "open" else -1 if mark.role == "close" else 0)
        if depth <= 0:
            return False
    return True


def _mixed(text: str, found: list[Mark]) -> Iterator[Match]:
    """A quotation that opens with a straight mark and closes with a curly, low or angular one."""
    opener: Mark | None = None
    for mark in found:
        if mark.role == "open" or mark.role == "either" and opener is None:
            opener = mark
        elif opener is not None and mark.kind != opener.kind and opener.text == '"' and mark.role == "close":
            if mark.kind in ("“", "„", "»", "''") and len(mark.text) <= 2 and not _answers(found, mark):
                yield Match(mark.start, mark.end, '"')
            opener = None
        else:
            opener = None


def _answers(found: list[Mark], closer: Mark) -> bool:
    """Whether a mark of the closer's own set stands open before it."""
    partner = {"“": "„“", "„": "„", "»": "«»", "''": "``"}[closer.kind]
    return any(m.kind in partner and m.role == "open" and m.start < closer.start for m in found) or (
        closer.kind == "''" and any(m.kind == "''" and m.role == "open" for m in found)
    )


def _spaced(text: str, found: list[Mark], span: Span) -> Iterator[Match]:
    """`" hypnosis,"`: an opening mark with a blank after it, if the quotation is closed without one."""
    depth = 0
    for i, mark in enumerate(found):
        alone = len(mark.text) == 1 and text[mark.end : mark.end + 1] == " " and text[mark.end + 1 : mark.end + 2].isalnum()
        loose = mark.start == span[0] or text[mark.start - 1] in " (\u00a0"
        if alone and loose and mark.kind in '"“„' and depth == 0:
            if _closed_tightly(text, found[i + 1 :], mark):
                first = mark.start == span[0]
                yield Match(mark.start, mark.end + 1, mark.text, confidence=0.97 if first else 0.8, applicability=None if first else "unsafe")
            elif mark.start == span[0] and mark.kind != "„":
                yield Match(mark.start, mark.end + 1, mark.text, confidence=0.8, applicability="unsafe")
            depth = 1
        elif mark.role == "open" or mark.role == "either" and not depth:
            depth = 1
        else:
            depth = 0


def _closed_tightly(text: str, rest: list[Mark], opener: Mark) -> bool:
    """Whether the next mark closes and no blank stands before it."""
    return bool(rest) and rest[0].role == "close" and not text[rest[0].start - 1].isspace()
