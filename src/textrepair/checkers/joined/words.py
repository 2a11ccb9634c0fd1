"""Words run together without any sign but the dictionary's: `ofthe`, `thinkof`, `Itwould`, `oftenhidden`.

Three readings of an unknown word are weighed: it is whole (a name, a rare or foreign word, a compound), it is one slip
away from a known word, or it is two words. Only the last is a join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon import lexicon as lexicon_of
from ...lexicon.segment import Division
from ...model import Match, Span
from .. import checker
from .division import CONTENT, FUNCTION, cut_of, holds, judged
from .naming import is_name_like
from .place import code_like, occurrences, technical

_CONTRACTED = later_regex(r"(\p{L}+['’](?:ll|ve|re|m|d))(\p{L}{2,})")
_TAIL = later_regex(r"['’](?:ll|ve|re|s|d|t|m)$")
_ELIDED = later_regex(r"(?i)^(?:qu|jusqu|lorsqu|puisqu|[a-z]{1,2})['’]")
_LATIN = later_regex(r"\p{Latin}+")
#: Traces of broken encoding: what stands beside them is no whole word.
_SOILED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\ufffd�")
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


def _possible(lexicon: Lexicon, word: str) -> bool:
    """Whether the word could be a join, whatever stands around it."""
    if len(word) < 3:
        return False
    if word.isalpha():  # nearly all, and nearly all of these can't be cut
        return cut_of(lexicon, word.lower()) is not None and _shaped(word) and None not in judged(lexicon, word)
    if _contraction(lexicon, word):
        return True
    start, end = _core(lexicon, word, 0, len(word))
    core = word[start:end]
    return _shaped(core) and None not in judged(lexicon, core)


@checker(scope="word", trigger="@unknown-word", when=_possible)
def check(doc: Document, span: Span, *, gain: float = 0.6) -> Iterator[Match]:
    """Yield unknown words that read as two, with the blank between them. `gain`: how much likelier (log10) at least."""
    lexicon = doc.lexicon
    if lexicon is None:
        return
    word = doc.text[slice(*span)]
    if not _possible(lexicon, word):
        return
    contracted = _contraction(lexicon, word)
    if contracted and _prose(doc, *span):
        yield Match(*span, f"{contracted[1]} {contracted[2]}", 0.8, applicability="unsafe")
        return
    start, end = _core(lexicon, word, *span)
    match = _judge(doc, lexicon, doc.text[start:end], start, end)
    if match is not None and match[0].gain >= gain:
        confidence = min(0.99, 0.6 + match[0].gain / 12)
        yield Match(start, end, " ".join(match[0].parts), confidence, applicability=match[1])


def _contraction(lexicon: Lexicon, word: str) -> Any:
    """The contraction and the word that it runs into: `I'llgo`."""
    contracted = _CONTRACTED.fullmatch(word) if lexicon.language == "en" and not word.isalpha() else None
    return contracted if contracted and lexicon.zipf(contracted[2]) > 4.7 else None


def _shaped(word: str) -> bool:
    """Whether the word is of one script and of one case but for its first letter."""
    return (
        word.isalpha()
        and (word.isascii() == word[0].isascii() or bool(_LATIN.fullmatch(word)))
        and (word.islower() or word.istitle())
    )


def _core(lexicon: Lexicon, word: str, start: int, end: int) -> Span:
    """The span without an elided word before it or a contraction behind it: `butit` of `butit's`."""
    if "'" not in word and "’" not in word:
        return start, end
    head = _ELIDED.match(word) if lexicon.language in ("fr", "it", "ca") else None
    tail = _TAIL.search(word) if lexicon.language == "en" else None
    return start + (head.end() if head else 0), end - (len(tail[0]) if tail else 0)


def _judge(doc: Document, lexicon: Lexicon, word: str, start: int, end: int) -> tuple[Division, Any] | None:
    """The division of the word at this place, and how sure it is."""
    if not _shaped(word) or doc.knows(word):
        return None
    division, tier = judged(lexicon, word)
    if division is None or tier is None or not _prose(doc, start, end) or _fragment(doc, lexicon, start, end):
        return None
    if lexicon.language != "en" and _english(word):
        return None
    if doc.text[start - 1 : start] in ("'", "’", "‘") and doc.text[start - 2 : start - 1].isalpha() is False:
        return None  # a letter dropped: `’andsome`
    if tier == "near":
        if not word.islower() or not _joins_near(doc, lexicon, word, start):
            return None
        tier = "unsafe"
    function = holds(lexicon, division.parts)
    if word.istitle() and not _starts_sentence(doc.text, start):
        if not (lexicon.zipf(division.parts[-1]) >= 6.3 and len(division.parts[0]) > 4 and division.gain > 2):
            return None
        tier = "unsafe"
    count = occurrences(doc.text, word, start)
    if count > 1 and (not function or division.gain < 1.5 or (count > 2 and division.rarest < FUNCTION)):
        return None
    if technical(doc) and (lexicon.zipf(division.parts[-1]) < 6 or division.gain < 1.2 or len(word) < 6):
        return None
    if doc.text[end : end + 1] in ("'", "’") and (division.parts[-1] == "in" or lexicon.language == "it"):
        return None  # `learnin’`, and `nonche'` in place of `nonché`
    first = division.parts[0]
    named = word.istitle() and (lexicon.zipf(first) < FUNCTION or first.lower() in CONTENT or division.gain < 2.5)
    if named or not _among_words(doc, lexicon, start, end) or _borrowed(lexicon, division):
        tier = "unsafe"
    if tier == "safe" and _called(doc, lexicon, word, division, start):
        tier = "unsafe"
    cited = doc.text[start - 1 : start] in tuple('"“`') and doc.text[end : end + 1] in tuple('"”`')
    unsure = technical(doc) or count > 1 or cited or doc.text[start - 1 : start] == "-"
    return division, "unsafe" if unsure else tier


def _called(doc: Document, lexicon: Lexicon, word: str, division: Division, start: int) -> bool:
    """Whether the word may be the name of a command or a variable: if so, others run together near speak for a join."""
    if doc.text[start + len(word) : start + len(word) + 1] == "(":
        return True
    return lexicon.language == "en" and is_name_like(division.parts) and not _joins_near(doc, lexicon, word, start)


def _joins_near(doc: Document, lexicon: Lexicon, word: str, at: int) -> bool:
    """Whether another word near is certainly two run together: then blanks are missing elsewhere too."""
    if len(doc.text) > _NEAR:
        words = _unlisted(lexicon, doc.text, max(0, at - _NEAR), at + _NEAR) - {word}
        return any(judged(lexicon, w)[1] == "safe" for w in words if not doc.knows(w))
    found: set[str] | None = doc.memo.get(_joins_near)
    if found is None:
        words = _unlisted(lexicon, doc.text, 0, len(doc.text))
        found = doc.memo[_joins_near] = {w for w in words if not doc.knows(w) and judged(lexicon, w)[1] == "safe"}
    return bool(found - {word})


def _unlisted(lexicon: Lexicon, text: str, start: int, end: int) -> set[str]:
    """The words in small letters that the lexicon has not."""
    if _SEPARATORS.search(text, max(0, start - 1), end):
        return lexicon.unknown(_WORD.findall(text, start, end))
    within = start and not text[start - 1].isspace() and text[start - 1] != "("
    some = ("-" if within else "") + text[start:end]
    return lexicon.unknown(_WORD.findall("\n".join(lexicon.uncommon(some.split()))))


def _among_words(doc: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a plain word of the language stands beside, and near none that is not of it: else nothing is sure."""
    beside = (_WORD_BEFORE.search(doc.text, max(0, start - 30), start), _WORD_AFTER.match(doc.text, end))
    words = [m[1] for m in beside if m is not None]
    if not any(lexicon.zipf(w) >= _PLAIN for w in words):
        return False
    if lexicon.language != "en":  # taken for it at times is text in one like it
        words = _SMALL.findall(doc.text, max(0, start - _AROUND), start)
        words += _SMALL.findall(doc.text, end, end + _AROUND)
    return not any(w.islower() and lexicon.zipf(w) < _KNOWN for w in words)


