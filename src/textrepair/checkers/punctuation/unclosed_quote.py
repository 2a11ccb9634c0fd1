"""A quotation that is opened and never closed.

A quotation may run over lines and paragraphs: then one of the next marks closes it, or each paragraph opens anew and
the last one closes. What is left is a line whose quotation ends with a speaker (`nothing, he said.`), and a line after
which a new quotation begins, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...document import Document
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker
from .marks import PARTNER, TWO, Mark, marks

_SAID = (
    r"(?:said|says|added|adds|asked|told|tells|replied|cried|wrote|writes|noted|explained|continued|claimed|argued"
    r"|insisted|tweeted|stated|answered|whispered|murmured|exclaimed|recalled|warned|concluded|observed|remarked|shouted"
    r"|muttered|sagte|sagt|erklärte|meinte|betonte|fügte|schrieb|dit|déclaré|déclare|ajouté|ajoute|affirme|explique|dijo"
    r"|afirmó|explicó|añadió|aseguró|señaló|řekl|řekla|uvedl|uvedla|dodal|dodala|сказал|сказала|заявил|заявила|отметил"
    r"|отметила|добавил|добавила|сообщил|сообщила|подчеркнул|пояснил)"
)
_HE = r"(?:he|she|they|I|er|sie|il|elle|on)"
_HIS = r"(?:he|she|they|I|his|her|the|my|er|sie|der|die|[\p{Lu}])"
_NAME = r"(?:[\p{Lu}][\w.'’-]*|the|der|die|le|la|el|a|of|de|van|von)"
#: The mark before a speaker: `nothing, he said`, `higher, said Rusmik Oza`, `deck, Brent Sherwood said`.
_SPEAKER = (
    r"(?P<mark>[,?!]|[,?!]?[ ][–—-](?=[ ]))"
    rf"(?=[ ](?:{_HE}[ ]{_SAID}|{_SAID}[ ]{_HIS}|(?:{_NAME}[ ]){{1,4}}{_SAID}\b))"
)
_ENDS = ".!?…,;"
_LONGEST = 4000
_AHEAD = 6
_SHORT = 80
#: Speech this long fills its paragraph, and goes on in the next without a new mark as often as not.
_SPEECH = 160


@checker(scope="line", trigger="@unbalanced-quotes")
def check(doc: Document, span: Span, *, line_ends: bool = False) -> Iterator[Match]:
    """Yield where an opened quotation should close: before its speaker or, with `line_ends`, at the end of the line."""
    found = _looked_at(doc, span)
    yield from found.matches
    if line_ends and found.opener:
        yield from _at_line_end(doc, found.opener, found.following, span)


@dataclass(frozen=True, slots=True)
class _Found:
    """The speakers that stand in quotations, and one that is left open without a speaker, with the next mark."""

    matches: Sequence[Match] = ()
    opener: Mark | None = None
    following: Mark | None = None


def _looked_at(doc: Document, span: Span) -> _Found:
    """What is found in a line. Two rules ask for it, one after the other."""
    key = _looked_at, span
    found: _Found | None = doc.memo.get(key)
    if found is None:
        found = doc.memo[key] = _look(doc, span)
    return found


def _look(doc: Document, span: Span) -> _Found:
    text, (start, end) = doc.text, span
    if end - start > _LONGEST or _balanced(text, start, end):
        return _Found()
    stack: list[Mark] = []
    found: list[Match] = []
    for mark in marks(text, start, end, doc.primary):
        if len(mark.text) > 1 and mark.kind not in TWO:
            return _Found(found)
        top = stack[-1] if stack else None
        if mark.role == "close" or (mark.role == "either" and top is not None):
            if top is not None and _closes(top, mark):
                stack.pop()
        elif top is not None and top.kind == mark.kind and mark.role == "open":
            found += _reopened(text, top, mark)
            stack[-1] = mark
        elif mark.role == "open":
            stack.append(mark)
    if stack and stack[0].kind in PARTNER:
        return _left_open(doc, stack[0], span, found)
    return _Found(found)


def _balanced(text: str, start: int, end: int) -> bool:
    """A quick look that settles most lines."""
    if text.count('"', start, end) % 2:
        return False
    if text.count("«", start, end) != text.count("»", start, end):
        return False
    low, left = text.count("„", start, end), text.count("“", start, end)
    right = text.count("”", start, end) + text.count("’’", start, end)
    return low == left + right if low else left == right


def _closes(opener: Mark, closer: Mark) -> bool:
    return closer.kind == PARTNER.get(opener.kind) or closer.kind in ("”", '"', "“", "''", "’’")


def _speaker(text: str, start: int, end: int) -> int:
    """Where the words of a speaker begin in `text[start:end]`: the place after the mark; -1 if nowhere."""
    found = compile_pattern(_SPEAKER).search(text, start, end)
    return found.end("mark") if found else -1


def _reopened(text: str, opener: Mark, following: Mark) -> Iterator[Match]:
    """`“I shouldn’t, he said. “I never do.”`"""
    at = _speaker(text, opener.end, following.start)
    if at >= 0:
        yield _closed(text, opener, at, 0.9)


def _left_open(doc: Document, opener: Mark, span: Span, found: Sequence[Match]) -> _Found:
    following = _next_mark(doc, span)
    if following is not None and following.role != "open":
        return _Found(found)
    at = _speaker(doc.text, opener.end, span[1])
    if at >= 0:
        return _Found([*found, _closed(doc.text, opener, at, 0.9)])
    return _Found(found, opener, following)


def _at_line_end(doc: Document, opener: Mark, following: Mark | None, span: Span) -> Iterator[Match]:
    text, end = doc.text, span[1]
    if _is_speech(text, opener, span[0]) and not _runs_on(doc, opener, following, span):
        at = opener.end + len(text[opener.end : end].rstrip())
        if at > opener.end + 1 and text[at - 1] in ".!?…":
            yield _closed(text, opener, at, 0.7)


def _runs_on(doc: Document, opener: Mark, following: Mark | None, span: Span) -> bool:
    """Whether the quotation may go on: the text ends, the next paragraph opens anew, or a sentence fills a line."""
    beyond = _next_line(doc, span)
    if opener.start == span[0] and span[1] - span[0] > _SPEECH:
        return True
    if beyond < 0 or following is None:
        return beyond < 0
    line = doc.line_at(following.start)[0]
    return line == beyond or (following.start == line and span[1] - opener.start > _SHORT)


def _is_speech(text: str, opener: Mark, start: int) -> bool:
    """Whether whole sentences are quoted: at the start of the line, after a colon, a comma or another sentence."""
    before = text[start : opener.start].rstrip()[-1:]
    return before in ("", ":", ",", ".", "!", "?") and text[opener.end : opener.end + 1].isupper()


def _closed(text: str, opener: Mark, at: int, confidence: float) -> Match:
    start = at - 1 if text[at - 1] in _ENDS + "–—-" else at
    while start > opener.end and text[start - 1].isalnum():
        start -= 1
    return Match(start, at, text[start:at] + PARTNER[opener.kind], confidence=confidence)


def _next_mark(doc: Document, span: Span) -> Mark | None:
    """The next quotation mark in one of the following lines."""
    number = doc.line_number(span[0])
    seen = 0
    for other in range(number + 1, min(number + 40, len(doc.line_starts))):
        start, end = doc.line(other)
        if start == end:
            continue
        seen += 1
        for mark in marks(doc.text, start, min(end, start + _LONGEST), doc.primary):
            return mark
        if seen >= _AHEAD:
            break
    return None


def _next_line(doc: Document, span: Span) -> int:
    """Where the next line with text begins."""
    number = doc.line_number(span[0]) + 1
    while number < len(doc.line_starts):
        start, end = doc.line(number)
        if doc.text[start:end].strip():
            return start
        number += 1
    return -1
