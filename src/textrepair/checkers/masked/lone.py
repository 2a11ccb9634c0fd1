"""A row of equal signs that stands for a word: `are ____ iodine`, `in XXXX`, `the ■■■ said`."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker
from .context import fills_a_gap, is_code, surroundings

_EXERCISE = later_regex(
    r"^\s*(?:\d+|[a-z])\s?[.)]\s|\bfill in\b|\bfill-in\b|\bblanks?\b|Lückentext|\([a-z]+(?: [a-z]+)?\)\s*[.?!]?\s*$"
)
_ENTRY = later_regex(r"[|\t]|[-=_.]{9,}")


@checker(scope="line")
def check(doc: Document, span: Span, *, signs: str = "_{3,8}", words: int = 3, forms: bool = True) -> Iterator[Match]:
    """Matches of the pattern `signs` in running text of at least `words` lower-case words.

    `forms`: such signs are also the blanks of forms and exercises.
    """
    line = doc.text[span[0] : min(span[1], span[0] + 4000)]
    if forms and (_EXERCISE.search(line) or _ENTRY.search(line)):
        return
    for m in compile_pattern(signs).finditer(doc.text, *span):
        around = surroundings(doc, m.start(), m.end())
        if fills_a_gap(around, words=words) and not is_code(doc, m.start(), m.end()):
            yield Match(m.start(), m.end(), confidence=0.85)
