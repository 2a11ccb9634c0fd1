"""A fragment that repeats the end of the sentence before: `... battle tanks. Western countries with battle tanks.`"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .words import ABBREVIATIONS

_TAIL = 12
_WORD = re.compile(r"[^\W\d_]+")
#: Signs of a finite clause. What has one is a sentence, whatever it repeats.
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|be|has|have|had|do|does|did|will|would|can|could|should|may|might|must|[Ii]|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|[Ii]t|"
    r"[a-z]{2,}ed|said|made|saw|went|came|took|sells?|[Nn]ot?|[Tt]hat|[Tt]his|[Tt]hese)\b|[!?\"“”]"
)


@checker(scope="record", trigger="@repeated-ending")
def check(doc: Document, span: Span, *, most: int = 9) -> Iterator[Match]:
    """Sentences of a few words, without a verb, whose last three words are those of the sentence before."""
    at, before = 0, ""
    for piece in doc.text.split(". "):
        if before and before[-_TAIL:] in piece:
            head = _head(piece)
            same = len(head) < 120 and head[-_TAIL:] == before[-_TAIL:]
            if same and not _abbreviated(before) and _echoes(before, head, most):
                end = at + len(head)
                yield Match(at, end + (doc.text[end : end + 1] == "."), confidence=0.8)
        at += len(piece) + 2
        before = piece


def _head(piece: str) -> str:
    """The piece up to a stop at the end of a line, without the stop."""
    here = piece.rstrip(".\n") if len(piece) < 400 else piece
    stop = here.find(".\n")
    return here if stop < 0 else here[:stop]


def _abbreviated(before: str) -> bool:
    """Whether the stop belongs to an abbreviation: `Giants vs. Titans and Dwarfs vs. Titans` is one sentence."""
    return before.rpartition(" ")[2].lower() in ABBREVIATIONS


def _echoes(before: str, head: str, most: int) -> bool:
    words = _WORD.findall(head)
    last = _WORD.findall(before[-200:])
    if not 5 <= len(words) <= most or "\n" in head or "." in head or _CLAUSE.search(head):
        return False
    return words[-3:] == last[-3:] and words != last[-len(words) :]
