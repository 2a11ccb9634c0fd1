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


#: So a page begins, a comment or a byte order mark aside.
_PAGE = re.compile(r"(?:\ufeff|\s|<!--.*?-->)*<(?:!doctype\b|html\b|\?xml\b)", re.IGNORECASE | re.DOTALL)
#: So many characters of it are looked at; in a section of one, on the average, so many have an end of an element.
_HEAD, _ELEMENT = 2000, 300
#: How far around a place it is looked for.
_REACH = 400
#: What people say is longer than what programs print.
_SHORT = 25
#: A string that is a value, an operand or an argument.
_LITERAL = re.compile(r"[\"']\s*:\s*[\"'\[{]|=\s*[bfru]{0,2}[\"']|\(\s*[bfru]{0,2}[\"']|(?:^|\s)--?\w[\w-]*[ =][\"']")
#: A single quotation mark that is open: no apostrophe.
_SINGLE = re.compile(r"(?:^|[\s(\[{=,:])[bfru]{0,2}'(?!s\b)[^'\n]*$")
#: Keys and certificates.
_UNBROKEN = re.compile(r"[\w+/=]{40}$")


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


@lru_cache(maxsize=8)
def is_page(text: str) -> bool:
    """Whether the text is a page of HTML, or a file of XML, as a whole."""
    return _PAGE.match(text, 0, _HEAD) is not None or _ELEMENT * text.count("</") > max(len(text), _HEAD)


def quoted(text: str, line: tuple[int, int], at: int) -> str:
    """Whether a place in prose is inside straight quotation marks: "string" of code or data, "quotation", or ""."""
    begin = max(line[0], at - _REACH)
    before = text[begin:at]
    if text.startswith(("    ", "\t", ">>> ", "$ "), line[0]) or _UNBROKEN.search(before):
        return "string"
    if (before.count('"') - before.count('\\"')) % 2 == 0 and not _SINGLE.search(before):
        return ""
    if _LITERAL.search(text, begin, min(line[1], at + _REACH)):
        return "string"
    return "quotation" if len(before) - max(before.rfind('"'), before.rfind("'")) < _SHORT else ""


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
