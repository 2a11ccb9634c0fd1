"""Runs of blanks and tabs inside prose. Columns, list marks and the two blanks of a typewriter stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Applicability, Match, Span
from .. import checker
from .layout import in_columns, is_markup, is_typewritten

_BLANK = r" \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
#: Two blanks or a tab. The set comes first: `re` leaps to it.
_RUN = re.compile(rf"[{_BLANK}](?<=[^{_BLANK}\n].)(?:[{_BLANK}]+|(?<=\t))(?=[^{_BLANK}\n])")
_LEFT = re.compile(r"[^\W_]|[.,;:!?…\"'”’»)\]%*⁇-]|[^\w\s\x00-\x7f]")
_RIGHT = re.compile(r"[^\W_]|[\"'“”‘’«»„(\[<¿¡$€£#@&*.…—–-]|[^\w\s\x00-\x7f]")
_MARKER = re.compile(r"[ \t]*(?:[-*+•·▪◦>|#o–—=]+|\(?\w{1,3}[.)]|[^\s]{1,14}:)?$")
#: So many characters may be what a tab explains: `gn<tab>searches forward`.
_HEADED = 24
_SENTENCE_END = re.compile(r"[.?!:][\"'”’)\]]{0,2}$")


@checker(scope="line", trigger=r"[ \t\x{a0}\x{2000}-\x{200a}\x{202f}\x{205f}\x{3000}]{2,}[^ \t\n]|\t[^ \t\n]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield each run of two or more blanks, or tab, between words; the fix is one blank."""
    text = doc.text
    columns: bool | None = None
    for m in _RUN.finditer(text, *span):
        start, end = m.span()
        if not _LEFT.match(text, start - 1) or not _RIGHT.match(text, end):
            continue
        if start - span[0] < 40 and _MARKER.match(text[span[0] : start]):
            continue
        if m.group() == "  " and _SENTENCE_END.search(text[max(span[0], start - 4) : start]) and is_typewritten(text):
            continue
        if doc.primary in ("zh", "ja", "ko") and "\u3000" in m.group():
            continue
        if columns is None:
            columns = in_columns(doc, span)
        if not columns:
            one = _single(m.group(), text[end : end + 2])
            yield Match(start, end, one, applicability=_applicability(text, span[0], start, end))


def _single(run: str, following: str) -> str:
    """One blank; a no-break one where French sets it; none before a quotation mark that closes."""
    if following[:1] == "”" and following[1:].strip() == "":
        return ""
    return "\u00a0" if "\u00a0" in run and following[:1] in ":;!?»%" else " "


def _applicability(text: str, line: int, start: int, end: int) -> Applicability | None:
    """A gap beside a dash, a wide one, one in marked-up text, or tabs behind a few words may be meant."""
    beside = text[start - 1], text[end]
    tabs = text.count("\t", start, end)
    if start - line < _HEADED and tabs > 1:
        return "unsafe"
    if end - start > 4 or is_markup(text) or any(c in "-–—=|*" for c in beside):
        return "unsafe"
    return None
