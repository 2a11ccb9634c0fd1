"""Lines that break off in mid-sentence: at a word that can't be the last, or without the stop that all others have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document import Document
from ...language.function_words import word_set
from ...model import Match, Span
from .. import checker
from .alone import bare, no_sentence
from .clause import FINITE, INNER, PRONOUN, WH, may_weigh, open_quote, weight
from .layout import ENDS, Layout, caption, layout_of, plain, titled, words_of
from .pieces import completes
from .words import NEVER_LAST, STRANDED

_SINGLE = word_set("a i à o e y и в с к")
_PREPOSITIONS = word_set("to in on for with about at from by of over under through against")
_PARTICLES = word_set("in on over through by about under")
_BE_OR_GO = word_set(
    "is are was were be been being go goes going went gone come comes coming came get gets got give given "
    "move moved carry carried live lived"
)
#: From here on in Unicode, letters are of scripts that end no sentence of these languages.
_EAST = "\u1100"
#: `9:45 am`: the hour, not the verb.
_TIME = re.compile(r"\d ?[Aa][Mm]$")
_NOTHING_MORE = re.compile(r"\s*\Z")
#: Not even a title ends in one of these; a long one in none of the others either.
_OPEN = word_set("the a an of and or for with der des und les des du et los las y")
_OPEN_LONG = word_set("to from by as into than is was were has had")


@checker(scope="line", trigger="@open-sentence")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Lines whose last word, or whose missing stop, says that something was lost."""
    never = NEVER_LAST.get(doc.primary or "")
    if never is None:
        return
    start = span[0]
    for line in doc.text[slice(*span)].split("\n"):
        if line and line[-1] not in ENDS and line.count(" ") > 1:
            yield from _looked_at(doc, start, line, never)
        start += len(line) + 1


def _looked_at(doc: Document, start: int, line: str, never: frozenset[str]) -> Iterator[Match]:
    """One line, which begins at `start`. What is asked of it alone comes first: most lines are settled by that."""
    text = line.strip()
    last = _last_word(text)
    if not last:
        return
    cut = last.lower() in never
    if cut and not _may_be_cut(text, last):
        return
    weighed = 0.0 if cut or doc.primary != "en" else _weighed(doc.text, (start, start + len(line)), last)
    if cut or weighed:
        layout = layout_of(doc)
        at = layout.at(doc.line_number(start))
        yield from _cut(layout, at, last) if cut else _unfinished(layout, at, last, weighed)


def _last_word(text: str) -> str:
    """The word at the end of a line; "" if something else stands there, such as a file name or a formula."""
    word = text.rpartition(" ")[2]
    if word.isalpha():
        return word
    word = word.lstrip('"“‘«(')
    for dash in "-–—":
        word = word.rpartition(dash)[2]
    return word if word.replace("'", "").replace("’", "").isalpha() else ""


def _may_be_cut(text: str, last: str) -> bool:
    """Whether the line ends in a word that no sentence ends in, by itself."""
    low = last.lower()
    if not plain(text) or (last[0].isupper() and low != "i"):
        return False
    if low == "am" and _TIME.search(text):
        return False
    if len(last) == 1 and (low not in _SINGLE or not text[-3:-2].isalpha()):
        return False
    words = words_of(text)
    if len(words) < 3 or (titled(words) and low not in _OPEN and not (len(words) > 7 and low in _OPEN_LONG)):
        return False
    return low not in STRANDED or not _may_strand(words, low, text)


def _cut(layout: Layout, at: int, last: str) -> Iterator[Match]:
    """The same among the lines around it."""
    if (layout.wrapped and not layout.block_end(at)) or layout.runs_on(at) or layout.indented(at):
        return
    if completes(layout, at):
        return  # nothing was lost: see `torn_paragraph`
    if len(layout) == 1 and (layout.texts[at][0].islower() or no_sentence(layout.source.strip())):
        return
    end = layout.end(at)
    yield Match(end - len(last), end, confidence=0.9)


def _may_strand(words: Sequence[str], last: str, text: str) -> bool:
    """`Someone to talk to`, `What it is`, `The game is over`: the last word belongs to what stands before."""
    if last == "over" and words[-2].lower() in _BE_OR_GO:
        return True
    if len(words) >= 12 or INNER.search(text):
        return False
    lower = [w.lower() for w in words]
    if lower[0] in WH or (not FINITE.search(text) and len(words) < 6 and (last != "of" or PRONOUN.search(text))):
        return True
    if last in _PARTICLES and lower[-2] in _BE_OR_GO:
        return True
    return last in _PREPOSITIONS and "to" in lower[:-1] and len(words) < 9


def _weighed(text: str, span: Span, last: str) -> float:
    """How much of a sentence the line is at least, by itself, if that may be enough; if not, 0."""
    line = text[slice(*span)].strip()
    if last[0] >= _EAST or line.count(" ") < 4 or not (line[0].isupper() or line[0] in "\"“‘«„'") or not plain(line):
        return 0.0
    least = _least(text, span, line)
    if not may_weigh(line, least):
        return 0.0
    words = words_of(line)
    enough = len(words) > 4 and not titled(words) and weight(line, words, last, least) >= least
    return least if enough else 0.0


def _least(text: str, span: Span, line: str) -> float:
    """The least that `_needed` may ask for in whatever layout: to look into that costs more than all the rest."""
    if _NOTHING_MORE.match(text, span[1]):
        if span[0] and not text[: span[0]].isspace():
            return 1.5
        return _needed_alone(line)
    return 2.5 if INNER.search(line) or open_quote(line) else 4.0


def _unfinished(layout: Layout, at: int, last: str, weighed: float) -> Iterator[Match]:
    """The line is a sentence and has no stop, where sentences have one. `weighed`: so much of one it is at least."""
    if layout.wrapped or layout.runs_on(at) or layout.indented(at) or layout.ragged(at):
        return
    text, needed = layout.texts[at], _needed(layout, at)
    if (needed > weighed and weight(text, words_of(text), last, needed) < needed) or caption(text):
        return
    end = layout.end(at)
    if len(layout) > 1:
        yield Match(end - len(last), end, last + _stop(text), confidence=0.8)
    elif not bare(layout.source) and not no_sentence(layout.source):
        yield Match(end - len(last), end, None, confidence=0.7, alternatives=(last + _stop(text),))


def _needed(layout: Layout, at: int) -> float:
    """How much of a sentence a line must be: a headline is seldom the last line, and seldom two sentences."""
    text = layout.texts[at]
    if len(layout) == 1:
        return _needed_alone(text)
    if at == len(layout) - 1:
        return 1.5 if layout.stopped >= 0.33 and layout.prose else 3.0
    if layout.stopped < 0.5 or layout.prose < 2:
        return 4.0
    return 2.5 if INNER.search(text) or open_quote(text) else 4.0


def _needed_alone(text: str) -> float:
    """The same of the only line of a text."""
    return 2.0 if text.count(" ") < 22 else 1.0


def _stop(text: str) -> str:
    """What is missing: the stop, with the quotation mark where one is open."""
    if text.count("“") > text.count("”"):
        return ".”"
    return '."' if text.count('"') % 2 else "."
