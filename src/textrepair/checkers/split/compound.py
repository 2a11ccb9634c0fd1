"""Hyphens of compounds, spaced or lost: `medium - and short-range`, `non - personal`, `anti China`, `Sino Russian`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...model import Match, Span
from ...words import word_set
from .. import checker
from ..joined.place import occurrences, technical
from .lost import ADJECTIVES, HEADS, PREFIXES, STEMS, SUSPENDED_SIGN, SUSPENDING, lost, suspended

_SPACED = later_regex(
    r"(?<![\p{L}\p{M}\d'’])(?P<left>[\p{L}\p{M}\d]+)(?P<gap> - ?|- )(?P<right>[\p{L}\p{M}\d]+)(?![\p{M}\d])"
)
_LETTERS, _SIGNS = later_regex(r"(?r)\p{L}+"), later_regex(r"(?r)[\p{L}\p{M}\d]+")
_LAST, _FIRST = re.compile(r"[A-Za-z0-9]*$"), re.compile(r"[A-Za-z0-9]*")
#: Signs beyond ASCII that are no part of a word.
_QUOTES = dict.fromkeys(map(ord, "’‘“”«»–—…"), "'")
#: Two words that take so much room may be cut.
_WIDE = 60
_CONJUNCTIONS = SUSPENDING | word_set("y o и или li nebo či as but nor")
_LEANING = later_regex(
    r"(?<![\p{L}\p{M}\d'’.-])(?P<left>\p{L}{3,})"
    r"(?: -(?P<right>\p{L}{3,})|- (?P<right>\p{Lu}\p{Ll}{2,}))(?![\p{L}\p{M}\d-])"
)
_ARTICLES = word_set("a an the his her my their our its your every two three four")
_ARTICLE = later_regex(rf"\b(?:{'|'.join(sorted(_ARTICLES))}) $")
_LINKS = word_set("the a of to for in by and or on up")
#: What a dash stands before where a language leaves out `is`.
_LINKING = word_set("это вот значит то to jest")
#: Behind a hyphen the others end a word: `a break-up - no`, `the check-in - and`.
_INNER_LINKS = word_set("the a of to and or")
#: `a shell of her former self - living in total abandon`.
_OF_SELVES = word_set("former true inner own old better real younger older other usual past future")


def _wanted(doc: Document, before: str, gap: str, after: str, elsewhere: bool) -> bool:
    """Whether a dash between words may be no dash, or a blank may have lost its hyphen."""
    if len(before) > _WIDE or len(after) > _WIDE:
        return True  # perhaps cut
    left = before[before.rfind(" ") + 1 :]
    if not (left.isascii() and left.isalnum()):
        left = _LAST.search(left)[0]  # type: ignore[index]
    if gap == " " or gap == "-":
        return doc.primary == "en" and (gap == "-" or left in STEMS or left.lower() == "anti")
    right = _FIRST.match(after)[0]  # type: ignore[index]
    if not _is_whole(before, left, after, right):
        return True
    if right in _CONJUNCTIONS:
        return gap == " - " and right in SUSPENDING and "-" in after
    if not left or not right or before[: len(before) - len(left)][-1:] in ("'", "’"):
        return False
    if elsewhere and doc.primary not in ("de", "zh", "ja", "ko"):
        return True
    if gap != " - ":
        return gap == " -" or right[0].isdigit() or not right.islower()
    return doc.primary == "en" and _perhaps(doc.lexicon, before[: len(before) - len(left)], left, right, after)


def _is_whole(before: str, left: str, after: str, right: str) -> bool:
    """Whether the words beside a dash are seen whole: what is beyond ASCII, curly apostrophes aside, is not."""
    around = before[: len(before) - len(left)][-1:] + after[len(right) : len(right) + 1]
    return around.isascii() or around.translate(_QUOTES).isascii()


def _perhaps(lexicon: Lexicon | None, before: str, left: str, right: str, after: str) -> bool:
    """Whether `_spaced` may have something to say, which sees more of the text."""
    if right == "old":
        return True
    if not left.islower() or not right.islower():
        return False
    if left in PREFIXES or right in HEADS:
        return True
    if (right in _LINKS and after[len(right) :][:1] == "-") or (left in _LINKS and before[-1:] == "-"):
        return True
    if lexicon is None:
        return False
    if lexicon.zipf(left + right) >= 2 and lexicon.zipf(left) < 6 and lexicon.zipf(right) < 6:
        return True
    return _LAST.search(before.rstrip())[0] in _ARTICLES and _modifying(lexicon, left, right)  # type: ignore[index]


@checker(scope="line", trigger="@loose-dash", wants=_wanted)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield compounds with their hyphen."""
    found = list(_matches(doc, span))
    if found and not technical(doc):
        yield from found


