"""Words run together without any sign but the dictionary's: `ofthe`, `thinkof`, `Itwould`, `oftenhidden`.

Three readings of an unknown word are weighed: it is whole (a name, a rare or foreign word, a compound), it is one slip
away from a known word, or it is two words. Only the last is a join.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...document import Document
from ...language.function_words import FUNCTION_WORDS
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon import lexicon as lexicon_of
from ...lexicon.affixes import prefixes, suffixes
from ...lexicon.segment import Cut, Division, best_cut, weighed
from ...model import Match, Span
from ...words import word_set
from .. import checker
from .place import code_like, occurrences, technical

#: Zipf frequency from which a word counts as one of those that hold sentences together.
_FUNCTION = 5.6
#: No part of two other words is rarer.
_LEAST = 3.3
#: English words as frequent that name things: they make compounds.
_CONTENT = word_set(
    "time people new good first man men day days work life way year years home back world house state well old "
    "high land line side city country school water book game team family head hand eye car free name place power "
    "war black white red money business news film music night room street word words play real big small great "
    "long right left end part point group show top open set end head case fact law party police week month number "
    "company president health game love girl boy women woman children child person thing things air body food oil "
    "heart market media office service story system television video web email phone"
)
#: Languages that build compounds or endings so freely that only function words tell.
_COMPOUNDING = word_set("de nl sv da nb fi hu is et tr")
#: `не`, `ne`: with adjectives they make one word.
_NOT = word_set("не ne")
_ADJECTIVE = later_regex(
    r"(?:[ыиоая]й|[аяоеы][яе]|[оеы]го|[оеы]му|[ыиое]м[иу]?|[ыи]х|[оеую]ю|ých|ého|ému|ými|ým|ý|á|é)$"
)
#: Old words that no list has, and `be` goes with none of their other halves.
_WHOLE = word_set("betook bethought bestrode bespake betide betided betoken besought bedight")
_QUALITY = re.compile(r"(?:ic|al|[ai]ble|[ae]nt|ive|ous|ate|ful)$")
#: Letters that make another form of a word.
_ENDINGS = {"en": "sy", "es": "s", "fr": "s", "pt": "s"}
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
_BEFORE = later_regex(r"(\p{L}+)(?:[ -]|-\n)$")


def _possible(lexicon: Lexicon, word: str) -> bool:
    """Whether the word could be a join, whatever stands around it."""
    if len(word) < 3:
        return False
    if word.isalpha():  # nearly all, and nearly all of these can't be cut
        return _cut(lexicon, word.lower()) is not None and _shaped(word) and None not in _judged(lexicon, word)
    if _contraction(lexicon, word):
        return True
    start, end = _core(lexicon, word, 0, len(word))
    core = word[start:end]
    return _shaped(core) and None not in _judged(lexicon, core)


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
    division, tier = _judged(lexicon, word)
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
    function = _holds(lexicon, division.parts)
    if word.istitle() and not _starts_sentence(doc.text, start):
        if not (lexicon.zipf(division.parts[-1]) >= 6.3 and len(division.parts[0]) > 4 and division.gain > 2):
            return None
        tier = "unsafe"
    count = occurrences(doc.text, word, start)
    if count > 1 and (not function or division.gain < 1.5 or (count > 2 and division.rarest < _FUNCTION)):
        return None
    if technical(doc) and (lexicon.zipf(division.parts[-1]) < 6 or division.gain < 1.2 or len(word) < 6):
        return None
    if doc.text[end : end + 1] in ("'", "’") and division.parts[-1] == "in":
        return None  # `learnin’`
    first = division.parts[0]
    named = word.istitle() and (lexicon.zipf(first) < _FUNCTION or first.lower() in _CONTENT or division.gain < 2.5)
    if named or not _among_words(doc, lexicon, start, end):
        tier = "unsafe"
    cited = doc.text[start - 1 : start] in tuple('"“`') and doc.text[end : end + 1] in tuple('"”`')
    unsure = technical(doc) or count > 1 or cited or doc.text[start - 1 : start] == "-"
    return division, "unsafe" if unsure else tier


@lru_cache(maxsize=1 << 12)
def _judged(lexicon: Lexicon, word: str) -> tuple[Division | None, Any]:
    """The division of a word and how sure it is, whatever the text; `near`: only where other words are run together."""
    lower = word.lower()
    cut = _cut(lexicon, lower)
    if cut is None or lower in _WHOLE or lower[: cut[0]] == lower[cut[0] :]:
        return None, None  # `soso` is `so-so`
    division = weighed(lexicon, lower, cut)
    if _affixed(lexicon.language, division):
        return None, None
    if word.istitle():
        capital = division.parts[0].capitalize()
        division = replace(division, parts=(capital, *division.parts[1:]), gain=division.gain - 1)
    return division, _tier(lexicon, lower, division)


def _cut(lexicon: Lexicon, word: str) -> Cut | None:
    """Where the word is best cut, if the parts may be a join: nearly all unknown words are names, cut somewhere."""
    cut = best_cut(lexicon, word)
    if cut is None:
        return None
    at, left, right = cut
    if lexicon.language not in _COMPOUNDING:
        if left >= _LEAST and right >= _LEAST:
            return cut
        if left < _FUNCTION and right < _FUNCTION:
            return None
    return cut if _holds(lexicon, (word[:at], word[at:])) else None


def _tier(lexicon: Lexicon, word: str, division: Division) -> Any:
    held = _holds(lexicon, division.parts)
    tier = (_of_words if held else _of_things)(lexicon, word, division)
    if tier is None or _inflected(lexicon, word) or (division.rarest < 5.5 and _plural(lexicon, word)):
        return None
    return tier if held or not _slip(lexicon, word) else None


def _of_things(lexicon: Lexicon, word: str, division: Division) -> Any:
    """How sure a join is if none of the parts holds sentences together. Short ones may be compounds: `shopwindows`."""
    if division.gain >= (3.9 if len(word) <= 12 else 2.9 if lexicon.language == "en" else 3.2):
        return "unsafe"
    return "near" if lexicon.language == "en" and division.gain >= 1.5 else None


def _of_words(lexicon: Lexicon, word: str, division: Division) -> Any:
    """How sure a join is of which one part at least is a word that holds sentences together."""
    short = len(word) <= 5 and lexicon.language != "en" and division.gain < 2.5 and _slip(lexicon, word)
    if short and division.gain < 1:
        return None  # `sulo`
    if division.rarest < 2.5:
        return "unsafe" if division.gain > 2.5 else None
    if division.parts[0] == "a" and lexicon.language == "en":
        return "unsafe" if division.gain >= 1.2 and division.rarest >= 4 else None
    if division.gain < 1.2 and division.rarest < 4.0:
        return None
    if division.rarest < 5.5 and division.gain < 2.2 and _slip(lexicon, word):
        return "unsafe" if division.gain > 1.5 and division.rarest > 4.5 else None
    if short or min(map(len, division.parts)) < 2:
        return "unsafe"
    plain = division.rarest >= 5.5 and division.gain > 1 and len(word) > 4 and _CONTENT.isdisjoint(division.parts)
    sure = division.gain > (1.7 if division.rarest > 4.2 else 2) and division.rarest > 3.5
    return "safe" if plain or sure else "unsafe"


def _inflected(lexicon: Lexicon, word: str) -> bool:
    """Whether other forms of the word are listed: `seethed` and `seething` speak for `seethe`."""
    if lexicon.language != "en" or len(word) < 5:
        return False
    forms = (f"{word}d", f"{word}ed", f"{word[:-1]}ing", f"{word}ing", f"{word[:-1]}ed")
    return sum(lexicon.zipf(form) > 1.3 for form in forms) > 1


def _plural(lexicon: Lexicon, word: str) -> bool:
    """Whether the word without its last letter is listed: `tanganas`, `antonymy`."""
    endings = _ENDINGS.get(lexicon.language, "")
    return len(word) > 5 and word[-1] in endings and lexicon.zipf(word[:-1]) >= 1.5


def _joins_near(doc: Document, lexicon: Lexicon, word: str, at: int) -> bool:
    """Whether another word near is certainly two run together: then blanks are missing elsewhere too."""
    if len(doc.text) > _NEAR:
        words = _unlisted(lexicon, doc.text, max(0, at - _NEAR), at + _NEAR) - {word}
        return any(_judged(lexicon, w)[1] == "safe" for w in words if not doc.knows(w))
    found: set[str] | None = doc.memo.get(_joins_near)
    if found is None:
        words = _unlisted(lexicon, doc.text, 0, len(doc.text))
        found = doc.memo[_joins_near] = {w for w in words if not doc.knows(w) and _judged(lexicon, w)[1] == "safe"}
    return bool(found - {word})


def _unlisted(lexicon: Lexicon, text: str, start: int, end: int) -> set[str]:
    """The words in small letters that the lexicon has not."""
    if _SEPARATORS.search(text, max(0, start - 1), end):
        return lexicon.unknown(_WORD.findall(text, start, end))
    within = start and not text[start - 1].isspace() and text[start - 1] != "("
    some = ("-" if within else "") + text[start:end]
    return lexicon.unknown(_WORD.findall("\n".join(lexicon.uncommon(some.split()))))


def _among_words(doc: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a plain word of the language stands beside: in a foreign phrase or in noise nothing is sure."""
    before, after = _WORD_BEFORE.search(doc.text, max(0, start - 30), start), _WORD_AFTER.match(doc.text, end)
    return any(m is not None and lexicon.zipf(m[1]) >= 4.2 for m in (before, after))


