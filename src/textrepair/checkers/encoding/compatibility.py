"""Characters that stand for others: ligatures, full-width forms, Arabic glyphs, borrowed alphabets, split letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from .. import checker
from .prose import quoted

Kind = Literal["ligature", "full-width", "decomposed", "arabic", "styled"]
_PATTERNS: dict[str, re.Pattern[str]] = {
    "ligature": re.compile("[\ufb00-\ufb06]+"),
    "full-width": re.compile(
        "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+(?:[\uff0d\uff0e\uff0c][\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+)*"
    ),
    "decomposed": re.compile(
        "[A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff][\u0300-\u030c\u031b\u0323-\u0328]+"
        "|[\u3040-\u30ff][\u3099\u309a]|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
    ),
    "arabic": re.compile(
        "[\u0621-\u06ff]*(?:[\ufb50-\ufbb1\ufbd3-\ufbff\ufe80-\ufefc][\u064b-\u0652]?){2,}[\u0621-\u06ff]*"
    ),
    "styled": re.compile("[\U0001d400-\U0001d7ff]{3,}"),
}
_EAST_ASIAN = later_regex("[\u1100-\u11ff\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_AROUND = 200


@checker(
    scope="line",
    trigger=r"[\x{300}-\x{328}\x{1100}-\x{11ff}\x{3099}\x{309a}\x{fb00}-\x{fefc}\x{ff10}-\x{ff5a}\x{1d400}-\x{1d7ff}]",
)
def check(doc: Document, span: Span, *, kind: Kind = "ligature") -> Iterator[Match]:
    """Yield runs of one kind of characters with the plain ones they stand for."""
    text = doc.text
    for m in _PATTERNS[kind].finditer(text, *span):
        new = unicodedata.normalize("NFC" if kind == "decomposed" else "NFKC", m.group())
        if new == m.group() or (kind == "decomposed" and len(new) != 1):
            continue
        start, end = m.span()
        if kind == "full-width" and _among_ideographs(
            text[max(span[0], start - _AROUND) : start], text[end : min(span[1], end + _AROUND)]
        ):
            continue
        literal = quoted(text, span, start) if kind == "full-width" else ""
        if literal == "string":
            continue
        if kind == "styled" and not new.isalpha():
            continue
        if kind == "ligature" and m.group() == "ﬂ" and doc.primary == "de" and _is_sharp_s(doc, start, end):
            new = "ß"
        # What stands alone between quotation marks is spoken of.
        alone = literal and {text[start - 1], text[end : end + 1]} == {'"'}
        yield Match(start, end, new, 0.98, applicability="unsafe" if alone else None)


def _among_ideographs(before: str, after: str) -> bool:
    """Whether an East Asian character stands next to the place, or many stand around it."""
    around = before + after
    beside = before.rstrip()[-1:] + after.lstrip()[:1]
    return _EAST_ASIAN.search(beside) is not None or len(_EAST_ASIAN.findall(around)) > 0.15 * len(around)


def _is_sharp_s(doc: Document, start: int, end: int) -> bool:
    """Whether a German word needs ß there: the two share a byte between windows-1252 and Mac Roman."""
    left, right = start, end
    while left > max(0, start - 40) and doc.text[left - 1].isalpha():
        left -= 1
    while right < min(len(doc.text), end + 40) and doc.text[right].isalpha():
        right += 1
    head, tail = doc.text[left:start], doc.text[end:right]
    return not doc.knows(f"{head}fl{tail}") and (
        doc.knows(f"{head}ß{tail}") or head.lower().endswith(("gro", "stra", "au"))
    )
