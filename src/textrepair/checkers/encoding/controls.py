"""C0 controls: deleted, unless they stand for a line end or for a ligature of an old font.

Many different ones in a line are the signs of an unknown font: to delete them would lose what they stood for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_RUN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]+")
#: Places of the ligatures in TeX's OT1 and T1 fonts, which text extraction copies as if they were letters.
_LIGATURES = {
    "\x0b": "ff", "\x0c": "fi", "\x0e": "ffi", "\x0f": "ffl", "\x02": "fi", "\x03": "fl",
    "\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl",
}  # fmt: skip
#: So many kinds in a line are no debris.
_KINDS = 4


@checker(scope="line", trigger=r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the control characters of a line."""
    text = doc.text
    signs = len(set("".join(_RUN.findall(text, *span)))) >= _KINDS
    for m in _RUN.finditer(text, *span):
        start, end = m.span()
        if "\x0c" in m.group() and not text[span[0] : start].strip() and not m.group().strip("\x0c"):
            continue  # a page break at the start of a line
        # ESC and BACKSPACE that belong to a sequence have rules of their own, which win by confidence.
        deleted = Match(start, end, "", 0.9, applicability="unsafe" if signs else None)
        yield _ligature(doc, start, end) or _line_end(text, start, end) or deleted


def _ligature(doc: Document, start: int, end: int) -> Match | None:
    """The word with the ligature put back, if it is one, and none without it."""
    letters = _LIGATURES.get(doc.text[start:end])
    if letters is None or doc.lexicon is None:
        return None
    left, right = start, end
    while left > max(0, start - 30) and doc.text[left - 1].isalpha():
        left -= 1
    while right < min(len(doc.text), end + 30) and doc.text[right].isalpha():
        right += 1
    head, tail = doc.text[left:start], doc.text[end:right]
    if not head + tail or doc.lexicon.zipf(head + letters + tail) < max(
        2, doc.lexicon.zipf(head + tail) + 1 if tail else 8
    ):
        return None
    return Match(left, right, head + letters + tail, 0.95)


def _line_end(text: str, start: int, end: int) -> Match | None:
    """A vertical tab or form feed between two letters, or between a stop and a capital, is a line end."""
    if text[start:end].strip("\x0b\x0c") or start == 0 or end == len(text):
        return None
    before, after = text[start - 1], text[end]
    return None if before.isspace() or after.isspace() else Match(start, end, "\n", 0.9)
