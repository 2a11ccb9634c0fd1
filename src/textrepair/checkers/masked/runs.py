"""Runs of stars in a line, each classified: a mask of one of five kinds, or none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from ...document import Document
from ...later import later_regex
from ...model import Span
from .context import Surroundings, fills_a_gap, is_code, surroundings
from .emphasis import Run, emphasis
from .other_stars import goes_with_ratings, hides_a_secret, is_notice, marks_a_note, rates
from .solve import ends_a_word

#: word `fought ***** from` · tail `d*****` · glued `his***` · head `***ew` · inside `cl***ic`, `batch***30`
Kind = Literal["word", "tail", "glued", "head", "inside"]

_RUN = later_regex(r"(?<![\\*])\*{2,}")
_HEAD = later_regex(r"[\p{L}\p{M}]+(?:['’\p{N}][\p{L}\p{M}\p{N}]*)*")
_TAIL = later_regex(r"(?<![\p{N}_/\\])[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*\Z")
_DIGITS = later_regex(r"\d+(?:[.,]\d+)*")
_GLOB = later_regex(r"[\w*]/\*|\*/|\*\.\w")
_WORD_STARTS = later_regex(r"(?:\A|[\s\"'“‘«(—–„-])\Z")
_NO_WORD_AFTER = later_regex(r"\s*[#@&|<>/*]|\s*http")
_NO_WORD_BEFORE = later_regex(r"[|*>]\s*\Z|[#@][\w…]*\s*\Z")
_CJK = later_regex(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_VARIABLES = frozenset("abcijkmnpqruvxyzABCNMXYZ")
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Mask:
    """A mask with the word around it: `head` + stars + `tail` at `start`..`end`."""

    kind: Kind
    start: int
    end: int
    head: str
    stars: int
    tail: str


def masks(doc: Document, span: Span) -> tuple[Mask, ...]:
    """The masks made of two or more stars in a line; kept for the other rules that ask."""
    known = _known(doc)
    if span not in known:
        known[span] = tuple(_masks(doc, span))
    return known[span]


@lru_cache(maxsize=4)
def _known(doc: Document) -> dict[Span, tuple[Mask, ...]]:
    return {}


def _masks(doc: Document, span: Span) -> Iterator[Mask]:
    runs = [Run(*m.span()) for m in _RUN.finditer(doc.text, *span)]
    if not runs or not doc.text[span[0] : span[1]].strip("*_-=#~ \t"):
        return
    markdown = emphasis(doc, span, runs)
    for run in runs:
        if run not in markdown:
            yield from _classified(doc, run)


def _classified(doc: Document, run: Run) -> Iterator[Mask]:
    text, n = doc.text, run.length
    if _CJK.match(text, run.start - 1, run.start) or _CJK.match(text, run.end, run.end + 1):
        # Scripts without blanks: what is hidden has no edges.
        if n >= 3 and _CJK.match(text, run.start - 1) and _CJK.match(text, run.end):
            yield Mask("word", run.start, run.end, "", n, "")
        return
    before = _TAIL.search(text, max(0, run.start - _LONGEST_WORD), run.start)
    after = _HEAD.match(text, run.end, run.end + _LONGEST_WORD)
    head, tail = before[0] if before else "", after[0] if after else ""
    start, end = run.start - len(head), run.end + len(tail)
    around = surroundings(doc, start, end)
    if is_code(doc, start, end) or _GLOB.search(text, max(0, start - 8), end + 8):
        return
    if head and (tail or text[run.end : run.end + 1].isdigit()):
        yield from _inside(doc, run, head, tail)
    elif head:
        if n >= 3 and _is_cut_off(doc, run, head, around):
            yield Mask("tail" if len(head) == 1 else "glued", start, end, head, n, "")
    elif tail:
        if _is_headless(doc, run, tail, around):
            yield Mask("head", start, end, "", n, tail)
    elif _is_word(run, around):
        yield Mask("word", start, end, "", n, "")


def _inside(doc: Document, run: Run, head: str, tail: str) -> Iterator[Mask]:
    n, start = run.length, run.start - len(head)
    if not tail:
        digits = _DIGITS.match(doc.text, run.end, run.end + 20)
        if digits and n >= 3 and len(head) >= 3:
            yield Mask("inside", start, digits.end(), head, n, digits[0])
        return
    if goes_with_ratings(tail) or is_notice(head) or is_notice(tail):
        return
    power = n == 2 and len(head) == len(tail) == 1 and (head in _VARIABLES or tail in _VARIABLES)
    two_words = len(head) + len(tail) >= 4 and doc.knows(head) and doc.knows(tail)
    if n >= 3 or (not power and not two_words):
        yield Mask("inside", start, run.end + len(tail), head, n, tail)


def _is_cut_off(doc: Document, run: Run, head: str, around: Surroundings) -> bool:
    """Whether stars after a word or its first letter hide something. Capitals with stars shout: `SALE***`."""
    if doc.text[run.end : run.end + 1] in set("#@&/<_(") or around.before[-1:] in set("@#*/_"):
        return False
    if is_notice(head):
        return False
    if len(head) > 1 and head.isupper():
        return head in ("US", "EU", "UN", "UK") and around.next[:1].islower()
    if head[0].isupper() and (goes_with_ratings(head) or rates(around)):
        return False
    return not marks_a_note(doc, run.length, around)


def _is_headless(doc: Document, run: Run, tail: str, around: Surroundings) -> bool:
    """Whether stars before lower-case letters hide the beginning of a word."""
    if not tail[0].islower() or around.after[:1] in set("*_:(@") or not _WORD_STARTS.search(around.before):
        return False
    language = doc.lexicon.language if doc.lexicon else ""
    piece = regex.split(r"['’]", tail)[0]
    if len(piece) < 2:
        return False  # `**p < .01`
    possible = bool(language) and ends_a_word(language, piece)
    if not around.before.strip(" \t\"“'«>-"):
        return run.length >= 4 or (possible and not doc.knows(piece))
    if run.length >= 4:
        return True
    if possible:
        common = doc.lexicon is not None and doc.lexicon.zipf(piece) >= 4.0
        return not (run.length == 2 and len(piece) > 3 and common)
    # Languages that inflect have more forms than any list.
    return language not in ("", "en") and not doc.knows(piece) and bool(around.previous)


def _is_word(run: Run, around: Surroundings) -> bool:
    """Whether stars alone stand for a word."""
    if _NO_WORD_AFTER.match(around.after) or _NO_WORD_BEFORE.search(around.before):
        return False
    if rates(around) or hides_a_secret(around) or not fills_a_gap(around):
        return False
    if (is_notice(around.previous) and around.previous.isupper()) or is_notice(around.next):
        return False
    if run.length == 2:
        words = len(around.previous) > 1 or around.previous in ("a", "I")
        return (
            words
            and len(around.next) > 1
            and around.next[0].islower()
            and around.before[-1:] == around.after[:1] == " "
        )
    return True
