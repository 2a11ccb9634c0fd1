"""Letters of another script that look like those of the word they stand in. Others stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker

_LOOKS = {
    ("latin", "cyrillic"): ("аеорсухіјѕԁһАВЕКМНОРСТУХІЈЅԚԜ", "aeopcyxijsdhABEKMHOPCTYXIJSQW"),
    ("latin", "greek"): ("ονρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ovpABEZHIKMNOPTYX"),
}
_LETTERS = {"latin": "A-Za-z\u00c0-\u024f", "cyrillic": "\u0400-\u052f", "greek": "\u0370-\u03ff\u1f00-\u1fff"}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

#: The languages of letters that few alphabets have.
_ONLY_IN = {
    "і": ("uk", "be", "kk", None), "ј": ("sr", "mk", "az", None), "ѕ": ("mk",), "һ": ("kk", "ba", "tt"),
    "ԁ": (), "ԛ": ("ku",), "ԝ": ("ku",),
}  # fmt: skip
_FORMAT = re.compile(r"%(?:\(\w+\)|\d{1,2}\$)?$")
#: An ending after an apostrophe is of the text's own script: `root'а`. A capital behind small letters is a variable.
_ENDED, _VARIABLE = re.compile(r"(\w+)['’](\w+)"), re.compile(r".*[^\W\d_A-Z][A-Z]")
_NAME = 40
#: A sign of multiplication between two words in capitals.
_TIMES = re.compile(r"[А-ЯЁІЇЄҐ]{2,}x[А-ЯЁІЇЄҐ]{2,}")

Script = Literal["latin", "cyrillic", "greek"]
_TRIGGER = (
    r"[A-Za-z\x{c0}-\x{24f}]['’]?[\x{370}-\x{52f}\x{1f00}-\x{1fff}]"
    r"|[\x{370}-\x{52f}\x{1f00}-\x{1fff}]['’]?[A-Za-z\x{c0}-\x{24f}]"
)


@checker(scope="line", trigger=_TRIGGER)
def check(doc: Document, span: Span, *, script: Script = "latin", other: Script = "cyrillic") -> Iterator[Match]:
    """Yield words of `script` with look-alike letters of `other`."""
    own, foreign = _counters(script), _counters(other)
    for m in _WORD.finditer(doc.text, *span):
        word = m.group()
        if _FORMAT.search(doc.text[max(span[0], m.start() - _NAME) : m.start()]):
            continue  # its first letter belongs to a placeholder: `%sНе`
        strangers = len(foreign.findall(word))
        if not strangers or strangers == len(word) or not own.search(word):
            continue
        new = word.translate(_table(script, other))
        if foreign.search(new) or new == word:
            continue
        ended = _ENDED.fullmatch(word)
        if ended and not foreign.search(ended[1]) and not own.search(ended[2]):
            continue
        if script != "latin" and word[-2:-1].islower() and _VARIABLE.fullmatch(word):
            continue
        tier = _tier(doc, word, new, strangers, foreign, own)
        if tier and (_TIMES.fullmatch(word) or _is_odd(word, new, doc.primary)):
            tier = "unsafe"
        if tier:
            yield Match(
                *m.span(), new, 0.95 if tier == "safe" else 0.7, applicability=None if tier == "safe" else "unsafe"
            )


def _tier(doc: Document, word: str, new: str, strangers: int, foreign: re.Pattern[str], own: re.Pattern[str]) -> str:
    """How sure the letters are strangers: the lexicon knows the word without them, or they stand inside of it."""
    if doc.lexicon is not None and len(new) > 2 and doc.lexicon.zipf(new) >= 2:
        return "safe"
    residents = len(word) - strangers
    if strangers > residents or residents < 3:
        return ""
    inside = foreign.search(word[1:-1]) is not None and own.match(word) is not None and own.match(word[-1]) is not None
    return (
        "safe"
        if inside and strangers == 1 and residents >= 4
        else "unsafe"
        if inside or (strangers == 1 and residents >= 4)
        else ""
    )


def _is_odd(word: str, new: str, language: str | None) -> bool:
    """Whether a new letter is none of the language's alphabet: `Комунѕ` in Ukrainian."""
    return any(a != b and language not in _ONLY_IN.get(b.lower(), (language,)) for a, b in zip(word, new, strict=True))


@lru_cache(maxsize=16)
def _counters(script: str) -> re.Pattern[str]:
    return re.compile(f"[{_LETTERS[script]}]")


@lru_cache(maxsize=16)
def _table(script: str, other: str) -> dict[int, int]:
    if (script, other) in _LOOKS:
        source, target = _LOOKS[script, other]
    else:
        target, source = _LOOKS[other, script]
    return dict(zip(map(ord, source), map(ord, target), strict=True))
