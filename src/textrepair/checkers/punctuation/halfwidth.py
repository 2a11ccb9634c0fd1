"""Marks of Latin text between Chinese words: `我明天来,然后走`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF = re.compile(r"(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])")
#: Of a longer line only the beginning is counted.
_LONGEST = 10_000


@checker(scope="record", trigger=r"[\x{4e00}-\x{9fff}][,;:?!][\x{4e00}-\x{9fff}]")
def check(doc: Document, span: Span, *, times: int = 3) -> Iterator[Match]:
    """Narrow marks, where text and line have the wide one `times` as often. A part full of them has its own style."""
    found: dict[str, list[int]] = {}
    for m in _HALF.finditer(doc.text):
        found.setdefault(m.group(), []).append(m.start())
    for mark, places in found.items():
        if doc.text.count(_WIDE[mark]) >= times * len(places):
            for at in places:
                line = doc.text[slice(*doc.line_at(at))][:_LONGEST]
                if line.count(_WIDE[mark]) >= times * line.count(mark):
                    yield Match(at, at + 1, _WIDE[mark], confidence=0.95)
