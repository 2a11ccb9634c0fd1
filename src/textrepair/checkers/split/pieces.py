"""A blank inside a word both of whose pieces are listed as words: `like ly`, `appe ar`, `S p a c e d`."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from . import words


@checker(scope="line", trigger="@rare-piece", wants=words.wanted, local=True)
def check(
    doc: Document, span: Span, *, closing: float = 4.0, further: float = 1.5, margin: float = 1.0
) -> Iterator[Match]:
    """Yield torn words of lines where every token is listed; those with unknown tokens are `words`'s."""
    lexicon = doc.lexicon
    if lexicon is None:
        return
    for match in words.check.function(doc, span, closing=closing, further=further, margin=margin, listed=True):
        if all(doc.knows(t) for t in doc.text[match.start : match.end].split(" ") if t.isalpha()):
            yield match
