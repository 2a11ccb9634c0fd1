"""Lines that break off in mid-sentence: at a word that can't be the last, or without the stop that all others have."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layout import Layout, Line, caption, plain, titled
from .words import NEVER_LAST, STRANDED

_LAST = re.compile(r"(?<![^\s\"“‘«(—–-])[^\W\d_]+(?:['’][^\W\d_]+)*$")
_INNER = re.compile(r"[^\W\d_A-Z]{2}[.!?][\"”’)]*[ \t]+[\"“‘(]?(?=[^\W\d_a-z])")
_OPEN_LONG = frozenset("to from by as into than is was were has had".split())
_PREPOSITIONS = frozenset("to in on for with about at from by of over under through against".split())
_PARTICLES = frozenset("in on over through by about under".split())
_BE_OR_GO = frozenset("is are was were be been being go goes going went gone come comes coming came get gets got give given move moved carry carried live lived".split())
#: Not even a title ends in one of these.
_OPEN = frozenset("the a an of and for with der des und les des du et los las y".split())
_WH = frozenset("what who where how when why which whatever whoever things someone something anything nothing place people way ways".split())


@checker(scope="record", trigger=r"(?m)[^\s.!?…:;。！？\"”’'»)\]|>*_`][ \t]*$")
def check(doc: Document, span: Span, *, kind: str = "word") -> Iterator[Match]:
    """`word`: lines that end in a word no sentence ends in. `stop`: sentences without a stop among others that have one."""
    never = NEVER_LAST.get(doc.primary or "")
    if never is None:
        return
    find = _by_word if kind == "word" else _by_stop
    layout: Layout | None = None
    for number, (start, end) in enumerate(doc.lines()):
        stripped = doc.text[max(start, end - 200) : end].rstrip()
        m = _LAST.search(stripped) if stripped[-1:].isalpha() else None
        if m is None or (kind == "word") != (m.group().lower() in never) or doc.text.count(" ", start, end) < 2:
            continue
        layout = layout or Layout(doc)
        at = next(i for i, x in enumerate(layout.lines) if x.number == number)
        yield from find(layout, at, m.group())


def _by_word(layout: Layout, at: int, last: str) -> Iterator[Match]:
    line = layout.lines[at]
    words, low = line.words, last.lower()
    if not plain(line, layout.raw, titles=low in _OPEN or len(words) > 7 and low in _OPEN_LONG) or line.text[0].islower() and len(layout.lines) == 1 or _runs_on(layout, at):
        return
    if len(words) < 3 or last[0].isupper() and low != "i" or len(last) == 1 and low not in ("a", "i", "à", "o", "e", "y", "и", "в", "с", "к"):
        return
    if low in STRANDED and _may_strand(words, low, line.text):
        return
    if layout.wrapped and not _block_end(layout, at):
        return
    yield Match(line.end - len(last), line.end, confidence=0.9)


def _may_strand(words: list[str], last: str, text: str) -> bool:
    """`Find someone to talk to`, `What it is`, `The game is over`: short clauses whose last word belongs to what stands before."""
    if _INNER.search(text) or len(words) >= 12:
        return False
    lower = [w.lower() for w in words]
    if lower[0] in _WH or not _FINITE.search(text) and len(words) < 6 and (last != "of" or _PRONOUN.search(text)):
        return True
    if last in _PARTICLES and lower[-2] in _BE_OR_GO:
        return True
    return last in _PREPOSITIONS and "to" in lower[:-1] and len(words) < 9


def _runs_on(layout: Layout, at: int) -> bool:
    """Whether the next line, with no blank line between, goes on in lower case: a line broken by hand."""
    if at + 1 >= len(layout.lines):
        return False
    here, after = layout.lines[at], layout.lines[at + 1]
    return after.number == here.number + 1 and not after.text[0].isupper() and after.text[0].isalpha()


def _block_end(layout: Layout, at: int) -> bool:
    here = layout.lines[at]
    return at + 1 < len(layout.lines) and layout.lines[at + 1].number > here.number + 1


def _needed(layout: Layout, at: int) -> float:
    """How much of a sentence a line must be: a headline is seldom the last line, and never follows its own second sentence."""
    text = layout.lines[at].text
    if len(layout.lines) == 1:
        return 9.0 if _CHAT.search(text) else 2.0
    if at == len(layout.lines) - 1:
        return 1.5 if layout.stopped >= 0.33 and layout.prose else 3.0
    if layout.stopped < 0.5 or layout.prose < 2:
        return 4.0
    return 2.5 if _INNER.search(text) or _open_quote(text) else 4.0


#: Messages written in a hurry: no blank after a comma, no stop at the end, and nothing was lost.
_CHAT = re.compile(r"[a-z][,.][a-zA-Z]|[a-z][A-Z]|<\w+>|[#@]\w|[\u0400-\u9fff]")


def _by_stop(layout: Layout, at: int, last: str) -> Iterator[Match]:
    line = layout.lines[at]
    words = line.words
    if len(words) < 5 or not plain(line, layout.raw) or caption(line.text) or _runs_on(layout, at) or layout.wrapped:
        return
    if not (line.text[0].isupper() or line.text[0] in "\"“‘«„'") or layout.ragged(at):
        return
    if _sentence(line, words, last) < _needed(layout, at):
        return
    yield Match(line.end - len(last), line.end, last + _stop(line), confidence=0.8)


def _stop(line: Line) -> str:
    """What is missing: the stop, with the quotation mark where one is open."""
    text = line.text
    if text.count("“") > text.count("”"):
        return ".”"
    return '."' if text.count('"') % 2 else "."


_FINITE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|will|would|could|should|can|may|might|did|does|do|said|says|told|added|asked|I'm|don't|doesn't|didn't|isn't|wasn't|can't|won't|it's|that's|there's)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|said|told|did|would|could|went|came|took|made|gave|found|began|became|knew|thought|saw|felt|left|got|showed|looked|turned|asked|seemed)\b")
_PRONOUN = re.compile(r"\b(?:I|he|she|it|they|we|you|him|them|his|her|their|me|us|my|our|who|which|He|She|It|They|We|You)\b")
_ARTICLE = re.compile(r"\b(?:the|a|an|The|A|An)\b")
#: `... .” — Jane Miller`, and the greetings of messages.
_SIGNED = regex.compile(r"[-–—]{1,2} ?\p{Lu}[\w.]*(?: \p{Lu}[\w.]*)*$|^(?:Thanks|Thank you|Hello|Hi|Dear|Congratulations)\b")
_QUESTION = re.compile(r"(?:Is|Are|Was|Were|Do|Does|Did|Has|Have|Can|Could|Will|Would|Should) (?:it|there|he|she|they|we|you|I|this|that|the|your|my|any)\b")


def _sentence(line: Line, words: list[str], last: str) -> float:
    """How much of a sentence the line is, rather than a headline, a caption or a label."""
    text = line.text
    if last.isupper() and len(last) > 1 or _SIGNED.search(text) or words[0].lower() in _WH:
        return 0.0
    inner = list(_INNER.finditer(text))
    tail = text[inner[-1].end() :] if inner else text
    tail_words = tail.split()
    if inner and (len(tail_words) < 3 or titled(["x", *tail_words]) or tail.isupper()):
        return 0.0
    score = 1.5 if inner else 0.0
    score += 1.0 if _FINITE.search(tail) else 0.0
    score += 1.0 if _PAST.search(tail) else 0.0
    score += 1.0 if _PRONOUN.search(tail) else 0.0
    score += min(1.5, 0.5 * len(_ARTICLE.findall(tail)))
    score += 0.5 if len(words) > 15 else 0.0
    score += 1.0 if _QUESTION.match(tail) else 0.0
    score += 1.5 if _open_quote(text) else 0.0
    score -= 1.0 if last[0].isupper() else 0.0
    score -= 1.0 if re.search(r" [-–—]{1,2} |, ?says | says$", text) else 0.0
    return score


def _open_quote(text: str) -> bool:
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1
