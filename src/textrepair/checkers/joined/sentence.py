"""A missing blank after the end of a sentence: `attention to.In fact`, `it."The team`, `Mr.Lu`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...model import Applicability, Match, Span
from ...words import word_set
from .. import checker
from .place import alone, code_like, known, runs, technical, words_of

_STOP = later_regex(
    r"(?P<left>(?:(?<!\p{L})\p{L}[\p{L}\p{M}'’-]*|\d+))(?P<close>[)\]]?)(?P<mark>[.!?…])(?P<quote>[”’»)]*)(?P<right>\p{Lu}[\p{L}'’]*)(?![\p{L}\d]*[(_])"
)
_LOWER = later_regex(r"(?<![\p{L}.'’-])(?P<left>\p{L}{2,})(?P<mark>[.!?])(?P<right>\p{Ll}{3,})(?![\p{L}\d.'’_-]\w|\w)")
#: Without it there is nothing to find.
_SIGN = re.compile(r"[.!?…][”’»)]*[^\W\d_]")
_TITLES = word_set("Mr Mrs Ms Dr Prof Sr Jr Gen Col Capt Lt Sgt Rev Hon Gov Sen Rep fr Fr Hr Mme Mlle Sra Dra")
_ENDINGS = word_set("com org net edu gov io co uk de fr ru cz es ca au js py md rb rs go txt html pdf")
_SITES = word_set(
    "today news online live media info life world tv life video blog shop store club network press digital"
)
#: A word rarer than this may be a part of a name.
_SPECIAL = 3.2
_NAMES = later_regex(r"(?:Yahoo|Jeopardy|Oh|oOh)$")


def _wanted(doc: Document, run: str) -> bool:
    """Whether a run without blanks may hold the end of a sentence: of `U.S.` and `e.g.` texts are full."""
    return any(True for _ in _found(alone(doc, run), (0, len(run) + 2)))


@checker(scope="line", trigger="@stop-inside", wants=_wanted, local=True)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the word before and the word after the mark, with the blank between them."""
    yield from _found(doc, span)


def _found(doc: Document, span: Span) -> Iterator[Match]:
    places = list(runs(doc.text, *span, _SIGN))
    for m in (m for place in places for m in _STOP.finditer(doc.text, *place)):
        if code_like(doc.text, m.start(), m.end()):
            continue
        verdict = _verdict(doc, m)
        if verdict:
            gap = m.end("quote")
            replacement = f"{doc.text[m.start() : gap]} {m['right']}"
            yield Match(m.start(), m.end(), replacement, 0.98 if verdict == "safe" else 0.7, applicability=verdict)
    for m in (m for place in places for m in _LOWER.finditer(doc.text, *place)):
        if _goes_on(doc, m) and not technical(doc) and not code_like(doc.text, m.start(), m.end()):
            yield Match(m.start(), m.end(), f"{m['left']}{m['mark']} {m['right']}", 0.7, applicability="unsafe")


def _goes_on(doc: Document, m: Any) -> bool:
    """Whether a sentence goes on in lower case: `got.would`, but no `got.me`."""
    return _plain(doc, m["left"]) >= 4.3 and _plain(doc, m["right"]) >= 6 and m["right"] not in _ENDINGS


def _verdict(doc: Document, m: Any) -> Applicability | None:
    """Whether a sentence ends here: safe, unsafe or None."""
    left, right, mark = m["left"], m["right"], m["mark"]
    if mark == "." and left in _TITLES and len(right) > 1 and right.lower() not in _ENDINGS:
        return "unsafe" if technical(doc) else "safe"
    if left.isdigit():
        return _after_number(doc, m)
    if len(left) == 1 or left.isupper() or right.lower() in _ENDINGS:
        return None
    if len(right) == 1 and right not in "AIÀYOEUСВИКЯАУО":
        return None
    if right.isupper() and len(right) > 1 and mark == "." and (technical(doc) or not known(doc, left)):
        return None
    return _between_words(doc, m)


def _between_words(doc: Document, m: Any) -> Applicability | None:
    left, right, mark = m["left"], m["right"], m["mark"]
    after = doc.text[m.end() : m.end() + 1]
    if after in (".", "!") and doc.text[m.end() + 1 : m.end() + 2].isalpha():
        return None  # a.B.c, a!B!c
    if right.isupper() and len(right) > 1 and mark == "." and _plain(doc, right) < _SPECIAL:
        return "unsafe"  # `boot.NNNN`
    if mark == "!" and (_NAMES.search(left) or not (left.isupper() or left[1:].islower())):
        return "unsafe" if left == "Yahoo" else None  # `WoW!Korea`
    sure = len(left) > 2 and known(doc, left) and known(doc, right)
    if left[0].isupper() and not m["quote"] and mark == ".":
        if right.lower() in _SITES:
            return None
        # `System.Out`, `Kostroma.Today`: a capital on both sides names things; a frequent word starts a sentence.
        starter = _starts_sentences(doc, right) or (doc.primary == "de" and sure)  # German nouns are capitalised
        if technical(doc) or _first_in_run(doc, m):
            return "unsafe" if starter and len(left) > 2 else None
        return "safe" if starter and len(left) > 2 else "unsafe" if len(left) > 2 else None
    if technical(doc) and mark == "." and not m["quote"]:
        return "safe" if sure and _starts_sentences(doc, right) else None
    if len(left) <= 2:
        plain = _plain(doc, left) >= 6 and _starts_sentences(doc, right) and not technical(doc)
        return "safe" if plain else "unsafe" if known(doc, left) else None
    if _plain(doc, left) < _SPECIAL and _plain(doc, right) < _SPECIAL and mark == ".":
        return "unsafe"  # `changelog.Debian`
    return "safe" if sure or known(doc, left) or _starts_sentences(doc, right) else "unsafe"


def _first_in_run(doc: Document, m: Any) -> bool:
    """Whether the word is the first of its line: nothing says that a sentence is running."""
    return bool(m.start() == doc.line_at(m.start())[0])


def _starts_sentences(doc: Document, word: str) -> bool:
    return _plain(doc, word) >= 6


def _plain(doc: Document, word: str) -> float:
    found = words_of(doc)
    return found.zipf(word) if found is not None else 0.0


def _after_number(doc: Document, m: Any) -> Applicability | None:
    """`2017.Hanwha` ends a sentence, `4.A` and `3.B` number something."""
    if len(m["left"]) < 4 or len(m["right"]) < 2 or m["right"].isupper() or not known(doc, m["right"]):
        return None
    return "safe" if len(m["left"]) == 4 and doc.text[m.start() - 1 : m.start()] in (" ", "-", "–") else "unsafe"
