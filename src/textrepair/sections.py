"""Long texts in sections: each is worked on as a text of its own, so that time and memory grow with the length only.

A rule looks at a whole line, a checker at a whole record. In a megabyte on one line nearly every rule finds something
to look at, and then each of them reads the megabyte, pass after pass; and what a checker asks of the whole record (is
this documentation? does the author write so everywhere?) some page or other of a long book says. So a line is cut after
a sentence, a text of many lines after a paragraph. Where to cut is decided by the words around the place alone: an edit
moves the cuts near it and no others, and a text that was repaired is cut as before. What stands at a cut is left alone:
nothing is known of what is on the other side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from .defects import AROUND, fingerprint
from .edits import replay
from .later import later
from .model import Defect, Edit, Record, Result, Span

#: Characters of a line, and of a text of many lines, above which they are cut.
LONG_LINE = 16_000
LONG_TEXT = 1 << 16
#: Characters of a section of a line. Nothing hides a whole line from a rule, once one of its words has its attention:
#: twice as long costs half as much again.
_IN_LINE = 2000
#: Characters that are worked on together.
_GROUP = 1 << 18

#: Wider gaps are a second choice: they may be a defect, which a cut would hide.
_SENTENCE, _WIDELY = (
    later(rf"(?<=[^\W\d_]{{3}}[.!?])[\"'”’»)\]]*({gap})(?=[\"'“‘«„(\[]*[^\W\d_])|(?<=[。！？])[」』”）]*()")
    for gap in (" ", r"[ \t\xa0]+")
)
_WORD = later(r"(?<=\w)( )(?=\w)")
#: They begin with the line end, and look back from there: a lookbehind before it would be tried at every character.
_PARAGRAPH = later(r"(\n(?<=\S\n)[ \t]*\n\s*)(?=\S)")
_LINE = later(r"(\n(?<=[^\n]\n)\n*)(?=[^\n])")
_CONTEXT = 16
_TRIED = 12


@dataclass(frozen=True, slots=True)
class Edges:
    """Which ends of a text are cuts."""

    left: bool = False
    right: bool = False

    def touched(self, span: Span, length: int) -> bool:
        """Whether a span of a text of this length reaches a cut."""
        return (self.left and span[0] < 1) or (self.right and span[1] >= length)


WHOLE = Edges()


def is_long(text: str) -> bool:
    """Whether the text is worked on in sections."""
    if len(text) <= LONG_LINE:
        return False
    if len(text) > LONG_TEXT:
        return True
    at = 0
    while len(text) - at > LONG_LINE:
        # From as far as a line may reach back to where it begins: most lines are never looked at.
        end = text.rfind("\n", at, at + LONG_LINE + 1)
        if end < 0:
            return True
        at = end + 1
    return False


def cuts(text: str) -> Iterator[Span]:
    """The spans of a text's sections, in order. Blanks between two sections are part of neither."""
    start = 0
    while len(text) - start > LONG_LINE:
        low, high, signs = _window(text, start)
        if high >= len(text):
            break
        end, after = _cut(text, start, low, high, signs)
        yield start, end
        start = after
    yield start, len(text)


def _window(text: str, start: int) -> tuple[int, int, Sequence[re.Pattern[str]]]:
    """Where the section from `start` on may end, and after what."""
    at, most = start, start + LONG_TEXT
    while at < most and len(text) - at > LONG_LINE:
        end = text.rfind("\n", at, at + LONG_LINE + 1)
        if end < 0:
            return at + _IN_LINE // 2, at + _IN_LINE, (_SENTENCE, _WIDELY, _WORD)
        at = end + 1
    if at < most and len(text) <= most:
        return start, len(text), ()
    return start + LONG_TEXT // 2, most, (_PARAGRAPH, _LINE)


def _cut(text: str, start: int, low: int, high: int, signs: Sequence[re.Pattern[str]]) -> Span:
    """End of the section and beginning of the next."""
    for sign in signs:
        places = [m.span(m.lastindex or 0) for m in sign.finditer(text, low, high)]
        if places:
            places.sort(key=lambda place: _mark(text, place))
            return next((p for p in places[:_TRIED] if _balanced(text, start, p[0])), places[0])
    at = high
    while at > low and (unicodedata.combining(text[at]) or unicodedata.category(text[at]) in ("Cf", "Cs", "Mn")):
        at -= 1
    return at, at


def _mark(text: str, place: Span) -> tuple[int, int]:
    """A number that depends on nothing but the text around the place."""
    around = text[place[0] - _CONTEXT : place[0]] + text[place[1] : place[1] + _CONTEXT]
    return crc32(around.encode("utf-8", "surrogatepass")), place[0]


def _balanced(text: str, start: int, end: int) -> bool:
    """Whether what is opened is closed again."""
    pairs = (("(", ")"), ("“", "”"), ("«", "»"), ("„", "“"))
    return text.count('"', start, end) % 2 == 0 and all(
        text.count(a, start, end) <= text.count(b, start, end) for a, b in pairs
    )


class Sections:
    """A long record, cut; and its result, put together of those of the sections."""

    def __init__(self, record: Record, language: str | None) -> None:
        self.record, self._language = record, language
        self._edits: list[Edit] = []
        self._defects: list[Defect] = []
        self._superseded = 0
        self._found = False

    def groups(self) -> Iterator[list[tuple[int, Record, Edges]]]:
        """Offset, record and edges of the sections, as many at once as are worth a scan."""
        text, size = self.record.text, 0
        group: list[tuple[int, Record, Edges]] = []
        for start, end in cuts(text):
            part = replace(self.record, text=text[start:end], language=self._language)
            group.append((start, part, Edges(start > 0, end < len(text))))
            size += end - start
            if size >= _GROUP:
                yield group
                group, size = [], 0
        if group:
            yield group

    def add(self, offset: int, result: Result) -> None:
        """Take in the result of a section; they come in order."""
        self._found = True
        self._superseded += result.superseded
        self._edits += [
            Edit(e.start + offset, e.end + offset, e.before, e.after, e.code, e.applicability) for e in result.edits
        ]
        self._defects += [self._moved(d, offset, len(result.record.text)) for d in result.defects]

    def _moved(self, defect: Defect, offset: int, length: int) -> Defect:
        start, end = defect.start + offset, defect.end + offset
        mark = defect.fingerprint
        if defect.start < AROUND or defect.end > length - AROUND:
            mark = fingerprint(defect.code, self.record.text, start, end)
        # `replace` takes as long as finding it.
        return Defect(
            defect.code, defect.name, defect.severity, defect.message, start, end, defect.match, defect.confidence,
            defect.fix, defect.applied, defect.language, mark,
        )  # fmt: skip

    def result(self, *, text_too: bool) -> Result | None:
        """That of the record, None where no section had anything to tell. Its `text` may be left out: it is long."""
        if not self._found:
            return None
        text = "" if not text_too else replay(self.record.text, self._edits) if self._edits else self.record.text
        return Result(self.record, text, tuple(self._edits), tuple(self._defects), self._superseded)
