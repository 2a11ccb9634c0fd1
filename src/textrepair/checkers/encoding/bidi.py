"""Marks of writing direction in records without right-to-left letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_MARKS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]+")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LANGUAGES = frozenset(("ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"))
_OVERRIDES = frozenset("\u202d\u202e")


@checker(scope="record", trigger=r"[\x{200e}\x{200f}\x{61c}\x{202a}-\x{202e}\x{2066}-\x{2069}]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the runs of direction marks, if neither letters nor language are right-to-left, which they could serve."""
    if doc.primary in _LANGUAGES or _RIGHT_TO_LEFT.search(doc.text, *span):
        return
    for m in _MARKS.finditer(doc.text, *span):
        # An override turns letters round: what was shown is not what is stored.
        turned = not _OVERRIDES.isdisjoint(m.group())
        yield Match(*m.span(), "", 0.8 if turned else 0.98, applicability="unsafe" if turned else None)
