"""A full stop before a word in lower case that goes on with the sentence: `this sunken. place`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...document import Document
from ...language.function_words import word_set
from ...model import Applicability, Match, Span
from ...words import is_letter
from .. import checker
from ..joined.place import occurrences
from .words import ABBREVIATIONS, BEFORE_NOUNS, NEVER_LAST, OPENERS, STRANDED

_STOP = re.compile(r"(?<![\w.'’@/-])([^\W\d_]{2,}|[^\W\d_]+['’][^\W\d_]{1,2})\.[ \t]([a-z]+)(?![\w'’@/:_-]|\.)")
#: The stop in it: so much is in any line but rarely, and a word in all of them.
_BEHIND = re.compile(r"\.[ \t][a-z]")
#: Both are looked for at the stop, which is rare, and not at the letters before it.
_LOWER_START = re.compile(r"[.!?](?<=[a-z]{2}.)[ \t]+([a-z]+)")
_UPPER_START = re.compile(r"[.!?](?<=[a-z]{2}.)['\"”’)]*\s+['\"“‘(]?[A-Z]")
#: They begin a sentence, and few stand behind a noun.
_SUBJECTS = word_set("i it he she they we you this these there what so")
#: Of the words that may begin a sentence those that seldom go on with one.
_OPENING = OPENERS - word_set(
    "and but or so if when while as after before in on at for to from with by because since do does did is are was "
    "were have had can could will would"
)
#: Of the words that a noun follows, those that no sentence ends in: `a shot or two`, `the same` are right.
_POSSESSIVES = BEFORE_NOUNS & word_set("my our your their its every various")
#: What stands before them in lower case is a subject: a name of a program begins the sentence.
_FINITE = re.compile(r" (?:is|are|was|were|does|do|did|has|have|had|will|would|can|could|should|must|may|might)\b")
_ADDRESSES = word_set("com org net http https www pic gov edu co uk")
_NEVER_END = NEVER_LAST["en"] - STRANDED


@checker(scope="line", trigger=r"[\pL'’]\pL\.[ \t][a-z]")
def check(doc: Document, span: Span, *, common: float = 2.6) -> Iterator[Match]:
    """Removes the stop where both neighbours are common words; certain only if one can't end a sentence."""
    found = [m for m in _stops(doc.text, span) if _odd(doc, m, common)]
    if not found or _careless(doc):
        return
    for m in found:
        left, right = m[1], m[2]
        sure = _certain(m)
        together, apart = f"{left} {right}", f"{left}. {right.capitalize()}"
        if right in _OPENING and not sure:  # rather the capital is missing
            yield Match(m.start(), m.end(), None, 0.7, (apart, together), "display")
            continue
        # Before a word that may begin a sentence the capital may be what is missing.
        other = (apart,) if right in OPENERS else ()
        tier: Applicability = "safe" if sure and right not in _SUBJECTS else "unsafe"
        yield Match(m.start(), m.end(), together, 0.99 if sure else 0.8, other, tier)


def _stops(text: str, span: Span) -> Iterator[re.Match[str]]:
    """All matches of `_STOP`. No two share a word: none has a stop behind its second one."""
    for stop in _BEHIND.finditer(text, *span):
        start = stop.start()
        while start > span[0] and (text[start - 1] in "'’" or is_letter(text[start - 1])):
            start -= 1
        m = _STOP.match(text, start, span[1])
        if m:
            yield m


def _certain(m: re.Match[str]) -> bool:
    """Whether no sentence can end before the stop. Where one may, what began the next (`[They] have`) may be lost."""
    left, right = m[1].lower(), m[2]
    return left in _NEVER_END or (left in _POSSESSIVES and right not in OPENERS)


def _odd(doc: Document, m: re.Match[str], common: float) -> bool:
    left, right = m[1], m[2]
    words = doc.lexicon
    if words is None or left.lower() in ABBREVIATIONS or right in _ADDRESSES or (len(right) == 1 and right != "a"):
        return False
    plain = left.replace("’", "'")
    if not left[1:].islower() or (left[0].isupper() and len(left) < 4 and "'" not in plain):
        return False
    stem = plain.removesuffix("'s")
    if (
        right not in OPENERS
        and not _certain(m)
        and (_FINITE.match(doc.text, m.end()) or _is_topic(doc, right, m.start(2)))
    ):
        return False  # `packages. aptitude does not`, `tool. apt is`
    return words.zipf(stem) >= common and words.zipf(right) >= 2.5


def _is_topic(doc: Document, word: str, at: int) -> bool:
    """Whether the text speaks of a thing of that name, of a program perhaps: `services. scp copies files`."""
    words = doc.lexicon
    return words is not None and words.zipf(word) < 4.3 and occurrences(doc.text, f" {word} ", at) > 2


def _careless(doc: Document) -> bool:
    """Whether the text begins other sentences in lower case too: then the stop is right and the capital is missing."""
    found: bool | None = doc.memo.get(_careless)
    if found is None:
        found = doc.memo[_careless] = doc.text[:1].islower() or _mostly_lower(doc)
    return found


def _mostly_lower(doc: Document) -> bool:
    lower = sum(m[1] in OPENERS for m in _apart(_LOWER_START, doc.text))
    if lower < 2:
        return False
    upper = ("A" <= doc.text[:1] <= "Z") + sum(1 for _ in islice(_apart(_UPPER_START, doc.text), 2 * lower))
    return 2 * lower > upper


def _apart(start: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Those of the matches that have the two letters before their stop for themselves."""
    end = 0
    for m in start.finditer(text):
        if m.start() - 2 >= end:
            end = m.end()
            yield m
