"""A blank beside an apostrophe: `Pudong 's`, `haven ' t`, `Prosecution' s`, `do n't`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...document import Document
from ...later import later_regex
from ...model import Applicability, Match, Span
from ...words import word_set
from .. import checker

_VERBS = "do|does|did|is|are|was|were|have|has|had|ca|could|wo|would|should|must|need|ai"
_MARK = "['’]"
_ENDINGS = r"(?:s|re|ll|ve|d|m|t)(?![\p{L}\p{M}\d'’-])"
_SPACED = later_regex(
    rf"(?<![\p{{L}}'’-])(?P<word>\p{{L}}+)(?:(?P<gap1> )(?P<a>{_MARK})(?P<gap2> )?|(?P<b>{_MARK}) )(?P<end>{_ENDINGS})"
)
_NOT = later_regex(
    rf"\b(?P<word>{_VERBS})(?P<gap> )(?P<end>n{_MARK}t)\b",
    regex.IGNORECASE,
)
#: Before which `t` stands.
_NEGATED = word_set(
    "don doesn didn isn aren wasn weren haven hasn hadn can couldn won wouldn shouldn mustn needn ain mightn shan "
    "oughtn daren"
)
#: Words that no ending belongs to, before one.
_ALONE = later_regex(rf"\b(?:of|the|an?|and|or|to|in|for|by|with|from|as|than) {_MARK}s(?![\p{{L}}\p{{M}}\d'’-])")
_SUBJECTS = word_set("i you he she it we they that this there who what how where when why here let")


@checker(
    scope="line",
    trigger=rf"\pL ['’] ?(?:s|re|ll|ve|d|m|t)\b|\pL['’] (?:s|re|ll|ve|d|m|t)\b|(?i:\b(?:{_VERBS}) n['’]t\b)",
)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield contractions and possessives without the blank."""
    for m in _NOT.finditer(doc.text, *span):
        yield Match(m.start(), m.end(), m["word"] + m["end"], 0.98)
    for m in _SPACED.finditer(doc.text, *span):
        word, end, mark = m["word"], m["end"], m["a"] or m["b"]
        if not _fits(word, end) or (m["b"] and _closes(doc.text, m.start("b"), span)):
            continue
        if end == "s" and (_spoken_of(doc) or doc.text[m.end() : m.end() + 1] == "/"):
            continue  # `sed 's/a/b/'`
        torn = word.islower() and not doc.knows(word)  # `pat ient ' s`
        loose = torn or (end == "s" and m["gap2"] and _closes(doc.text, m.start("a"), span))
        tier: Applicability = "unsafe" if loose else "safe"
        yield Match(m.start(), m.end(), f"{word}{mark}{end}", 0.95, applicability=tier)


def _spoken_of(doc: Document) -> bool:
    """Whether the text speaks of the ending itself: `the status of ’s as an affix`, where it belongs to no word."""
    found: bool | None = doc.memo.get(_spoken_of)
    if found is None:
        found = doc.memo[_spoken_of] = _ALONE.search(doc.text) is not None
    return found


def _fits(word: str, end: str) -> bool:
    lower = word.lower()
    if end == "t":
        return lower in _NEGATED
    if end == "m":
        return lower == "i"
    if end in ("re", "ve", "ll", "d"):
        return (
            lower in _SUBJECTS
            or lower in ("would", "could", "should", "might", "must")
            or (end in ("ll", "d") and word[0].isupper())
        )
    return len(word) > 1


def _closes(text: str, at: int, span: Span) -> bool:
    """Whether the apostrophe is the end of a quotation: an opening one stands before it in the line."""
    opened = max(
        text.rfind(" '", span[0], at),
        text.rfind("‘", span[0], at),
        text.rfind("('", span[0], at),
        text.rfind("\"'", span[0], at),
    )
    return (
        opened >= 0
        and not text[opened + 1 : opened + 3].strip().isdigit()
        and text.count("’", opened, at) == 0
        and text.count("'", opened + 2, at) == 0
    )
