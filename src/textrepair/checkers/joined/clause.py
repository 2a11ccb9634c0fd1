"""A missing blank after a comma, semicolon or colon: `years,Austria`, `oceans;and`, `said,"Although`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon import lexicon as lexicon_of
from ...model import Applicability, Match, Span
from .. import checker
from .place import alone, code_like, known, runs, technical, words_of

_COMMA = later_regex(
    r"(?P<left>(?<!\p{L}[\p{M}'’-]{0,9})\p{L}[\p{L}\p{M}'’-]*|\d{4})(?P<close>[)”\"»]?)(?P<mark>[,;])(?P<right>\p{L}[\p{L}\p{M}'’]*|(?<=\p{L}{4},)\d{2,3}(?!\d|[.,]\d))"
)
_COLON = later_regex(r"(?<![\w.:-])(?P<left>\p{L}\p{Ll}{2,})(?P<close>)(?P<mark>:)(?P<right>\p{Lu}\p{Ll}+)(?![\w:])")
#: Without it there is nothing to find.
_SIGN = re.compile(r"[,;:][^\W_]")
#: Words of one letter.
_LETTERS = frozenset("aAIiyàoeuàéвикясу")
_OPENING, _CLOSING = frozenset("\"'“„«‘`「”»"), frozenset("\"'”“»’`」«")
_ENTITY = later_regex(r"&\w{1,10}$")


def _wanted(doc: Document, run: str) -> bool:
    """Whether a run without blanks may hold the end of a clause."""
    return any(True for _ in _found(alone(doc, run), (0, len(run) + 2)))


@checker(scope="line", trigger="@comma-inside", wants=_wanted, local=True)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the word before and the word after the mark, with the blank between them."""
    yield from _found(doc, span)


def _found(doc: Document, span: Span) -> Iterator[Match]:
    places = list(runs(doc.text, *span, _SIGN))
    for pattern in (_COMMA, _COLON):
        for m in (m for place in places for m in pattern.finditer(doc.text, *place)):
            if code_like(doc.text, m.start(), m.end()) or _listed(doc.text, m) or _is_part(doc.text, m):
                continue
            verdict = _verdict(doc, m)
            if verdict:
                gap = m.start("right")
                replacement = f"{doc.text[m.start() : gap]} {m['right']}"
                yield Match(m.start(), m.end(), replacement, 0.97 if verdict == "safe" else 0.7, applicability=verdict)


def _verdict(doc: Document, m: Any) -> Applicability | None:
    left, right, mark = m["left"], m["right"], m["mark"]
    if mark == ":":
        if doc.primary in ("de", "sv", "fi") or technical(doc):
            return None  # gender colon, suffix colon; keys of a mapping
        return "unsafe" if known(doc, left) and known(doc, right) else None
    if mark == ";" and _ENTITY.search(doc.text, max(0, m.start("mark") - 12), m.start("mark")):
        return None
    words = sum(len(w) > 1 and known(doc, w) for w in (left, right))
    if len(left) == 1 or (
        len(right) == 1 and not right.isdigit() and (right not in _LETTERS or not left[1:].islower())
    ):
        return None  # `x,y`
    if mark == ";" and len(right) < 2:
        return None
    if mark == ";" and len(left) < 3:
        return None  # `TL;DR`
    if right.isdigit():
        return "unsafe" if words and left.islower() and not technical(doc) else None
    if technical(doc):
        follow = doc.text[m.end() : m.end() + 1]
        return "unsafe" if words == 2 and mark == "," and follow in (" ", ",", ".", "") else None
    if right.islower() and doc.text[m.end() : m.end() + 1] == "(":
        return "unsafe"  # `keep(system,var(85))`
    if words == 2 or (left.isdigit() and words):
        return "unsafe" if _is_value(doc, m) or _borrowed(doc, left, right) else "safe"
    return "unsafe" if words or left[0].isupper() or right[0].isupper() else None


def _is_part(text: str, m: Any) -> bool:
    """Whether the join is a part of something with stops inside: `*.crit;kern.none`."""
    after = text[m.end() : m.end() + 2]
    return text[m.start() - 1 : m.start()] == "." and after[:1] == "." and after[1:].isalpha()


def _is_value(doc: Document, m: Any) -> bool:
    """Whether the join stands alone, on its line or in quotes, or ends a setting: `black,cyan`, `set bold,reverse;`."""
    before, after = doc.text[m.start() - 1 : m.start()], doc.text[m.end() : m.end() + 1]
    alone_in_line = before in ("", "\n") and after in ("", "\n")
    return alone_in_line or (before in _OPENING and after in _CLOSING) or (m["mark"] == "," and after == ";")


def _borrowed(doc: Document, left: str, right: str) -> bool:
    """Whether in a text of another language both words are English: keywords, names of keys and colours."""
    english, own = lexicon_of("en"), words_of(doc)
    if doc.primary == "en" or english is None or own is None or not (left.isascii() and right.isascii()):
        return False
    if own is english:  # a text of another script
        return doc.primary is not None and left.islower() and right.islower()
    return all(english.zipf(w) > own.zipf(w) + 0.5 for w in (left, right))


def _listed(text: str, m: Any) -> bool:
    """Whether the join is a link of a chain without blanks, `red,green,blue`: a list of keys or values."""
    after, before = text[m.end() : m.end() + 2], text[max(0, m.start() - 2) : m.start()]
    return (
        (after[:1] == m["mark"] and not after[1:].isspace())
        or (before[1:] == m["mark"] and not before[:1].isspace())
        or after[:1] == ")" == after[1:]
    )
