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
_FRAME = re.compile("[\u2500-\u257f]")
_SPACED = re.compile(r"(?:(?:^| )\w \w| \w \w)(?: |$)")
_OPTION = re.compile(r"[ \t]*(?:[*•-] )?(?:--?\w[^\s]*|[*•-] \w+)(?:,? --?\w[^\s]*)?")
_LABEL = re.compile(r"[^\W\d_]{2,20}(?: [^\W\d_]{2,20})?: ?\S")
#: So a command's arguments begin.
_ARGUMENT = re.compile(r"\[?<\w|\[-")
#: The first of two columns.
_HEAD = re.compile(r"[ \t]{2,}[^\s]{1,20}")
_VALUE = re.compile(r"[^\W\d_]: ?\S+(?: \S+){0,2}$")
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
            columns = _FRAME.search(text, *span) is not None or in_columns(doc, span)
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
    if _SPACED.search(text[max(line, start - 4) : start]) or _SPACED.match(text[end : end + 4]):
        return "unsafe"  # words of s p a c e d letters
    if _OPTION.fullmatch(text[line:start]) or (_LABEL.match(text, end) and _VALUE.search(text, line, start)):
        return "unsafe"  # an option and what it does, one field after another
    beside = text[start - 1], text[end]
    tabs = text.count("\t", start, end)
    if (tabs and text[line] == "-") or (
        end - start > 2 and (_ARGUMENT.match(text, end) or _HEAD.fullmatch(text[line:start]))
    ):
        return "unsafe"
    if start - line < _HEADED and tabs > 1:
        return "unsafe"
    if end - start > 4 or is_markup(text) or any(c in "-–—=|*" for c in beside):
        return "unsafe"
    return None
