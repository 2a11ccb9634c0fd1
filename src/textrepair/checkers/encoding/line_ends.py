"""Carriage returns among line feeds. The engine takes texts whose every line ends in `\\r\\n` as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_END = re.compile(r"\r+\n|\r+$|\r")
_LONE = re.compile(r"\r+(?![\r\n])")


@checker(scope="record", trigger=r"\r")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield line ends with a carriage return; where they are the majority, only as unsafe."""
    text = doc.text
    pairs = text.count("\r\n")
    majority = pairs > text.count("\n") - pairs and pairs > 2
    # One at the end is what was left of a pair when the text was cut into records; several end lines, as on old Macs.
    leftover = len(_LONE.findall(text)) == 1
    for m in _END.finditer(text, *span):
        new = "" if leftover and m.end() == len(text) and not m.group().endswith("\n") else "\n"
        yield Match(m.start(), m.end(), new, 0.97, applicability="unsafe" if majority else None)