def _borrowed(lexicon: Lexicon, division: Division) -> bool:
    """Whether a part is far more of an English word: so names of programs are made, `startpar`."""
    english = lexicon_of("en") if lexicon.language != "en" and division.parts[0].isascii() else None
    return english is not None and any(english.zipf(p) > lexicon.zipf(p) + 0.8 for p in division.parts)


def _english(word: str) -> bool:
    """Whether a word of a text in another language is English: code and names are full of it."""
    english = lexicon_of("en")
    return english is not None and english.zipf(word) >= 3


def _fragment(doc: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the word and a neighbour are one split word: `so meone`, `toget-` and `her`."""
    word = doc.text[start:end]
    after = _NEXT.match(doc.text, end)
    if after and lexicon.zipf(word + after[1]) > 2:
        return True
    before = _BEFORE.search(doc.text, max(0, start - 30), start)
    return before is not None and lexicon.zipf(before[1] + word) > 2


def _prose(doc: Document, start: int, end: int) -> bool:
    before, after = doc.text[start - 1 : start], doc.text[end : end + 1]
    if (
        before in _SOILED
        or after in _SOILED
        or before in (".", "*", "$")
        or (after == "-" and doc.text[end + 1 : end + 2].isalpha())
    ):
        return False
    if after == "." and doc.text[end + 1 : end + 2].isalnum():
        return False
    return not before.isdigit() and not after.isdigit() and not code_like(doc.text, start, end)


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"“'‘(—")
    return not before or before[-1] in ".!?:\n"
