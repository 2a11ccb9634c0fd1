"""Lines that belong to the page and not to the text: `Source: ...`, `Share via Email`, `Subscribe to our newsletter`.

What such a line says is data of the rule; here is judged where it stands. The same words inside running prose are no
boilerplate, so a pattern must take the whole line. At the very edge of the text removal is safe, elsewhere likely.
The words go and the line's end stays: line-aligned corpora keep their lines, and neighbours can go at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document import Document
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker

#: Decoration around a line: blanks, bullets, pointers. (A heading's `#` is the text's own structure.)
_TRIM = " \t\u00a0\u200b\u3000•·●■▪►▶»›→-–—|*_[]【】"
_ENDS = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
_FURNITURE = re.compile(
    r"(?i)copyright|©|rights reserved|subscri|newsletter|cookie|privacy|follow us|sign up|click here"
    r"|\bshare\b|\bsource\b"
)
_FIELD = re.compile(r"[A-Z][\w-]{2,30}: \S[^ ]*(?: [^ ]+){0,5}$")
_PROSE = 80
_WINDOW = 12


@checker(scope="line", trigger="=patterns", longest="longest")
def check(
    doc: Document,
    span: Span,
    *,
    patterns: tuple[str, ...] = (),
    weak: bool = False,
    sections: tuple[str, ...] = (),
    longest: int = 300,
) -> Iterator[Match]:
    """Lines of at most `longest` characters that one of `patterns` (case ignored) takes as a whole.

    `weak`: words that may also be a heading or an item of a list, so prose has to follow, or nothing. `sections`: those
    that head a part of the text where other words do.
    """
    if not _taken(doc, span, patterns, longest):
        return
    number = doc.line_number(span[0])
    before, after = _neighbours(doc, number, -1), _neighbours(doc, number, 1)
    if not before and not after:
        return  # the record is nothing else: there would be no text left
    line = doc.text[span[0] : span[1]].strip()
    if weak and not _heads_prose(before, after):
        return
    if _labels(line, sections) and _headings(before[::-1] + after, patterns):
        return
    if _in_fields(line, before[:1] + after[:1], patterns):
        return  # `Format: 1.0`, `Source: https://...`: the text is a record of fields
    edge = (_is_furniture(before) or _is_furniture(after)) and any(len(t) >= _PROSE for t in before + after)
    yield Match(
        *span, "", 0.97 if edge else 0.85, applicability="safe" if edge else "unsafe", fields={"line": line[:60]}
    )


def _taken(doc: Document, span: Span, patterns: Sequence[str], longest: int) -> bool:
    """Whether a pattern takes the whole line, decoration aside."""
    if not 0 < span[1] - span[0] <= longest:
        return False
    line = doc.text[span[0] : span[1]]
    if line.startswith(("#", "|", "    ", "\t")) or "::" in line or "](" in line:
        return False  # headings, tables and code; AsciiDoc's image:: and links of Markdown are the text's own
    line = line.strip(_TRIM)
    return bool(line) and _labels(line, patterns)


def _neighbours(doc: Document, number: int, step: int) -> list[str]:
    """The next lines that hold anything, in one direction."""
    found: list[str] = []
    count = len(doc.line_starts)
    number += step
    while 0 <= number < count and len(found) < _WINDOW:
        start, end = doc.line(number)
        line = doc.text[start : min(end, start + 400)].strip()
        if line:
            found.append(line)
        number += step
    return found


def _is_furniture(lines: Sequence[str]) -> bool:
    """Whether the text ends here: nothing follows, or a few labels only."""
    return len(lines) < _WINDOW and all(_FURNITURE.search(t) or (len(t) <= 60 and not _ENDS.search(t)) for t in lines)


def _in_fields(line: str, beside: Sequence[str], patterns: Sequence[str]) -> bool:
    """Whether the line has a name and a value, and the next one too, of another kind."""
    others = (t for t in beside if not _FURNITURE.search(t) and not _labels(t.strip(_TRIM), patterns))
    return _FIELD.match(line) is not None and any(map(_FIELD.match, others))


def _heads_prose(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a sentence follows, or the text ends after one: a label there is no heading and no item of a list."""
    return _is_prose(after[0]) if after else _is_prose(before[0])


def _headings(lines: Sequence[str], patterns: Sequence[str]) -> bool:
    """Whether another line of a single word heads prose: in such a text this one is a heading too."""
    return any(
        line.isalpha() and line.istitle() and _is_prose(below) and not _labels(line, patterns)
        for line, below in pairwise(lines)
    )


def _labels(line: str, patterns: Sequence[str]) -> bool:
    return any(compile_pattern(f"(?:{p})[\\s.:>»›→|-]*", True).fullmatch(line, timeout=1) for p in patterns)


def _is_prose(line: str) -> bool:
    return len(line) >= _PROSE or (len(line) > 40 and _ENDS.search(line) is not None)
