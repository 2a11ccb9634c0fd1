"""A full stop with a comma after it: `thought.,` at the end of a sentence. After an abbreviation it is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...document import Document
from ...model import Match, Span
from ...words import is_letter, word_set
from .. import checker

_NEXT = r"[ \t\u00a0]+(?P<next>[\"“‘«„(¿¡—-]{0,2}[ ]?[^\W_])"
#: A comma behind them is right even where the line ends: it may be broken by hand.
_ALWAYS = word_set("etc al inc ltd corp co jr sr usw bzw ecc enz osv itp itd atd apod viz godz tzn")
_SIGN = re.compile(r"\.[ ]?,")
_PAIR = re.compile(rf"(?P<word>(?<![^\W\d_])[^\W\d_]+|\d|[)\"”’%])\.[ ]?,(?={_NEXT}|[ \t]*$)", re.MULTILINE)


@checker(scope="line", trigger=r"\.[ ]?,", local=True)
def check(
    doc: Document, span: Span, *, abbreviations: tuple[str, ...] = (), short_words: tuple[str, ...] = ()
) -> Iterator[Match]:
    """Yield `.,` after a word in full. Safe at the end of a line and before a capital; else the comma is kept.

    `abbreviations` are those of three letters and more, in lower case; `short_words` abbreviate nothing.
    """
    abbreviated, short = _set(abbreviations), _set(short_words)
    for m in _pairs(doc.text, span):
        word, following = m["word"], (m["next"] or "")[-1:]
        before = doc.text[max(span[0], m.start() - 1) : m.start()]
        start = m.end("word")
        if not following:
            if _ends_line(doc, word, before, abbreviated):
                yield Match(start, m.end(), ".", confidence=0.97)
        elif word in short or _is_word(doc, word, before, abbreviated):
            if following.isupper():
                yield Match(start, m.end(), ".", confidence=0.97)
            elif following.isdigit() or _zipf(doc, word) >= 3.7:
                yield Match(start, m.end(), ",", confidence=0.7, alternatives=(".",), applicability="unsafe")


def _pairs(text: str, span: Span) -> Iterator[re.Match[str]]:
    """All matches of `_PAIR`, found at their stops: there are few, and a word to begin with everywhere."""
    for sign in _SIGN.finditer(text, *span):
        start = sign.start()
        while start > span[0] and is_letter(text[start - 1]):
            start -= 1
        m = _PAIR.match(text, max(span[0], min(start, sign.start() - 1)), span[1])
        if m:
            yield m


def _ends_line(doc: Document, word: str, before: str, abbreviated: frozenset[str]) -> bool:
    """At the end of a line nothing can follow an abbreviation, so nearly every word will do."""
    if not word.isalpha():
        return before != "."
    if word.lower() in _ALWAYS:
        return False
    if word.lower() in abbreviated or before in (".", "-", "'", "’"):
        return word.islower() and len(word) > 4
    return len(word) >= 6 or (len(word) >= 3 and (len(word) > 4 or word[0].islower()) and _zipf(doc, word) > 0)


def _is_word(doc: Document, word: str, before: str, abbreviated: frozenset[str]) -> bool:
    """Whether the word is written in full, in mid-line, where an abbreviation would take both marks."""
    if not word.isalpha() or word.lower() in abbreviated or before in (".", "-", "'", "’"):
        return False
    if word.islower():
        return len(word) >= 7 or (len(word) >= 4 and _zipf(doc, word) >= 2.5)
    return len(word) >= 4 and word.istitle() and _zipf(doc, word) >= (4.0 if len(word) < 6 else 3.0)


@lru_cache(maxsize=8)
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _zipf(doc: Document, word: str) -> float:
    return doc.lexicon.zipf(word) if doc.lexicon else 0.0
