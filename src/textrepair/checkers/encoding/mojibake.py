"""UTF-8 that was read in a single-byte code page, as ftfy repairs it: one match a damaged token."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .badness import BADNESS
from .layers import damage


@checker(scope="line", trigger=BADNESS)
def check(doc: Document, span: Span, *, pages: tuple[str, ...] = ()) -> Iterator[Match]:
    """Yield the damaged tokens that were read in one of `pages` (all without it), with what ftfy makes of them."""
    for d in damage(doc.text[span[0] : span[1]]):
        if not pages or d.page in pages:
            yield Match(span[0] + d.start, span[0] + d.end, d.text, 0.99, fields={"page": d.page})
