"""Swear words whose writer put stars over some letters: `f***`, `s**t`, `bulls**t`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import regex

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from .. import checker
from ..joined.place import runs
from .context import is_code

_TOKEN = later_regex(r"(?<![\p{L}\p{N}*_/\\@#$=])\p{L}[\p{L}*@$!]*\*[\p{L}*@$!]*+(?![\p{N}_/\\=(]|\.\p{L})")
#: Other signs than stars, between letters only: `f#ck`, `sh@t`. A dollar or an exclamation mark is a letter in names.
_SIGNS = later_regex(
    r"(?<![\p{L}\p{N}*_/\\@#$%&.=])\p{L}{1,6}[#%@_]{1,2}\p{L}{1,6}(?![\p{L}\p{N}*_/\\@#$%&=(]|\.\p{L})"
)
_STAR, _SIGN = re.compile(r"\*"), re.compile("[#%@_]")
_OPENER = later_regex(r"(?<![\p{L}\p{N}*])\*{1,3}(?=[^\s*])")
_LONGEST = 24


@checker(scope="line", trigger=r"\pL\*|\*\pL|\pL[#%@_]{1,2}\pL", local=True)
def check(doc: Document, span: Span, *, words: tuple[str, ...] = (), bare: tuple[str, ...] = ()) -> Iterator[Match]:
    """Tokens that fit one of `words` (a `+` after a word stands for any ending) with stars read as letters.

    A token that shows its first letter only must fit one of `bare`: nearly every word of the language fits some oath.
    """
    for m in _inside(_TOKEN, doc.text, span, _STAR):
        token = m[0].rstrip("!")
        if len(token) <= _LONGEST and _plausible(token) and not _closes_emphasis(doc, span, m.start(), token):
            yield from _read(doc, m.start(), token, token, words, bare)
    for m in _inside(_SIGNS, doc.text, span, _SIGN):
        if sum(c.isalpha() for c in m[0]) >= 3:
            yield from _read(doc, m.start(), m[0], regex.sub(r"[#%@_]", "*", m[0]), words, ())


def _inside(token: Any, text: str, span: Span, sign: re.Pattern[str]) -> Iterator[Any]:
    """Matches of a pattern that holds a sign and no blank."""
    for start, end in runs(text, *span, sign):
        yield from token.finditer(text, start, end)


def _read(
    doc: Document, start: int, token: str, mask: str, words: tuple[str, ...], bare: tuple[str, ...]
) -> Iterator[Match]:
    """The words that fit a mask, shown and never put in."""
    shown = sum(c.isalpha() for c in mask)
    fitting = _fitting(mask.lower(), words if shown > 1 else bare)
    found = [_cased(mask, w) for w in fitting if doc.lexicon is None or doc.knows(w) or w in words]
    end = start + len(token)
    if found and not is_code(doc, start, end):
        yield Match(start, end, found[0], confidence=0.95, alternatives=tuple(found[1:]), applicability="display")


def _plausible(token: str) -> bool:
    """Enough letters to know the word by; `a*b` is a product, `**if**` emphasis."""
    letters = sum(c.isalpha() for c in token)
    stars = token.count("*")
    return letters >= 2 and len(token) > 3 if stars == 1 else letters + stars > 2


def _closes_emphasis(doc: Document, span: Span, start: int, token: str) -> bool:
    """Whether the stars at the end of the token belong to others before it in the line."""
    stars = len(token) - len(token.rstrip("*"))
    return 0 < stars < 4 and bool(_OPENER.search(doc.text, max(span[0], start - 300), start + 1))


@lru_cache(maxsize=4096)
def _fitting(token: str, words: tuple[str, ...]) -> tuple[str, ...]:
    body = regex.sub(
        r"\*+|[@$!]", _hidden, regex.escape(token, special_only=True).replace(r"\*", "*").replace(r"\$", "$")
    )
    fits = regex.compile(body)
    found: list[str] = []
    for word in words:
        stem, _, _ = word.partition("+")
        if word.endswith("+"):
            found += [
                stem + ending
                for ending in ("", "s", "es", "ed", "er", "ers", "ing", "in")
                if fits.fullmatch(stem + ending)
            ]
        elif fits.fullmatch(stem):
            found.append(stem)
    return tuple(dict.fromkeys(sorted(found, key=lambda w: abs(len(w) - len(token)))))[:4]


def _hidden(m: regex.Match[str]) -> str:
    n = len(m[0])
    return r"\p{L}{1,2}" if n == 1 else rf"\p{{L}}{{{n}}}"


def _cased(token: str, word: str) -> str:
    shown = [c for c in token if c.isalpha()]
    if len(shown) > 1 and all(c.isupper() for c in shown):
        return word.upper()
    return word.capitalize() if token[:1].isupper() else word
