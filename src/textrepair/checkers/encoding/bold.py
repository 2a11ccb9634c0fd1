"""Mojibake that ftfy finds too doubtful, where the lexicon or the rest of the line takes the doubt away: `pi√π`, `Г bien`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .. import checker
from ...document import Document
from ...model import Match, Span
from .layers import damage
from .lexica import lexicon_for

_PAGES = ("windows-1252", "windows-1251", "windows-1250", "macroman", "cp437", "windows-1254", "windows-1257", "iso8859-2", "cp850")
_LEADS = {"windows-1252": "Ã", "windows-1251": "Г", "windows-1250": "Ă", "macroman": "√", "cp437": "├"}
_WORD = re.compile(r"(?:[^\W_]|[^\x00-\x7f\s]|\xa0|['’-])*[^\x00-\x7f](?:[^\W_]|[^\x00-\x7f\s]|\xa0|['’-])*")
_SIGNS = {"¿": "es ca gl", "¡": "es ca gl", "«": "", "»": "", "°": "", "€": "", "£": "", "–": "", "—": "", "…": "", "’": "", "“": "", "”": ""}
_FEW = 2.0


@checker(scope="line", trigger=r"[ÂÃÄÅĂĹÎÐØÙГРСВ√≈ƒ├┬─┼╨╤β][^\x00-\x7f]|[ \t'’]?[ÃГĂ√](?:[ \t\x{a0}]|$)|[а-яА-Я][^\x00-\x7f][a-z]|[a-z][РСГВДЕ√ƒ]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield tokens left over by ftfy whose decoding is a word, or an `à` beside damage of the same code page."""
    line = doc.text[span[0] : span[1]]
    repaired = damage(line)
    at, pages = 0, {d.page for d in repaired}
    for m in _WORD.finditer(line):
        while at < len(repaired) and repaired[at].end <= m.start():
            at += 1
        if at < len(repaired) and repaired[at].start < m.end():
            continue
        match = _word(doc, span[0] + m.start(), m.group())
        if match:
            pages.add(match.fields["page"])
            yield match
    yield from _grave(doc, span, line, pages, repaired and {(d.start, d.end) for d in repaired} or set())


def _grave(doc: Document, span: Span, line: str, pages: set[str], done: set[Span]) -> Iterator[Match]:
    """`à` whose second byte, a no-break space, became a blank."""
    if doc.primary not in (None, "mul", "fr", "it", "pt", "ca"):
        return
    for page, lead in _LEADS.items():
        if page in pages:
            for m in re.finditer(rf"(?<![^\s'’]){lead}(?=[ ])", line):
                if m.span() not in done:
                    yield Match(span[0] + m.start(), span[0] + m.end(), "à", 0.8, fields={"page": page})


def _word(doc: Document, start: int, word: str) -> Match | None:
    for page in _PAGES:
        new = _decoded(word, page)
        if new and new != word:
            sure = _is_better(doc, word, new)
            if sure:
                return Match(start, start + len(word), new, 0.9, (), None if sure == "safe" else "unsafe", {"page": page})
    return None


def _is_better(doc: Document, old: str, new: str) -> str:
    core = new.strip("".join(_SIGNS))
    lexicon = lexicon_for(doc)
    if lexicon is None or len(core) < 2 or not core.replace("'", "").replace("’", "").replace("-", "").isalpha():
        return ""
    if core.isascii() and not any(c in new for c in "¿¡–—…’“”€"):
        return ""
    zipf = lexicon.zipf(core.replace("’", "'"))
    if zipf < _FEW or zipf < lexicon.zipf(old) + 1.5 or lexicon.zipf(old) > 3:
        return ""
    return "safe" if zipf >= 3 or len(core) > 5 else "unsafe"


@lru_cache(maxsize=4096)
def _decoded(word: str, page: str) -> str | None:
    """The word as UTF-8 that was read in `page`; a lost byte A0 at the end of a lead is put back."""
    name = {"windows-1252": "sloppy-windows-1252", "windows-1251": "sloppy-windows-1251", "windows-1250": "sloppy-windows-1250",
            "windows-1254": "sloppy-windows-1254", "windows-1257": "sloppy-windows-1257"}.get(page, page)  # fmt: skip
    try:
        return word.encode(name).decode("utf-8")
    except UnicodeError:
        return None
