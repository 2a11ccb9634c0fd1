"""Carriage returns among line feeds. The engine takes texts whose every line ends in `\\r\\n` as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_END = re.compile(r"\r+\n|\r+$|\r")


@checker(scope="record", trigger=r"\r")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield line ends with a carriage return; where they are the majority, only as unsafe."""
    text = doc.text
    pairs = text.count("\r\n")
    majority = pairs > text.count("\n") - pairs and pairs > 2
    for m in _END.finditer(text, *span):
        new = "" if m.end() == len(text) and not m.group().endswith("\n") else "\n"
        yield Match(m.start(), m.end(), new, 0.97, applicability="unsafe" if majority else None)
