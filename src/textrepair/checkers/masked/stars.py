"""Words, or parts of words, behind stars: one kind of mask a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from ...document import Document
from ...model import Applicability, Match, Span, weakest
from .. import checker
from .runs import Mask, masks
from .solve import solved


@checker(scope="line", trigger=r"\*\*")
def check(
    doc: Document,
    span: Span,
    *,
    kind: Literal["word", "tail", "glued", "head", "inside"] = "word",
    most: Literal["safe", "unsafe", "display"] = "safe",
    min_stars: int = 2,
    max_stars: int = 60,
) -> Iterator[Match]:
    """Masks of one kind. Where the lexicon leaves one reading it is proposed, never more certain than `most`."""
    for mask in masks(doc, span):
        if mask.kind == kind and min_stars <= mask.stars <= max_stars:
            yield _match(doc, mask, most)


def _match(doc: Document, mask: Mask, most: Applicability) -> Match:
    if doc.lexicon is None or mask.kind not in ("head", "inside") or mask.tail[:1].isdigit():
        return Match(mask.start, mask.end, confidence=0.8)
    words, tier = solved(doc.lexicon.language, mask.head, mask.stars, mask.tail)
    if not words:
        return Match(mask.start, mask.end, confidence=0.8)
    best, *others = (_cased(mask, w) for w in words)
    return Match(
        mask.start,
        mask.end,
        best,
        confidence=0.85,
        alternatives=tuple(others),
        applicability=weakest(most, cast(Applicability, tier)),
    )


def _cased(mask: Mask, word: str) -> str:
    """The word with the letters that can be seen as they are: only the hidden ones are taken from the lexicon."""
    hidden = word[len(mask.head) : len(word) - len(mask.tail)]
    letters = mask.head + mask.tail
    return mask.head + (hidden.upper() if len(letters) > 1 and letters.isupper() else hidden) + mask.tail
