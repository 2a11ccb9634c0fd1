"""Blanks at the end of a line of plain text. In Markdown two of them are a line break, so markup is left alone."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layout import is_markup

_BLANKS = " \t\u3000"


@checker(scope="line", trigger=r"[ \t\x{3000}](?m:$)")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the blanks at the end of the line."""
    start, end = span
    at = end
    while at > start and doc.text[at - 1] in _BLANKS + "\u00a0":
        at -= 1
    if at < end and doc.text[end - 1] in _BLANKS and not is_markup(doc.text):
        yield Match(at, end, "")
