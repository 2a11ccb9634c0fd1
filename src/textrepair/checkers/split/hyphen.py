"""A hyphen inside a word, from the end of a line that is no longer there: `colle-cted`, `indi-` / `cated`, `inacces- sibility`.

What stays: compounds (`well-known`), prefixes that take a hyphen (`re-elect`), suspended hyphens (`pre- and post-war`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import regex

from ...document import Document
from ...lexicon import Lexicon
from ...lexicon.fragments import alone, is_piece
from ...model import Match, Span
from .. import checker
from ..joined.place import code_like

_BROKEN = regex.compile(r"(?<![\p{L}\p{M}\d'’._/])(?<!\s-|--|\d-)(?P<left>\p{L}[\p{Ll}\p{M}]*)(?P<gap>-(?:[ \t]*\n[ \t]*| )?)(?P<right>\p{Ll}[\p{Ll}\p{M}]*(?:['’]\p{Ll}+)?)(?![\p{L}\p{M}\d_/])")
_CONJUNCTIONS = frozenset("and or to und oder bis et ou y o e u и или a nebo till as but nor sowie bzw și i lub en of och li".split())
#: Prefixes that keep their hyphen as often as not.
_HYPHENED = frozenset("anti co counter cross e ex extra hyper inter intra mid mini multi neo non off on out over post pre pro pseudo quasi re self semi sub super trans ultra un under up well bi start sci".split())


@checker(scope="record", trigger=r"\pL-(?:[ \t]*\n[ \t]*| )?\p{Ll}")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield words with a hyphen inside, put together."""
    lexicon = doc.lexicon
    if lexicon is None:
        return
    for m in _BROKEN.finditer(doc.text, *span):
        left, right, gap = m["left"], m["right"], m["gap"]
        if right in _CONJUNCTIONS and gap != "-" and not is_piece(lexicon, left):
            continue
        if gap == "-" and "-" in (doc.text[m.end() : m.end() + 1], doc.text[m.start() - 1 : m.start()]):
            continue
        verdict = _judged(lexicon, left, right, "\n" in gap)
        if verdict is None or doc.text.count(f"{left}-{right}") > 1 or code_like(doc.text, m.start(), m.end()):
            continue
        tier = _tier(verdict, gap, lexicon.language == "en")
        if tier:
            yield Match(m.start(), m.end(), left + right, min(0.99, 0.6 + verdict / 25), applicability=tier)


def _tier(gain: float, gap: str, english: bool) -> Any:
    """A line end speaks for a hyphen that is none, a blank a little, nothing against it."""
    if "\n" in gap:
        return "safe" if gain > 1.5 else "unsafe" if gain > -0.5 else None
    if gap == "- ":
        return "unsafe" if gain > 1 else None
    return "safe" if gain > 4.5 else "unsafe" if gain > (2.2 if english else 4) else None


@lru_cache(maxsize=1 << 14)
def _judged(lexicon: Lexicon, left: str, right: str, broken: bool) -> float | None:
    """How much likelier (log10) the whole is than a compound of the two parts; None if it is no word."""
    whole = lexicon.zipf(left + right)
    if whole < 1.5 or len(left + right) < 6:
        return None
    parts = alone(lexicon, left if len(left) > 1 else left.lower()) + alone(lexicon, right)
    gain = parts - (9 - whole) - 2.5
    if left.lower() in _HYPHENED and not is_piece(lexicon, right):
        gain -= 1.5 if broken else 3
    if right in ("able", "ably", "ability", "self", "selves") and left not in ("un", "non", "him", "it", "one"):
        gain += 2.5 if right[0] == "a" or left in ("her", "our", "them", "your", "my") else 0
    return gain
