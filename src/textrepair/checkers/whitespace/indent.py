"""Indentation left over at the start of a paragraph of prose: `  Stoltenberg told ...`, U+3000 twice before English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layout import is_markup

_INDENT = re.compile(r"[ \t\u00a0\u2000-\u200a\u3000]+(?=\S)")
_PROSE = re.compile(r"[\"'“‘«„(¿¡—–-]{0,2} ?[^\W_]")
_LIST = re.compile(r"(?:[-*+•·–—o▪◦>|#]|\(?\w{1,3}[.)])[ \t\u00a0\u3000]")
_ITEM = re.compile(r"\s*(?:[-*+•·]|\(?\d{1,3}[.)])\s")
#: An option of a command, or two columns.
_TABLE = re.compile(r"--?\w|[^\n]*\S {3,}\S")
#: A line that is set in, between others that are: nothing of a paragraph in one line.
_BLOCK = re.compile(r"^[ \t\u00a0]{2,}\S[^\n]{20,100}\n[ \t\u00a0]{2,}[^\W\d_][^\n]{0,100}$", re.MULTILINE)
_BLOCKS, _SAMPLE = 3, 100_000
_WORDS = re.compile(r"[^\W\d_]+")
_LONG = 80
#: A field of a mail's header goes on in lines that are set in (RFC 5322, 2.2.3).
_FIELD = re.compile(r"[A-Z][\w-]{1,30}: ?\S")


@checker(scope="line", trigger=r"(?m:^)[ \t\x{a0}\x{2000}-\x{200a}\x{3000}]+[^ \t\n]")
def check(doc: Document, span: Span, *, most: int = 8) -> Iterator[Match]:
    """Yield the indentation of a line that is prose and stands as a paragraph of its own."""
    text = doc.text
    m = _INDENT.match(text, *span)
    if not m or len(m.group()) > most or is_markup(text):
        return
    ideographic = "\u3000" in m.group()
    if ideographic and doc.primary in ("zh", "ja", "ko", None):
        return
    opening = _PROSE.match(text, m.end())
    if not opening or opening.group()[-1].islower() or _LIST.match(text, m.end()):
        return
    if _TABLE.match(text, m.end(), min(span[1], m.end() + 4 * _LONG)) or (not ideographic and _is_layout(text)):
        return
    prose = _is_prose(text, m.end(), span[1], code=len(m.group()) >= 4)
    if not ideographic and (
        not prose
        or _in_block(doc, span)
        or _hard_wrapped(doc, span)
        or _follows(doc, span, text[m.end() : m.end() + 2])
    ):
        return
    headed = not ideographic and _headed(_line(doc, doc.line_number(span[0]) - 1))
    yield Match(m.start(), m.end(), "", applicability="unsafe" if headed else None)


@lru_cache(maxsize=8)
def _is_layout(text: str) -> bool:
    """Whether paragraphs of several short lines are set in, as in manuals: then one of a single line is so too."""
    return sum(1 for _ in islice(_BLOCK.finditer(text, 0, _SAMPLE), _BLOCKS)) == _BLOCKS


def _is_prose(text: str, start: int, end: int, code: bool) -> bool:
    """Sentences, or at least many words where the indent is not that of code."""
    line = text[start : min(end, start + 400)].rstrip()
    words = len(_WORDS.findall(line))
    return (words >= 8 and not code) or (words >= 2 and line[-1:] in ".!?:;,…\"'”’»)")


def _in_block(doc: Document, span: Span) -> bool:
    """Whether a neighbouring line is indented too, and the lines are short: verse, a quotation, code."""
    number = doc.line_number(span[0])
    for other in (number - 1, number + 1):
        if 0 <= other < len(doc.line_starts):
            start, end = doc.line(other)
            m = _INDENT.match(doc.text, start, end)
            if m and (max(end - start, span[1] - span[0]) < _LONG or doc.text[m.end() : end] == "."):
                return True
    return False


def _follows(doc: Document, span: Span, opening: str) -> bool:
    """Whether it belongs to what stands before: a field of a mail, an announcement, an item, a saying."""
    number = doc.line_number(span[0])
    before = _line(doc, number - 1)
    if _FIELD.match(before) or opening == "--" or (before and opening[0] in "—–-"):
        return True
    above = before or _line(doc, number - 2)
    return above.endswith(":") or _ITEM.match(above) is not None


def _headed(above: str) -> bool:
    """Whether the line above is short, not set in, and no sentence: a heading that the line may explain."""
    return above != "" and not above[0].isspace() and len(above) < _LONG and above[-1] not in ".!?…\"'”’»。！？"


def _line(doc: Document, number: int) -> str:
    """A line without the blanks at its end; nothing before the first."""
    if number < 0:
        return ""
    start, end = doc.line(number)
    return doc.text[start : min(end, start + 4 * _LONG)].rstrip()


def _hard_wrapped(doc: Document, span: Span) -> bool:
    """Whether the paragraph goes on in the next line: then its first line is set in on purpose."""
    following = doc.text[span[1] + 1 : span[1] + 2]
    return span[1] - span[0] < 100 and following.islower()
