"""How much of an English sentence a line is, rather than a headline, a caption or a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...language.function_words import word_set
from ...later import later_regex
from .layout import titled
from .words import ASKING, PAST, PRONOUNS

#: The end of a sentence with another after it.
INNER = re.compile(r"[.!?](?<=[^\W\d_A-Z]{2}.)[\"”’)]*[ \t]+[\"“‘(]?(?=[^\W\d_a-z])")
FINITE = re.compile(
    r"\b(?:was|were|had|has|have|is|are|will|would|could|should|can|may|might|did|does|do|said|says|told|added|asked|"
    r"I'm|don't|doesn't|didn't|isn't|wasn't|can't|won't|it's|that's|there's)\b"
)
PRONOUN = re.compile(r"\b(?:I|[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|[Yy]ou|him|them|his|her|their|me|us|my|our|who|which)\b")
WH = word_set(
    "what who where how when why which whatever whoever things someone something anything nothing place people way ways"
)
_ARTICLES = ("The", "the", "A", "a", "An", "an")
_PART = re.compile(r"\w+")
_QUESTION = re.compile(rf"(?:{'|'.join(sorted(ASKING))}) (?:it|there|he|she|they|we|you|I|this|that|the|your|my|any)\b")
#: `... .” — Jane Miller`, and the greetings of messages.
_SIGNED = later_regex(
    r"[-–—]{1,2} ?\p{Lu}[\w.]*(?: \p{Lu}[\w.]*)*$|^(?:Thanks|Thank you|Hello|Hi|Dear|Congratulations)\b"
)
_SPEAKER = re.compile(r" [-–—]{1,2} |, ?says | says$")
#: Messages written in a hurry: no blank after a comma, no stop at the end, and nothing was lost.
CHAT = re.compile(r"[a-z][,.][a-zA-Z]|[a-z][A-Z]|<\w+>|[#@]\w|[\u0400-\u1fff\u3040-\u9fff]")


def open_quote(text: str) -> bool:
    """Whether a quotation is opened and not closed."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def may_weigh(text: str, least: float) -> bool:
    """Whether `weight` may come to so much: without an inner stop or an open quotation it seldom does."""
    if least < 4:
        return True
    tokens = _PART.findall(text)
    said = 1.0 * (not PRONOUNS.isdisjoint(tokens)) + 1.0 * (not PAST.isdisjoint(tokens))
    said += 2.0 * bool(_QUESTION.match(text))
    # Half a point more is for the length, one for a finite verb.
    return said >= least - 3 and said + _articles(tokens) >= least - 1.5


def _articles(tokens: Sequence[str]) -> float:
    return min(1.5, 0.5 * sum(map(tokens.count, _ARTICLES)))


def weight(text: str, words: Sequence[str], last: str, enough: float = 99.0) -> float:
    """From 0 for a label to 5 for what can only be a sentence. What counts is the part after the last inner stop.

    Where `enough` is reached the rest is not looked at, nor where it is out of reach.
    """
    if (last.isupper() and len(last) > 1) or words[0].lower() in WH:
        return 0.0
    inner = list(INNER.finditer(text))
    tail = text[inner[-1].end() :] if inner else text
    if inner and (len(parts := tail.split()) < 3 or titled(["x", *parts]) or tail.isupper()):
        return 0.0
    score = 1.5 * bool(inner) + 1.5 * open_quote(text) + 0.5 * (len(words) > 15)
    score += 2.0 * bool(_QUESTION.match(tail)) - 1.0 * last[0].isupper()
    if score + 4.5 < enough:
        return score
    tokens = _PART.findall(tail)
    score += 1.0 * (not PRONOUNS.isdisjoint(tokens)) + 1.0 * (not PAST.isdisjoint(tokens))
    if score + 2.5 < enough:
        return score
    if _SIGNED.search(text):
        return 0.0
    score += _articles(tokens) - 1.0 * bool(_SPEAKER.search(text))
    return score if score >= enough or score + 1 < enough else score + 1.0 * bool(FINITE.search(tail))