def _matches(doc: Document, span: Span) -> Iterator[Match]:
    text = doc.text
    loose, shared = _dashes(text, span)
    if loose and SUSPENDED_SIGN.search(text, *span):
        yield from suspended(doc, span)
    if doc.primary == "en":
        yield from lost(doc, span, shared)
        yield from _dash(doc, span, loose)
    for m in _beside_dashes(text, span, loose, _SPACED, _SIGNS):
        tier = _compound(doc, m)
        if tier:
            yield Match(m.start(), m.end(), f"{m['left']}-{m['right']}", 0.9, applicability=tier)


def _dashes(text: str, span: Span) -> tuple[list[int], bool]:
    """Where a dash with a blank beside it begins, its blank before it included; and whether a hyphen is shared."""
    loose, shared = [], False
    at = text.find("-", *span)
    while at >= 0:
        if text[at - 1] == " " and at > span[0]:
            loose.append(at - 1)
        elif text[at + 1 : at + 2] == " ":
            loose.append(at)
        elif not shared:
            shared = _is_shared(text, span[0], at)
        at = text.find("-", at + 1, span[1])
    return loose, shared


def _is_shared(text: str, start: int, hyphen: int) -> bool:
    """Whether the letters before `and` or `or` follow the hyphen again: `owned and government-owned`."""
    blank = text.rfind(" ", start, hyphen)
    if blank < 0 or not text.endswith((" and", " or"), start, blank):
        return False
    end = text.rfind(" ", start, blank)
    head = text[max(text.rfind(" ", start, end) + 1, end - 80) : end]
    return len(head) > 3 and text.startswith(head, hyphen + 1)


def _beside_dashes(text: str, span: Span, dashes: list[int], pattern: Any, left: Any) -> Iterator[Any]:
    """Matches of a pattern that begins with a word (`left`, read backwards) before a dash, one after the other."""
    at = span[0]
    for gap in dashes:
        word = left.match(text, at, gap) if gap > at else None
        m = word and pattern.match(text, word.start(), span[1])
        if m:
            at = m.end()
            yield m


def _dash(doc: Document, span: Span, dashes: list[int]) -> Iterator[Match]:
    """A dash with a blank on one side only: `the only solution -Mahomes`, `Rolling News- Hunan`."""
    for m in _beside_dashes(doc.text, span, dashes, _LEANING, _LETTERS):
        if (
            m["right"] not in _CONJUNCTIONS
            and m["left"] not in _CONJUNCTIONS
            and m["left"] != "from"
            and not occurrences(doc.text, f"{m['left']}-{m['right']}", m.start())
            and (
                m["right"][0].isupper() or (doc.lexicon is not None and doc.lexicon.zipf(m["right"]) >= 2)
            )  # no `-lfoo`
        ):
            yield Match(m.start(), m.end(), f"{m['left']} - {m['right']}", 0.6, applicability="unsafe")


