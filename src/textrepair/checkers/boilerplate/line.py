"""Lines that belong to the page and not to the text: `Source: ...`, `Share via Email`, `Subscribe to our newsletter`.

What such a line says is data of the rule; here is judged where it stands. The same words inside running prose are no
boilerplate, so a pattern must take the whole line. At the very edge of the text removal is safe, elsewhere likely.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document import Document
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker

#: Decoration around a line: blanks, bullets, pointers. A heading's `#` and a table's `|` tell of the text's own structure.
_TRIM = " \t\u00a0\u200b\u3000•·●■▪►▶»›→-–—|*_[]【】"
_ENDS = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
_FURNITURE = re.compile(r"(?i)copyright|©|rights reserved|subscri|newsletter|cookie|privacy|follow us|sign up|click here|\bshare\b|\bsource\b")
_PROSE = 80
_WINDOW = 12


@checker(scope="line", trigger="=patterns")
def check(doc: Document, span: Span, *, patterns: tuple[str, ...] = (), weak: bool = False, longest: int = 300) -> Iterator[Match]:
    """Runs of lines of at most `longest` characters that one of `patterns` (case ignored) takes as a whole.

    `weak`: words that may also be a heading or an item of a list, so prose has to stand beside the line.
    """
    if not _taken(doc, span, patterns, longest):
        return
    number = doc.line_number(span[0])
    if number and _taken(doc, doc.line(number - 1), patterns, longest):
        return  # told with the first line of the run
    last, count = number, len(doc.line_starts)
    while last + 1 < count and _taken(doc, doc.line(last + 1), patterns, longest):
        last += 1
    before, after = _neighbours(doc, number, -1), _neighbours(doc, last, 1)
    if not before and not after:
        return  # the record is nothing else: there would be no text left
    if weak and not _beside_prose(before, after):
        return
    edge = not weak and (_is_furniture(before) or _is_furniture(after)) and any(len(t) >= _PROSE for t in before + after)
    start, end = doc.line(number)[0], doc.line(last)[1]
    line = doc.text[start:end].strip().split("\n")[0]
    if end < len(doc.text):
        end += 1
    elif start:
        start -= 1
    yield Match(start, end, "", 0.97 if edge else 0.85, applicability="safe" if edge else "unsafe", fields={"line": line[:60]})


def _taken(doc: Document, span: Span, patterns: Sequence[str], longest: int) -> bool:
    """Whether a pattern takes the whole line, decoration aside."""
    if not 0 < span[1] - span[0] <= longest:
        return False
    line = doc.text[span[0] : span[1]]
    if line.startswith(("#", "|", "    ", "\t")):
        return False
    line = line.strip(_TRIM)
    return bool(line) and any(compile_pattern(f"(?:{p})[\\s.:>»›→|-]*", True).fullmatch(line, timeout=1) for p in patterns)


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


def _beside_prose(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a sentence stands directly before or after, so that the label is no item of a list of labels."""
    near = [*before[:1], *after[:1]]
    return any(len(t) >= _PROSE or (_ENDS.search(t) and len(t) > 40) for t in near)
