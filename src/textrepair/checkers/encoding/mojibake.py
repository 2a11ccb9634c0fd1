"""UTF-8 that was read in a single-byte code page, as ftfy repairs it: one match a damaged token."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .badness import BADNESS
from .layers import damage

#: A damaged letter by itself between quotation marks: a text tells what mojibake looks like.
_SHOWN = re.compile("[\"'“”„«‘「]\u200e?[ÃÂâ][^\x00-\x7f“”„«»‘’「」]{1,2}\u200e?[\"'”“»’」]")
_ASCII = re.compile("[A-Za-z]")


@checker(scope="line", trigger=BADNESS)
def check(doc: Document, span: Span, *, pages: tuple[str, ...] = ()) -> Iterator[Match]:
    """Yield the damaged tokens that were read in one of `pages` (all without it), with what ftfy makes of them."""
    line = doc.text[span[0] : span[1]]
    shown: bool | None = None
    for d in damage(line):
        if not pages or d.page in pages:
            if shown is None:
                shown = _SHOWN.search(line) is not None
            # In such a line what holds no letter of ASCII is spoken of too.
            unsure = shown and not _ASCII.search(line, d.start, d.end)
            start, end = span[0] + d.start, span[0] + d.end
            yield Match(start, end, d.text, 0.99, (), "unsafe" if unsure else None, {"page": d.page})
