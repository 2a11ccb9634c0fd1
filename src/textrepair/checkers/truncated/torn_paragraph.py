"""Two pieces of one sentence with a line end between them, as at a page's end: `the town had\\n\\nbeen rebuilt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layout import layout_of
from .pieces import completes
from .words import NEVER_LAST

_BREAK = re.compile(r"(?<=[^\W\d_A-Z]|,)[ \t]*\n[ \t]*(?:\n[ \t]*){0,2}(?=([^\W\d_]+))")
#: A text with more such places, and with one in so many lines, is broken by hand, or is verse.
_FEW, _LINES = 2, 15


@checker(scope="record", trigger=r"[\pL,][ \t]*\n[ \t]*(?:\n[ \t]*)?(?:\n[ \t]*)?\p{Ll}")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """The break between the pieces. A repair only where no sentence ends in the word before it."""
    most = max(_FEW, doc.text.count("\n") // _LINES)
    found = list(islice((m for m in _breaks(doc.text) if m[1][0].islower()), most + 1))
    if not 0 < len(found) <= most:
        return
    never, layout = NEVER_LAST.get(doc.primary or "", frozenset()), layout_of(doc)
    for m in found:
        at = layout.at(doc.line_number(m.start()))
        if not completes(layout, at):
            continue
        sure = layout.texts[at].rpartition(" ")[2].lower() in never
        if sure:
            yield Match(*m.span(), " ", 0.9)
        elif layout.block_end(at):  # over a single line end this is too little to go by
            yield Match(*m.span(), None, 0.7, (" ",))


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """All matches of `_BREAK`: where one begins its first line end says, which is quicker to find."""
    at = text.find("\n")
    while at >= 0:
        start = at
        while start and text[start - 1] in " \t":
            start -= 1
        m = _BREAK.match(text, start)
        if m:
            yield m
        at = text.find("\n", m.end() if m else at + 1)
