"""What stands beside a suspected join: plain words, other joins, the rest of a torn word."""

from __future__ import annotations

import re

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon.segment import Division
from .division import judged
from .naming import is_name_like

_WORD, _NEAR = later_regex(r"(?<![^\s(])\p{Ll}{4,28}(?![^\s).,;:])"), 4000
#: At these Python parts a text, but they are no blanks for `_WORD`.
_SEPARATORS = re.compile("[\x1c-\x1f]")
_NEXT = later_regex(r"(?:[ -]|-[ \n])(\p{Ll}+)")
_WORD_BEFORE = later_regex(r"(\p{L}+)\W{1,3}$")
_WORD_AFTER = later_regex(r"\W{1,3}(\p{L}+)")
#: Whole words in small letters, so many characters around.
_SMALL, _AROUND = later_regex(r"(?<=\s)\p{Ll}{2,}+(?=[\s,.;:!?])"), 50
#: Zipf frequency of a plain word, and of the rarest that is surely of the language.
_PLAIN, _KNOWN = 4.2, 1.2
_BEFORE = later_regex(r"(\p{L}+)(?:[ -]|-\n)$")


def may_be_name(doc: Document, lexicon: Lexicon, word: str, division: Division, start: int) -> bool:
    """Whether the word may be the name of a command or a variable: if so, others run together near speak for a join."""
    if doc.text[start + len(word) : start + len(word) + 1] == "(":
        return True
    return lexicon.language == "en" and is_name_like(division.parts) and not joins_near(doc, lexicon, word, start)


def joins_near(doc: Document, lexicon: Lexicon, word: str, at: int) -> bool:
    """Whether another word near is certainly two run together: then blanks are missing elsewhere too."""
    if len(doc.text) > _NEAR:
        words = _unlisted(lexicon, doc.text, max(0, at - _NEAR), at + _NEAR) - {word}
        return any(_is_certain(lexicon, w) for w in words if not doc.knows(w))
    found: set[str] | None = doc.memo.get(joins_near)
    if found is None:
        words = _unlisted(lexicon, doc.text, 0, len(doc.text))
        found = doc.memo[joins_near] = {w for w in words if not doc.knows(w) and _is_certain(lexicon, w)}
    return bool(found - {word})


def _is_certain(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is a join, whatever stands around it. One that may be a name says nothing of others."""
    division, tier = judged(lexicon, word)
    return tier == "safe" and not (lexicon.language == "en" and division and is_name_like(division.parts))


def _unlisted(lexicon: Lexicon, text: str, start: int, end: int) -> set[str]:
    """The words in small letters that the lexicon has not."""
    if _SEPARATORS.search(text, max(0, start - 1), end):
        return lexicon.unknown(_WORD.findall(text, start, end))
    within = start and not text[start - 1].isspace() and text[start - 1] != "("
    some = ("-" if within else "") + text[start:end]
    return lexicon.unknown(_WORD.findall("\n".join(lexicon.uncommon(some.split()))))


def among_words(doc: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a plain word of the language stands beside, and near none that is not of it: else nothing is sure."""
    beside = (_WORD_BEFORE.search(doc.text, max(0, start - 30), start), _WORD_AFTER.match(doc.text, end))
    words = [m[1] for m in beside if m is not None]
    if not any(lexicon.zipf(w) >= _PLAIN for w in words):
        return False
    if lexicon.language != "en":  # taken for it at times is text in one like it
        words = _SMALL.findall(doc.text, max(0, start - _AROUND), start)
        words += _SMALL.findall(doc.text, end, end + _AROUND)
    return not any(w.islower() and lexicon.zipf(w) < _KNOWN for w in words)


def is_fragment(doc: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the word and a neighbour are one split word: `so meone`, `toget-` and `her`."""
    word = doc.text[start:end]
    after = _NEXT.match(doc.text, end)
    if after and lexicon.zipf(word + after[1]) > 2:
        return True
    before = _BEFORE.search(doc.text, max(0, start - 30), start)
    return before is not None and lexicon.zipf(before[1] + word) > 2
