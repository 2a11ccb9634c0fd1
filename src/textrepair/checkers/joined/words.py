"""Words run together without any sign but the dictionary's: `ofthe`, `thinkof`, `Itwould`, `oftenhidden`.

Three readings of an unknown word are weighed: it is whole (a name, a rare or foreign word, a compound), it is one slip
away from a known word, or it is two words. Only the last is a join.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...document import Document
from ...lexicon import Lexicon
from ...lexicon.affixes import prefixes, suffixes
from ...lexicon.segment import Division, divide
from ...model import Match, Span
from ...words import word_spans
from .. import checker
from .place import code_like, technical

_FUNCTION = 5.9
#: Languages that build compounds or endings so freely that only function words tell.
_COMPOUNDING = frozenset("de nl sv da nb fi hu is et tr".split())


@checker(scope="line", trigger="@unknown-word")
def check(doc: Document, span: Span, *, gain: float = 1.2) -> Iterator[Match]:
    """Yield unknown words that read as two, with the blank between them. `gain`: how much likelier (log10) at least."""
    lexicon = doc.lexicon
    if lexicon is None:
        return
    for start, end in word_spans(doc.text, *span):
        word = doc.text[start:end]
        if end - start < 3 or not word.isalpha() or doc.knows(word) or not (word.islower() or word.istitle()):
            continue
        division, tier = _judged(lexicon, word)
        if division is None or tier is None or division.gain < gain or not _prose(doc, start, end):
            continue
        if word.istitle() and not _starts_sentence(doc.text, start):
            continue
        function = division.commonest >= _FUNCTION
        repeated = doc.text.count(word) > 1
        if (repeated or technical(doc)) and (not function or division.gain < 2.5):
            continue
        if repeated or technical(doc):
            tier = "unsafe"
        yield Match(start, end, " ".join(division.parts), min(0.99, 0.6 + division.gain / 12), applicability=tier)


@lru_cache(maxsize=1 << 14)
def _judged(lexicon: Lexicon, word: str) -> tuple[Division | None, Any]:
    """The division of a word and how sure it is, whatever the text."""
    lower = word.lower()
    division = divide(lexicon, lower)
    if division is None or _affixed(lexicon.language, division):
        return None, None
    if word.istitle():
        division = Division((division.parts[0].capitalize(), *division.parts[1:]), division.rarest, division.commonest, division.gain - 1.5)
    return division, _tier(lexicon, lower, division)


def _tier(lexicon: Lexicon, word: str, division: Division) -> Any:
    function = division.commonest >= _FUNCTION
    if not function:
        if lexicon.language in _COMPOUNDING or division.rarest < 3.3:
            return None
        if division.gain < (2.5 if lexicon.language == "en" else 3.5) or _slip(lexicon, word):
            return None
        return "unsafe"
    if division.rarest < 2.5:
        return "unsafe" if division.gain > 2.5 else None
    if division.gain < 2.2 and _slip(lexicon, word):
        return None
    return "safe" if division.gain > 2 and division.rarest > 3.5 and min(map(len, division.parts)) > 1 else "unsafe"


def _affixed(language: str, division: Division) -> bool:
    """Whether the parts are a stem with a beginning or ending of the language."""
    first, last = division.parts[0], division.parts[-1]
    if last in suffixes(language):
        return division.rarest < _FUNCTION
    return first in prefixes(language) and division.rarest < 5.5 and len(last) > 2


def _slip(lexicon: Lexicon, word: str) -> bool:
    """Whether one letter left out, doubled, wrong or swapped makes a common word of it."""
    letters = sorted(set(word) | set("aeinorst"))
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        edits = [head + tail[1:], *(head + c + tail for c in letters), *(head + c + tail[1:] for c in letters)]
        if len(tail) > 1:
            edits.append(head + tail[1] + tail[0] + tail[2:])
        if any(lexicon.zipf(e) >= 3.2 for e in edits if e != word):
            return True
    return False


def _prose(doc: Document, start: int, end: int) -> bool:
    before, after = doc.text[start - 1 : start], doc.text[end : end + 1]
    if before in ("-", "'", "’", "‘", ".", "*", "$") or after in ("'", "’") or (after == "-" and doc.text[end + 1 : end + 2].isalpha()):
        return after in ("'", "’") and before not in ("-", ".")
    if after == "." and doc.text[end + 1 : end + 2].isalnum():
        return False
    return not before.isdigit() and not after.isdigit() and not code_like(doc.text, start, end)


def _starts_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \"“'‘(—")
    return not before or before[-1] in ".!?:\n"
