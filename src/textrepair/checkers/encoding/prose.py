"""Where a text is no prose: code, addresses, markup. There an escape or an entity may mean itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_FENCE = re.compile(r"^[ ]{0,3}(?:```|~~~|----$|\.\.\.\.$)", re.MULTILINE)
_TICKS = re.compile(r"(`+)[^`\n]+\1")
_ADDRESS = re.compile(r"(?:[a-zA-Z][a-zA-Z+.-]*://|www\.|mailto:)[^\s<>\"]+|\]\([^()\s]*\)|(?:href|src)=\"[^\"\n]*\"")
_TAG = re.compile(r"</?(?:a|p|b|i|u|br|hr|td|tr|th|li|ul|ol|div|span|img|em|strong|table|html|body|head|code|pre|h[1-6]|font|sup|sub|blockquote|script|style|input|option|form|center|small|tt|kbd)(?:\s[^<>\n]*)?/?>", re.IGNORECASE)


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


@lru_cache(maxsize=64)
def line_shields(line: str) -> tuple[tuple[int, int, str], ...]:
    """Spans of inline code ("code") and addresses ("address") in a line."""
    return tuple(_line_shields(line))


def _line_shields(line: str) -> Iterator[tuple[int, int, str]]:
    for m in _TICKS.finditer(line):
        yield m.start(), m.end(), "code"
    for m in _ADDRESS.finditer(line):
        yield m.start(), m.end(), "address"


@lru_cache(maxsize=64)
def holds_markup(line: str) -> bool:
    """Whether the line holds tags of HTML."""
    return "<" in line and _TAG.search(line) is not None


def place(text: str, line: tuple[int, int], start: int, end: int) -> str:
    """What `text[start:end]` is in: "prose", "fence", "code" or "address"."""
    if any(a <= start < b for a, b in fenced(text)):
        return "fence"
    for a, b, kind in line_shields(text[line[0] : line[1]]):
        if a < end - line[0] and start - line[0] < b:
            return kind
    return "prose"
