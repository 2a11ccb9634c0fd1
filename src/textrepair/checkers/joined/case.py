"""Two words run together where the case changes: `theUnited`, `saidElsa`, `PerthAirport`, `UkrainenowadaysIt`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from ...document import Document
from ...lexicon import Lexicon
from ...lexicon.segment import divide
from ...model import Match, Span
from .. import checker
from .place import code_like, technical, words_of

_TOKEN = regex.compile(r"(?<![\p{L}\p{M}\d.])\p{L}*\p{Ll}\p{Lu}[\p{L}\p{M}]*(?!\.?[\p{L}\d])")
_PARTS = regex.compile(r"\p{Lu}{2,}(?=\p{Lu}\p{Ll}{2})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+")
#: Particles and prefixes of names, and what brands begin with.
_NAME_PARTS = frozenset(
    "Mc Mac De Di Da Du Del Della Des Dos La Le Les Lo Los Van Von Vander Fitz Ben Bin Bar El Al St San O Ó Ap Mak Saint Мак Ле Ла Де".split()
)
_CAMEL = frozenset("get set is has on to my add new no do can in as i e be use if or by at un re pre add up it go web all one my all not".split())
#: Words that no identifier or brand begins with.
_FIRM = frozenset("the and of that for with from was were said a their his her this which when what who they but our its than have been".split())


@checker(scope="line", trigger=r"\p{Ll}\p{Lu}")
def check(doc: Document, span: Span, *, capitals: bool = False) -> Iterator[Match]:
    """Yield tokens whose parts are words. `capitals`: those that begin with a capital, else the others."""
    lexicon = words_of(doc)
    if lexicon is None:
        return
    for m in _TOKEN.finditer(doc.text, span[0], span[1]):
        token = m.group()
        if token[0].isupper() != capitals or len(token) > 40 or code_like(doc.text, m.start(), m.end()):
            continue
        if token in doc.vocabulary or lexicon.zipf(token) > 1.0:
            continue
        parts = _words(token, lexicon)
        if parts is None:
            continue
        tier = (_of_names if capitals else _of_words)(doc, lexicon, token, parts)
        if tier:
            yield Match(m.start(), m.end(), " ".join(parts), 0.97 if tier == "safe" else 0.6, applicability=tier)


def _words(token: str, lexicon: Lexicon) -> list[str] | None:
    """The parts, each a known word, with unknown ones divided further; None if one can't be read."""
    found: list[str] = []
    for part in _PARTS.findall(token):
        if len(part) == 1 and part not in "aAI":
            return None
        if lexicon.zipf(part) >= 1.3 and (len(part) > 2 or lexicon.zipf(part) >= 5):
            found.append(part)
            continue
        division = divide(lexicon, part) if len(part) > 6 else None
        if division is None or division.rarest < 3.3 or division.gain < 2:
            return None
        found += division.parts
    return found if len(found) > 1 else None


def _of_words(doc: Document, lexicon: Lexicon, token: str, parts: list[str]) -> Any:
    """`theUnited`: a word of running text before a capital."""
    first, last = parts[0], parts[-1]
    if technical(doc):
        return "unsafe" if first in _FIRM and len(last) > 2 else None
    if doc.text.count(token) > 1 and first not in _FIRM:
        return None
    if len(parts) > 2 and len(_PARTS.findall(token)) > 2:
        return "unsafe"
    strong = lexicon.zipf(first) >= (5.0 if first not in _CAMEL else 6.0)
    if len(last) <= 2 and last not in ("He", "It", "We", "In", "I"):
        return "unsafe" if strong else None
    if first in _FIRM or (strong and len(first) > 2 and first not in _CAMEL):
        return "safe"
    return "safe" if strong and lexicon.zipf(last) >= 3 else "unsafe" if lexicon.zipf(first) >= 2.5 else None


def _of_names(doc: Document, lexicon: Lexicon, token: str, parts: list[str]) -> Any:
    """`PerthAirport`: brands and names are written like this too, so the spaced form must be in the text."""
    first = _PARTS.findall(token)[0]
    if first in _NAME_PARTS:
        return None
    if f" {' '.join(parts)}" in doc.text:
        return "safe"
    if technical(doc) or doc.text.count(token) > 1 or len(_PARTS.findall(token)) > 2:
        return None
    if lexicon.zipf(parts[0]) >= 5.6 and len(token) > 6:
        return "unsafe"
    return "unsafe" if min(map(len, parts)) >= 4 and len(token) >= 9 else None
