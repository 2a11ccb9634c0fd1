"""Runs of stars in a line, each classified: Markdown, footnote, separator, rating, or a mask of one of five kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from ...document import Document
from ...model import Span
from .context import Surroundings, fills_a_gap, is_code, surroundings
from .solve import ends_a_word

#: word `fought ***** from` · tail `d*****` · glued `his***` · head `***ew` · inside `cl***ic`, `batch***30`
Kind = Literal["word", "tail", "glued", "head", "inside"]

_RUN = regex.compile(r"(?<![\\*])\*{2,}")
_HEAD = regex.compile(r"[\p{L}\p{M}]+(?:['’\p{N}][\p{L}\p{M}\p{N}]*)*")
_TAIL = regex.compile(r"(?<![\p{N}_/\\])[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*\Z")
_PARAGRAPH = 1500
_LONGEST_WORD = 40
_RATED = regex.compile(r"(?i)\b(?:hotel\w*|pension|resorts?|ratings?|rated|reviews?|stars?|sterne?|étoiles?|estrellas?|hviezd\w*|hvězd\w*|звезд\w*|отел\w*|gasthof|superior)\b")
_SCORE_BEFORE = regex.compile(r"(?i)(?:(?:\*½?|\d/?\d?|½) ?(?:out of|from|of|/|von|sur|de|из) ?|\b(?:scores?|gives?|gave|note|grades?|verdict|bewertung)\b[^\p{L}]{0,3}(?:(?:it|this|the)[^.!?]{0,20})?(?:a )?)\Z")
_SCORE_AFTER = regex.compile(r"(?i)½?\s*(?:out of|from|of|/|von|sur|de|из)\s*(?:a possible\s*)?[\d*]|½|\s*\*")
_SPOILER = regex.compile(r"(?i)\b(?:spoilers?|warning|alert|caution|note|end|begin|edit|update)\b")
_GLOB = regex.compile(r"[\w*]/\*|\*/|\*\.\w")


@dataclass(frozen=True, slots=True)
class Mask:
    """A mask with the word around it: `head` + stars + `tail` at `start`..`end`."""

    kind: Kind
    start: int
    end: int
    head: str
    stars: int
    tail: str


@dataclass(frozen=True, slots=True)
class _Run:
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


@lru_cache(maxsize=16)
def masks(doc: Document, span: Span) -> tuple[Mask, ...]:
    """The masks made of two or more stars in a line."""
    runs = [_Run(*m.span()) for m in _RUN.finditer(doc.text, *span)]
    if not runs or not doc.text[span[0] : span[1]].strip("*_-=#~ \t"):
        return ()
    emphasis = _emphasis(doc, span, runs)
    return tuple(m for run in runs if run not in emphasis for m in _classified(doc, run))


def _emphasis(doc: Document, span: Span, runs: list[_Run]) -> set[_Run]:
    """Runs that open or close Markdown emphasis."""
    found: set[_Run] = set()
    waiting: dict[int, _Run] = {}
    for run in runs:
        if run.length > 3:
            continue
        opener = waiting.get(run.length)
        if opener and _closes(doc, run) and _is_emphasis(doc, opener, run):
            found |= {opener, run}
            del waiting[run.length]
        elif _opens(doc, run):
            waiting.setdefault(run.length, run)
            if opener and not _is_emphasis(doc, opener, run):
                waiting[run.length] = run
    return found | {run for run in runs if run.length <= 3 and run not in found and _goes_on(doc, span, run)}


def _opens(doc: Document, run: _Run) -> bool:
    return not doc.text[run.end : run.end + 1].isspace() and not doc.text[run.start - 1 : run.start].isalnum()


def _closes(doc: Document, run: _Run) -> bool:
    return run.start > 0 and not doc.text[run.start - 1].isspace()


def _is_emphasis(doc: Document, opener: _Run, closer: _Run) -> bool:
    """Whether two runs of equal length embrace a phrase. A mask can look like it: `***illerons à tout ce que nous***`."""
    inside = doc.text[opener.end : closer.start]
    if not inside.strip() or inside[0].isspace():
        return False
    first = _HEAD.match(inside)
    if not first or not first[0][0].islower() or doc.lexicon is None:
        return True
    if doc.knows(first[0]):
        return len(inside) < 100
    return len(first[0]) == len(inside) or not ends_a_word(doc.lexicon.language, first[0])


def _goes_on(doc: Document, span: Span, run: _Run) -> bool:
    """Whether the other half of the emphasis stands in another line of the paragraph."""
    text, marks = doc.text, "*" * run.length
    if _opens(doc, run):
        end = text.find("\n\n", span[1], span[1] + _PARAGRAPH)
        rest = text[span[1] : end if end >= 0 else span[1] + _PARAGRAPH]
        return bool(regex.search(rf"(?<=[^\s*]){regex.escape(marks)}(?!\*)", rest)) and _wraps(doc, span)
    start = text.rfind("\n\n", max(0, span[0] - _PARAGRAPH), span[0])
    rest = text[start if start >= 0 else max(0, span[0] - _PARAGRAPH) : span[0]]
    return bool(regex.search(rf"(?<![\w*]){regex.escape(marks)}(?=[^\s*])", rest)) and _wraps(doc, span)


def _wraps(doc: Document, span: Span) -> bool:
    """Whether lines are wrapped at a margin, so that a phrase may go on in the next one."""
    return span[1] - span[0] < 130


def _classified(doc: Document, run: _Run) -> Iterator[Mask]:
    text, n = doc.text, run.length
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


def _inside(doc: Document, run: _Run, head: str, tail: str) -> Iterator[Mask]:
    n = run.length
    if not tail:
        digits = regex.match(r"\d+(?:[.,]\d+)*", doc.text[run.end : run.end + 20])
        if digits and n >= 3 and len(head) >= 3:
            yield Mask("inside", run.start - len(head), run.end + digits.end(), head, n, digits[0])
        return
    if _RATED.fullmatch(tail) or _SPOILER.fullmatch(head) or _SPOILER.fullmatch(tail):
        return
    if n >= 3 or not (doc.knows(head) and doc.knows(tail)) and len(head) + len(tail) > 3:
        yield Mask("inside", run.start - len(head), run.end + len(tail), head, n, tail)


def _is_cut_off(doc: Document, run: _Run, head: str, around: Surroundings) -> bool:
    text = doc.text
    if text[run.end : run.end + 1] in ("#", "@", "&", "/", "<", "_", "(") or text[run.start - len(head) - 1 : run.start - len(head)] in ("@", "#", "*", "/", "_"):
        return False
    if _SPOILER.fullmatch(head):
        return False
    if len(head) > 1 and head.isupper():
        return head in ("US", "EU", "UN", "UK") and around.next[:1].islower()
    if head[0].isupper() and (_RATED.fullmatch(head) or _rated(around)):
        return False
    return not _is_footnote(doc, run.length)


@lru_cache(maxsize=16)
def _is_footnote(doc: Document, stars: int) -> bool:
    """Whether a line begins with just as many stars and a note."""
    return bool(regex.search(rf"^[ \t]*\*{{{stars}}}[ \t]*[\p{{Lu}}\p{{N}}]", doc.text, regex.MULTILINE))


def _is_headless(doc: Document, run: _Run, tail: str, around: Surroundings) -> bool:
    if not tail[0].islower() or doc.text[run.end + len(tail) : run.end + len(tail) + 1] in ("*", "_", ":", "(", "@"):
        return False
    if not regex.search(r"(?:\A|[\s\"'“‘«(—–„-])\Z", around.before):
        return False
    language = doc.lexicon.language if doc.lexicon else ""
    piece = regex.split(r"['’]", tail)[0]
    possible = bool(language) and ends_a_word(language, piece)
    at_start = not around.before.strip(" \t\"“'«>-")
    if at_start:
        return run.length >= 4 or possible and not doc.knows(piece)
    if run.length >= 4:
        return True
    if possible:
        return not (run.length == 2 and len(piece) > 3 and doc.lexicon is not None and doc.lexicon.zipf(piece) >= 4.0)
    return language not in ("", "en") and not doc.knows(piece) and bool(around.previous)


def _rated(around: Surroundings) -> bool:
    """Whether a score or a word that goes with ratings stands near."""
    if _SCORE_BEFORE.search(around.before) or _SCORE_AFTER.match(around.after):
        return True
    after = _RATED.search(around.after)
    return bool(_RATED.search(around.before[-30:])) or bool(after and after.start() < 25)


def _is_word(run: _Run, around: Surroundings) -> bool:
    if regex.match(r"\s*[#@&|<>/*]|\s*http", around.after) or regex.search(r"[|*>]\s*\Z|[#@][\w…]*\s*\Z", around.before):
        return False
    if _rated(around) or not fills_a_gap(around):
        return False
    if _SPOILER.fullmatch(around.previous) and around.previous.isupper() or _SPOILER.fullmatch(around.next):
        return False
    if run.length == 2:
        words = len(around.previous) > 1 or around.previous in ("a", "I")
        return words and len(around.next) > 1 and around.next[0].islower() and around.before[-1:] == around.after[:1] == " "
    return True
