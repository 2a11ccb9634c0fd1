"""How a text is laid out: marked up, in columns, typed with two blanks after each sentence. Layout is no defect."""

from __future__ import annotations

import re
from functools import lru_cache

from ...document import Document
from ...model import Span

#: Each pattern begins with one character, which the search can leap to.
_MARKUP = (
    re.compile(
        r"\n(?:#{1,6}[ \t]+\S|={2,6} \S|```|~~~|/{4,}|-{4,}|\|===|\[[\w,#-]+\]$|\.\. [\w-]+::|\|[^\n]*\|[ \t]*$|\$ \w)",
        re.MULTILINE,
    ),
    re.compile(r"\]\([^()\s]+\)"),
    re.compile(r"`[^`\n]+`[^`\n]*`[^`\n]+`"),
    re.compile(r"</?(?:p|a|div|br|img|span|code|pre|aside|ul|li|ol|td|tr|table|h[1-6]|em|strong)\b[^<>\n]*>"),
)
_AFTER_SENTENCE = re.compile(r"[.?!][\"'”’)\]]{0,2}( {1,3})(?=[\"'“‘(\[]{0,2}[A-ZÀ-ÞА-Я])")
_GAP = re.compile(r"(?<=\S)(?: {2,}|[ ]*\t[ \t]*)(?=\S)")
_SAMPLE = 200_000


@lru_cache(maxsize=8)
def is_markup(text: str) -> bool:
    """Whether the text is a source of Markdown, AsciiDoc, reStructuredText or HTML, where blanks may mean something."""
    sample = "\n" + text[:_SAMPLE]
    return any(pattern.search(sample) for pattern in _MARKUP)


@lru_cache(maxsize=8)
def is_typewritten(text: str) -> bool:
    """Whether nearly every sentence is followed by two blanks: a consistent style, not a slip."""
    gaps = [len(m[1]) for m in _AFTER_SENTENCE.finditer(text, 0, _SAMPLE)]
    wide = sum(g > 1 for g in gaps)
    return wide >= 4 and wide >= 0.8 * len(gaps)


def in_columns(doc: Document, line: Span) -> bool:
    """Whether the line's gaps are those of a table: several wide ones, or one that a neighbouring line has too."""
    text = doc.text
    end = min(line[1], line[0] + 2000)
    gaps = list(_GAP.finditer(text, line[0], end))
    wide = sum(len(g.group()) > 2 or "\t" in g.group() for g in gaps)
    if wide >= 2 and end - line[0] < 60 * len(gaps):
        return True
    ends = {g.end() - line[0] for g in gaps}
    number = doc.line_number(line[0])
    for other in (number - 1, number + 1):
        if 0 <= other < len(doc.line_starts):
            start, end = doc.line(other)
            near = _GAP.finditer(text, start, min(end, start + 2000))
            if any(g.end() - start in ends or ("\t" in g.group() and end - start < 60) for g in near):
                return True
    return False
