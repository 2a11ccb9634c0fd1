"""A hyphen inside a word, from the end of a printed line: `colle-cted`, `indi-` / `cated`, `inacces- sibility`.

What stays: compounds (`well-known`), prefixes that take a hyphen (`re-elect`), suspended hyphens (`pre- and post-war`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon.affixes import prefixes
from ...lexicon.fragments import alone, is_piece
from ...model import Match, Span
from ...words import word_set
from .. import checker
from ..joined.place import code_like, occurrences

_BROKEN = later_regex(
    r"(?P<gap>-(?:[ \t]*\n[ \t]*| )?)(?P<right>\p{Ll}[\p{Ll}\p{M}]*(?:['’]\p{Ll}+)?)(?![\p{L}\p{M}\d_/])"
)
_REACH = 30
#: What stands behind a hyphen inside a word, and (read backwards) before it.
_BEHIND = later_regex(r"-(\p{Ll}{2,})(?![\p{L}\d'’_/-])")
_BEFORE = later_regex(r"(?r)(?<![\p{L}\d'’_/.-])\p{L}\p{Ll}+")
_NEAR = 4000
#: How much likelier (log10) the whole must be than a compound: for certain, and beside a word that is certainly broken.
_SURE, _BESIDE = 4.5, 0.4
_CONJUNCTIONS = word_set(
    "and or to und oder bis et ou y o e u и или a nebo till as but nor sowie bzw și i lub en of och li"
)
#: Prefixes that keep their hyphen as often as not.
_HYPHENED = word_set(
    "anti co counter cross e ex extra hyper inter intra mid mini multi neo non off on out over post pre pro "
    "pseudo quasi re self semi sub super trans ultra un under up well bi start sci"
)


@lru_cache(maxsize=1 << 12)
def _possible(lexicon: Lexicon, word: str) -> bool:
    """Whether the two words with a hyphen between them could be one, whatever stands around them.

    What needs a word beside it that is certainly broken (`_printed`) is no reason to look: that word is one.
    """
    left, _, rest = word.partition("-")
    right = rest.lstrip(" \t\n")
    if not (left.isalpha() and right.isalpha()):
        return not word.isascii()  # `mid-80s`; beyond ASCII it is not for this test to say
    gap = f"-{rest[: len(rest) - len(right)]}"
    verdict = _judged(lexicon, left, right, "\n" in gap)
    if verdict is None or _tier(verdict, gap, _least(lexicon)) is None:
        return False
    return not _kept(lexicon, left, right, gap) or (gap == "-" and verdict > _SURE)  # or others are seen by it


@checker(scope="record", trigger="@broken-word", when=_possible)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield words with a hyphen inside, put together."""
    lexicon = doc.lexicon
    if lexicon is None:
        return
    for m in _hyphens(doc.text, *span):
        start, right, gap = _left(doc.text, m.start()), m["right"], m["gap"]
        if start is None:
            continue
        left = doc.text[start : m.start()]
        if _kept(lexicon, left, right, gap):
            continue
        if gap == "-" and "-" in (doc.text[m.end() : m.end() + 1], doc.text[start - 1 : start]):
            continue
        verdict = _judged(lexicon, left, right, "\n" in gap)
        if verdict is None or code_like(doc.text, start, m.end()):
            continue
        if _usual(doc.text, f"{left}-{right}", start) and (gap != "-" or verdict < _SURE):
            continue
        tier = _tier(verdict, gap, _least(lexicon))
        if (
            tier is None
            and lexicon.language == "en"
            and left.lower() not in _HYPHENED
            and _printed(doc, lexicon, start)
        ):
            tier = _tier(verdict, gap, _BESIDE)
        if tier == "safe" and gap == "-" and lexicon.language != "en" and not _printed(doc, lexicon, start):
            tier = "unsafe"  # a pun, an old spelling: `bat-terie`, `eko-nomika`, `pic-nic`
        if tier:
            yield Match(start, m.end(), left + right, min(0.99, 0.6 + verdict / 25), applicability=tier)


