"""Where a text is no prose: code, addresses, markup. There an escape or an entity may mean itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~|----$|\.\.\.\.$)", re.MULTILINE)
_TICKS = re.compile(r"(`+)[^`\n]+\1")
_ADDRESS = re.compile(r"(?:[a-zA-Z][a-zA-Z+.-]*://|www\.|mailto:)[^\s<>\"]+|\]\([^()\s]*\)|(?:href|src)=\"[^\"\n]*\"")
_TAG = re.compile(
    r"</?(?:a|p|b|i|u|br|hr|td|tr|th|li|ul|ol|div|span|img|em|strong|table|html|body|head|code|pre|h[1-6]|font|sup|sub|blockquote|script|style|input|option|form|center|small|tt|kbd)(?:\s[^<>\n]*)?/?>",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def fenced(text: str) -> tuple[tuple[int, int], ...]:
    """Spans between the fences of Markdown and AsciiDoc."""
    marks = [(m.start(), m.group().strip()[:3]) for m in _FENCE.finditer(text)]
    spans, at = [], 0
    while at < len(marks):
        start, kind = marks[at]
        close = next((i for i in range(at + 1, len(marks)) if marks[i][1] == kind), None)
        if close is None:
            break  # no end: a rule or a stray mark, not code
        spans.append((start, marks[close][0]))
        at = close + 1
    return tuple(spans)


@lru_cache(maxsize=8)
def line_shields(text: str, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """Spans of inline code ("code") and addresses ("address") in `text[start:end]`, in order and without overlap."""
    found = sorted(
        [(*m.span(), "code") for m in _TICKS.finditer(text, start, end)]
        + [(*m.span(), "address") for m in _ADDRESS.finditer(text, start, end)]
    )
    kept: list[tuple[int, int, str]] = []
    for span in found:
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)


@lru_cache(maxsize=8)
def holds_markup(text: str, start: int, end: int) -> bool:
    """Whether the line holds tags of HTML."""
    return text.find("<", start, end) >= 0 and _TAG.search(text, start, end) is not None


def place(text: str, line: tuple[int, int], start: int, end: int) -> str:
    """What `text[start:end]` is in: "prose", "fence", "code" or "address"."""
    fences = fenced(text)
    i = bisect_right(fences, start, key=lambda f: f[0]) - 1
    if i >= 0 and start < fences[i][1]:
        return "fence"
    shields = line_shields(text, *line)
    i = bisect_right(shields, start, key=lambda f: f[0]) - 1
    for a, b, kind in shields[max(0, i) : i + 2]:
        if a < end and start < b:
            return kind
    return "prose"
