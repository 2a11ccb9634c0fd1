"""A line or a block of lines that follows itself, blank lines between the copies or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .tandem import runs

_WORDS = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"^(?:[|$>#%@<+~=/\\{}*_-]|\s{4}|\d+[.):]?\s)|[{}=<>|\\]|[;)]$|://")
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)\]*_]*$")


@checker(scope="record", trigger="@repeated-line")
def check(doc: Document, span: Span, *, min_words: int = 3, min_letters: int = 12) -> Iterator[Match]:
    """Lines of prose that stand twice or more in a row; of a block of lines (a verse) each copy after the first."""
    if not _any_twice(doc.text):
        return
    lines = [(a, b) for a, b in doc.lines() if doc.text[a:b].strip()]
    texts = [doc.text[a:b].strip() for a, b in lines]
    for run in runs(texts):
        copy = texts[run.start : run.start + run.period]
        if not all(_prose(t, min_words, min_letters) for t in copy):
            continue
        start, end = lines[run.start + run.period - 1][1], lines[run.start + run.copies * run.period - 1][1]
        sure = run.period == 1 and len(_WORDS.findall(copy[0])) > 5 and _ENDED.search(copy[0]) and run.copies == 2
        yield Match(
            start,
            end,
            "",
            0.99 if sure else 0.9,
            applicability="safe" if sure else "unsafe",
            fields={"line": _short(copy[0])},
        )


def _any_twice(text: str) -> bool:
    """Whether any line comes again. Most texts answer no, at the cost of a split and a set."""
    lines = list(filter(None, map(str.strip, text.split("\n"))))
    return len(set(lines)) < len(lines)


def _prose(text: str, min_words: int, min_letters: int) -> bool:
    """Whether a line is running text: lines of code, tables and logs repeat freely."""
    if _CODE.search(text):
        return False
    letters = sum(len(w) for w in _WORDS.findall(text[:400]))
    return letters >= min_letters and (len(_WORDS.findall(text[:400])) >= min_words or letters > 24)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57].rstrip() + "..."