def _kept(lexicon: Lexicon, left: str, right: str, gap: str) -> bool:
    """Whether the hyphen belongs there, as it does in `T-shirt`, `co-ordinate`, `re-elect`, `pre- and postwar`."""
    if gap == "-":
        return len(left) < 2 or left[-1] == right[0] in "eo"
    return right in _CONJUNCTIONS and not is_piece(lexicon, left)


def _least(lexicon: Lexicon) -> float:
    """How much likelier the whole must be where nothing near is broken."""
    return 2.2 if lexicon.language == "en" else 4


def _hyphens(text: str, start: int, end: int) -> Iterator[Any]:
    """All matches of `_BROKEN`."""
    at = text.find("-", start, end)
    while at >= 0:
        m = _BROKEN.match(text, at, end)
        if m:
            yield m
        at = text.find("-", m.end() if m else at + 1, end)


def _left(text: str, at: int) -> int | None:
    """Where the part before the hyphen begins; None if it is no part of a word, or of a long chain."""
    start = at
    while start > max(0, at - _REACH) and text[start - 1].isalpha():
        start -= 1
    before = text[start - 1 : start]
    if (
        start == at
        or not (text[start + 1 : at].islower() or at - start == 1)
        or (before and before in "'’._/")
        or before.isdigit()
    ):
        return None
    return (
        None
        if before == "-" and (text[start - 2 : start - 1] in ("", " ", "\n", "-") or text[start - 2].isdigit())
        else start
    )


def _usual(text: str, compound: str, at: int) -> bool:
    """Whether the text writes the compound with its hyphen elsewhere too."""
    return occurrences(text, compound, at) > 1


def _printed(doc: Document, lexicon: Lexicon, at: int) -> bool:
    """Whether another word near is certainly broken like this: then the text comes from lines of print."""
    places: list[int] | None = doc.memo.get(_printed)
    if places is None:
        places = doc.memo[_printed] = list(_certain(doc.text, lexicon))
    near = places[bisect_left(places, at - _NEAR) : bisect_left(places, at + _NEAR)]
    return any(place != at for place in near)


def _certain(text: str, lexicon: Lexicon) -> Iterator[int]:
    """Where the words begin that are certainly broken, found by their hyphens."""
    hyphen = text.find("-")
    while hyphen >= 0:
        right = _BEHIND.match(text, hyphen)
        left = right and _BEFORE.match(text, 0, hyphen)
        if left and (_judged(lexicon, left[0], right[1], False) or 0) > _SURE:
            yield left.start()
        hyphen = text.find("-", hyphen + 1)


def _tier(gain: float, gap: str, least: float) -> Any:
    """A line end speaks for a hyphen that is none, a blank a little, nothing against it: the gain must be `least`."""
    if "\n" in gap:
        return "safe" if gain > 1.5 else "unsafe" if gain > -0.5 else None
    if gap == "- ":
        return "unsafe" if gain > 1 else None
    return "safe" if gain > _SURE else "unsafe" if gain > least else None


@lru_cache(maxsize=1 << 12)
def _judged(lexicon: Lexicon, left: str, right: str, broken: bool) -> float | None:
    """How much likelier (log10) the whole is than a compound of the two parts; None if it is no word."""
    whole = lexicon.zipf(left + right)
    if whole < 1.5 or len(left + right) < 6:
        return None
    first, second = alone(lexicon, left if len(left) > 1 else left.lower()), alone(lexicon, right)
    if lexicon.zipf(right) and (left.lower() in _HYPHENED or left.lower() in prefixes(lexicon.language)):
        second = min(second, 6.0)
    gain = first + second - (9 - whole) - 2.5
    if not broken and whole < 3.3 and gain < 5:
        gain -= 1.5  # `dim-witted`, `mish-mash`
    if left.lower() in _HYPHENED and not is_piece(lexicon, right):
        gain -= 1.5 if broken else 3
    if not broken and right.islower() and not lexicon.zipf(right) and whole >= 2.5 and len(right) > 3:
        gain = max(gain, 2.5)  # `in-spected`: what is left is no word
    if right in ("able", "ably", "ability", "self", "selves") and left not in ("un", "non", "him", "it", "one"):
        gain += 2.5 if right[0] == "a" or left in ("her", "our", "them", "your", "my") else 0
    return gain
