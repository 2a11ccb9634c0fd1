"""Accents of LaTeX in prose: `M\\"uller`, `{\\'e}`, `\\c{c}`. Whole LaTeX documents are left alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ...document import Document
from ...model import Match, Span
from .. import checker
from .prose import place

_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a",
}  # fmt: skip
_LETTERS = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
}
_ACCENT = re.compile(
    r"\{?\\(?:(?P<mark>['`^\"~=.])(?:\{(?P<a>\\?[A-Za-z])\}|(?P<b>[A-Za-z]))|(?P<name>[uvHckr])\{(?P<c>[A-Za-z])\})\}?"
    r"|\{\\(?P<letter>ss|o|O|l|L|ae|AE|oe|OE|aa|AA)\}"
)
_EXPRESSION, _NEAR = re.compile(r"[*+?)\]](?:[/\\]|\w*\\\.)"), 20
_DOCUMENT = re.compile(r"\\(?:begin|documentclass|usepackage|section|cite|ref)\b")


@checker(scope="line", trigger=r"\\['`^\"~=.uvHckroOlLasAE]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield accents that a LaTeX command made, where the letter belongs to a word."""
    text = doc.text
    found = [m for m in _ACCENT.finditer(text, *span) if place(text, span, *m.span()) == "prose"]
    if not found or _is_source(text):
        return
    for m in found:
        new = _character(m)
        start, end = _trimmed(m)
        beside = text[max(0, start - 1) : start] + text[end : end + 1]
        if m["mark"] == "." and _EXPRESSION.search(text, max(span[0], start - _NEAR), min(span[1], end + _NEAR)):
            continue  # a dot of a regular expression: `.*\\.git`
        if new and any(c.isalpha() for c in beside) and not _is_quote(text, m):
            yield Match(start, end, new, 0.85)


@lru_cache(maxsize=8)
def _is_source(text: str) -> bool:
    return _DOCUMENT.search(text) is not None


def _character(m: re.Match[str]) -> str:
    if m["letter"]:
        return _LETTERS[m["letter"]]
    base = (m["a"] or m["b"] or m["c"]).removeprefix("\\")
    made = unicodedata.normalize("NFC", base + _MARKS[m["mark"] or m["name"]])
    return made if len(made) == 1 else ""


def _trimmed(m: re.Match[str]) -> Span:
    """Braces belong to the accent only in pairs."""
    old = m.group()
    start = m.start() + (old.count("{") > old.count("}"))
    return start, m.end() - (old.count("}") > old.count("{"))


def _is_quote(text: str, m: re.Match[str]) -> bool:
    r"""`\"yes\"` and `don\'t` are escaped quotation marks."""
    if m["mark"] not in ("'", '"'):
        return False
    opens = m.start() == 0 or not text[m.start() - 1].isalpha()
    return (opens and not m.group().startswith("{")) or (
        m["mark"] == "'" and re.match(r"(?:s|t|d|m|ll|re|ve)\b", text[m.start() + 2 : m.start() + 5]) is not None
    )
