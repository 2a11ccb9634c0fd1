"""Surrogates in text: pairs are joined, bytes kept by PEP 383 are read as windows-1252, halves are deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker
from .lexica import lexicon_for

_PAIR = re.compile("(?:[\ud800-\udbff][\udc00-\udfff])+")
_LONE = re.compile("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]")
#: The same, apart from those that stand for bytes all that follow each other: one repair instead of one a half.
_NO_BYTES = re.compile(rf"(?P<halves>(?:(?![\udc80-\udcff])(?:{_LONE.pattern}))+)|(?:{_LONE.pattern})")
_FREQUENT = 3.0
#: More of them than this within so many characters on either side are no strays.
_FEW, _NEAR = 2, 300
_WORD = re.compile("(?:[^\\W\\d_]|[\udc80-\udcff])+")


@checker(scope="line", trigger=r"\x{fffd}")
def check(doc: Document, span: Span, *, kind: Literal["pair", "lone"] = "lone") -> Iterator[Match]:
    """Yield surrogate pairs, or what stands alone. The scan shows surrogates as U+FFFD, hence the trigger."""
    if kind == "pair":
        for m in _PAIR.finditer(doc.text, *span):
            yield Match(*m.span(), m.group().encode("utf-16-le", "surrogatepass").decode("utf-16-le"), 0.99)
        return
    done = span[0]
    for m in _NO_BYTES.finditer(doc.text, *span):
        if m.lastgroup == "halves":
            yield Match(*m.span(), "", 0.95)
        elif m.start() >= done:
            match = _alone(doc, m.start()) or _byte_word(doc, m.start(), span)
            yield match or _mark(doc.text, m.start()) or _deleted(doc, *m.span())
            done = match.end if match else m.end()


def _deleted(doc: Document, start: int, end: int) -> Match:
    """Without it. Where there are many bytes the text is in another encoding, and each says what it was."""
    many = is_byte(doc.text[start]) and sum(map(is_byte, doc.text[max(0, start - _NEAR) : end + _NEAR])) > _FEW
    return Match(start, end, "", 0.5, applicability="unsafe") if many else Match(start, end, "", 0.95)


def is_byte(char: str) -> bool:
    """Whether it stands for a byte that could not be decoded (PEP 383)."""
    return "\udc80" <= char <= "\udcff"


def _mark(text: str, at: int) -> Match | None:
    """A byte that windows-1252 reads as a sign (`£`, `»`), beside something it belongs to."""
    if not is_byte(text[at]):
        return None
    new = bytes([ord(text[at]) - 0xDC00]).decode("windows-1252", "ignore")
    return Match(at, at + 1, new, 0.6, ("",), "unsafe") if new and not new.isalpha() else None


def _alone(doc: Document, at: int) -> Match | None:
    """A byte between blanks may have been a word (`à`) or a mark: what it was in windows-1252, or nothing."""
    if doc.text[at - 1 : at] != " " or doc.text[at + 1 : at + 2] != " ":
        return None
    new = bytes([ord(doc.text[at]) - 0xDC00]).decode("windows-1252", "ignore")
    return Match(at, at + 1, new, 0.6, ("",), "unsafe")


def _byte_word(doc: Document, at: int, line: Span) -> Match | None:
    """The word around an undecoded byte with that byte read as windows-1252, unless the word is one without it."""
    start = at
    while start > max(line[0], at - 40) and (doc.text[start - 1].isalpha() or is_byte(doc.text[start - 1])):
        start -= 1
    m = _WORD.match(doc.text, start, min(line[1], at + 40))
    if m is None or len(m.group()) < 2:
        return None
    raw = m.group().encode("utf-8", "surrogateescape")
    new = _LONE.sub(lambda c: bytes([ord(c.group()) - 0xDC00]).decode("windows-1252", "ignore"), m.group())
    rest = _LONE.sub("", m.group())
    lexicon = lexicon_for(doc)
    if len(raw) == len(m.group()) == len(rest) or (
        lexicon is not None and lexicon.zipf(rest) >= _FREQUENT and not lexicon.knows(new)
    ):
        return None
    known = lexicon is not None and lexicon.zipf(new) >= 2 and not lexicon.knows(rest)
    return Match(start, m.end(), new, 0.9 if known else 0.6, (rest,), None if known else "unsafe")