def _compound(doc: Document, m: Any) -> Any:
    """How sure it is that the hyphen belongs to a compound."""
    left, right, gap, text = m["left"], m["right"], m["gap"], doc.text
    if right in _CONJUNCTIONS or doc.primary in ("de", "zh", "ja", "ko"):
        return None
    if right[0].isdigit() and text[m.end() : m.end() + 2][1:].isdigit():
        return None  # `Kano -1,708`
    whole = occurrences(text, f"{left}-{right}", m.start())
    if whole and not right[0].isdigit() and not _is_dash(doc, m, whole):
        return "safe" if len(left) > 1 else "unsafe"
    if gap == " - ":
        return _spaced(doc, m)
    if gap == " -" and _opens(text, m.start()):
        return None  # `The -2 option`, `With -1 there is none`
    if left.isalpha() and left[0].isupper() and right[0].isdigit() and len(right) < 4:
        return "unsafe"
    if gap == " -" and left[0].isupper() and right[0].isupper() and len(left) < 4:
        return "unsafe"
    return None


def _is_dash(doc: Document, m: Any, whole: int) -> bool:
    """Whether the text has a dash between the words more often than a hyphen: `Love - that is`, once `Love-that is`."""
    dashes = occurrences(doc.text, f"{m['left']} - {m['right']}", m.start())
    return dashes > whole if doc.primary == "en" else dashes > 1 or (dashes == 1 and m["right"] in _LINKING)


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line begins here: that has a capital, whatever the word."""
    before = text[max(0, at - 2) : at].rstrip(" ")
    return not before or before[-1] in ".!?:\n"


def _modifies(doc: Document, lexicon: Any, m: Any) -> bool:
    """`a last - minute deal`: behind an article an adjective or noun alone can hardly be followed by a dash."""
    if not _modifying(lexicon, m["left"], m["right"]) or not _ARTICLE.search(
        doc.text, max(0, m.start() - 12), m.start()
    ):
        return False
    line = doc.line_at(m.start())
    return doc.text.count(" - ", max(line[0], m.start() - 250), min(line[1], m.end() + 250)) == 1


def _modifying(lexicon: Lexicon, left: str, right: str) -> bool:
    """Whether the pair may be an adjective: a word of such pairs before the dash, or two that are not frequent."""
    if left not in ADJECTIVES and (lexicon.zipf(left) >= 4.3 or lexicon.zipf(right) >= 4.5):
        return False
    return lexicon.zipf(right) <= 5.6 and not right.endswith(("ly", "ing"))


def _spaced(doc: Document, m: Any) -> Any:
    left, right, text = m["left"], m["right"], doc.text
    if (
        left.isdigit()
        or right.isdigit()
        or text[m.end() : m.end() + 3] == " - "
        or text[m.start() - 3 : m.start()] == " - "
    ):
        return None
    lower = left.islower() and right.islower()
    if doc.primary != "en":
        return None
    if lower and (left in PREFIXES or right in HEADS):
        if left == "self" and not _OF_SELVES.isdisjoint(text[max(0, m.start() - 12) : m.start()].split()[-1:]):
            return None
        return (
            "safe"
            if left in ("non", "self", "anti", "multi", "semi", "pseudo", "quasi")
            or right in ("inducing", "based", "standing", "eyed", "haired")
            else "unsafe"
        )
    if lower and (
        (text[m.end() : m.end() + 1] == "-" and right in _LINKS)
        or (text[m.start() - 1 : m.start()] == "-" and left in _INNER_LINKS)
    ):
        return "safe"
    if right == "old" and left in ("year", "month", "week", "day", "years"):
        return "safe"
    lexicon = doc.lexicon
    if lower and lexicon is not None and _modifies(doc, lexicon, m):
        return "unsafe"
    if (
        lower
        and lexicon is not None
        and lexicon.zipf(left + right) >= 2
        and lexicon.zipf(left) < 6
        and lexicon.zipf(right) < 6
    ):
        return "unsafe"
    return None
