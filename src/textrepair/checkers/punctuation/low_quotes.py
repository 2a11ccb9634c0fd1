"""Quotations that open low, as in German, and close otherwise than all others of the text: `„Gut" ... „Ja“`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_PAIR = re.compile(r"(?<!\w)„(?=[^\W_…(])[^„“”\"\n]{1,300}([“”\"])(?![\w“”\"])")


@checker(scope="record", trigger=r"„[^„“”\"\n]{1,300}[\"”]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """The closing marks that are not “, where most are. In a text where most are not, that is its style."""
    pairs = list(_PAIR.finditer(doc.text))
    odd = [m for m in pairs if m[1] != "“"]
    if len(pairs) - len(odd) > len(odd):
        for m in odd:
            yield Match(m.start(1), m.end(1), "“", confidence=0.9)
