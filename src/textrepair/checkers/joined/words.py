"""Words run together without any sign but the dictionary's: `ofthe`, `thinkof`, `Itwould`, `oftenhidden`.

Three readings of an unknown word are weighed: it is whole (a name, a rare or foreign word, a compound), it is one slip
away from a known word, or it is two words. Only the last is a join.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon import lexicon as lexicon_of
from ...lexicon.segment import Division
from ...model import Match, Span
from .. import checker
from .beside import among_words, is_fragment, joins_near, may_be_name
from .division import CONTENT, FUNCTION, cut_of, holds, judged
from .place import code_like, occurrences, technical

_CONTRACTED = later_regex(r"(\p{L}+['’](?:ll|ve|re|m|d))(\p{L}{2,})")
_TAIL = later_regex(r"['’](?:ll|ve|re|s|d|t|m)$")
_ELIDED = later_regex(r"(?i)^(?:qu|jusqu|lorsqu|puisqu|[a-z]{1,2})['’]")
_LATIN = later_regex(r"\p{Latin}+")
#: Traces of broken encoding: what stands beside them is no whole word.
_SOILED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\ufffd�")


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
    if division is None or tier is None or not _prose(doc, start, end) or is_fragment(doc, lexicon, start, end):
        return None
    if lexicon.language != "en" and _english(word):
        return None
    if doc.text[start - 1 : start] in ("'", "’", "‘") and doc.text[start - 2 : start - 1].isalpha() is False:
        return None  # a letter dropped: `’andsome`
    if tier == "near":
        if not word.islower() or not joins_near(doc, lexicon, word, start):
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
    if named or not among_words(doc, lexicon, start, end) or _borrowed(lexicon, division):
        tier = "unsafe"
    if tier == "safe" and may_be_name(doc, lexicon, word, division, start):
        tier = "unsafe"
    cited = doc.text[start - 1 : start] in tuple('"“`') and doc.text[end : end + 1] in tuple('"”`')
    unsure = technical(doc) or count > 1 or cited or doc.text[start - 1 : start] == "-"
    return division, "unsafe" if unsure else tier


def _borrowed(lexicon: Lexicon, division: Division) -> bool:
    """Whether a part is far more of an English word: so names of programs are made, `startpar`."""
    english = lexicon_of("en") if lexicon.language != "en" and division.parts[0].isascii() else None
    return english is not None and any(english.zipf(p) > lexicon.zipf(p) + 0.8 for p in division.parts)


def _english(word: str) -> bool:
    """Whether a word of a text in another language is English: code and names are full of it."""
    english = lexicon_of("en")
    return english is not None and english.zipf(word) >= 3


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