def _holds(lexicon: Lexicon, parts: Sequence[str]) -> bool:
    """Whether one of the parts is a word that holds sentences together."""
    if lexicon.language in _COMPOUNDING and lexicon.language in FUNCTION_WORDS:
        return any(p.lower() in _function_words(lexicon.language) for p in parts)  # not `gemacht`
    return any(lexicon.zipf(p) >= _FUNCTION and p.lower() not in _CONTENT for p in parts)


@lru_cache(maxsize=32)
def _function_words(language: str) -> frozenset[str]:
    return word_set(FUNCTION_WORDS[language])


def _affixed(language: str, division: Division) -> bool:
    """Whether the parts are a stem with a beginning or ending of the language."""
    first, last = division.parts[0].lower(), division.parts[-1]
    if last == "a" and language == "en":
        return division.rarest < 4.3 or division.gain < 1
    if last in suffixes(language) or (len(last) == 1 and language != "en"):
        return division.rarest < 5.9 or len(last) == 1
    if first in _NOT and _ADJECTIVE.search(last):
        return True
    if language == "en" and first == "in" and division.rarest < 5.4 and _QUALITY.search(last):
        return True  # `inspecific`, and not `ingeneral`
    if division.commonest >= 7 and division.gain >= 3.5:
        return False  # `defebrero`
    return first in prefixes(language) and division.rarest < 5.5 and len(last) > 2


def _slip(lexicon: Lexicon, word: str) -> bool:
    """Whether one letter left out, doubled, wrong or swapped makes a common word of it."""
    return lexicon.near(word, "".join(sorted(set(word) | set("aeinorst"))), 3.2)


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
