"""Characters without width between letters and beside blanks: deleted, or replaced by the blank they stood for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...codes import compiled
from ...document import Document
from ...model import Match, Span
from ...words import WORD
from .. import checker

#: Scripts that part words with a zero-width space, or need the Mongolian vowel separator.
_NEEDED = r"[\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}\p{Tibetan}\p{Mongolian}\p{Javanese}\p{Balinese}]"
_FREQUENT = 3.5


@checker(scope="line", trigger=r"[\x{200b}\x{2060}-\x{2064}\x{180e}\x{feff}]")
def check(doc: Document, span: Span, *, characters: str = "\u200b\u2060\ufeff") -> Iterator[Match]:
    """Yield runs of `characters` with no script beside them that needs them."""
    text = doc.text
    for m in _pattern(characters).finditer(text, *span):
        start, end = m.span()
        if m.group() == "\u2060" and _holds_together(text, start, end):
            continue
        blank = _parts_words(doc, start, end)
        if blank:
            yield Match(start, end, " ", 0.8, ("",), "unsafe")
        else:
            yield Match(start, end, "", 0.98)


@lru_cache(maxsize=16)
def _pattern(characters: str) -> Any:
    run = f"[{characters}]+"
    return compiled(rf"(?<!{_NEEDED}){run}(?!{_NEEDED})")


def _holds_together(text: str, start: int, end: int) -> bool:
    """Whether a word joiner does its work: careful typesetters put it at dashes and ellipses."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if text[end : end + 3].lstrip(" \u2060")[:1] == "…":
        return True
    if not before.strip(" \t\n") or not after.strip(" \t\n"):
        return False
    return not {before, after}.isdisjoint("—–…\xa0\u202f")


def _parts_words(doc: Document, start: int, end: int) -> bool:
    """Whether two frequent words stand on either side that make no word together."""
    lexicon = doc.lexicon
    left, right = _word_before(doc.text, start), _word_after(doc.text, end)
    if lexicon is None or len(left) < 2 or len(right) < 2 or doc.knows(left + right):
        return False
    return min(lexicon.zipf(left), lexicon.zipf(right)) >= _FREQUENT


def _word_before(text: str, at: int) -> str:
    start = at
    while start > max(0, at - 40) and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def _word_after(text: str, at: int) -> str:
    m = WORD.match(text, at, at + 40)
    return m.group() if m else ""
