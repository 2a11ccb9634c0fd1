"""How an unknown word divides in two, and how sure that is, whatever stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ...language.function_words import FUNCTION_WORDS, function_words
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon.affixes import prefixes, suffixes
from ...lexicon.segment import Cut, Division, best_cut, weighed
from ...words import word_set
from .bound import is_free

#: Zipf frequency from which a word counts as one of those that hold sentences together.
FUNCTION = 5.6
#: No part of two other words is rarer.
_LEAST = 3.3
#: English words as frequent that name things: they make compounds.
CONTENT = word_set(
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


@lru_cache(maxsize=1 << 12)
def judged(lexicon: Lexicon, word: str) -> tuple[Division | None, Any]:
    """The division of a word and how sure it is, whatever the text; `near`: only where other words are run together."""
    lower = word.lower()
    cut = cut_of(lexicon, lower)
    if cut is None or lower in _WHOLE or lower[: cut[0]] == lower[cut[0] :]:
        return None, None  # `soso` is `so-so`
    division = weighed(lexicon, lower, cut)
    if _affixed(lexicon.language, division):
        return None, None
    if word.istitle():
        capital = division.parts[0].capitalize()
        division = replace(division, parts=(capital, *division.parts[1:]), gain=division.gain - 1)
    return division, _tier(lexicon, lower, division)


def cut_of(lexicon: Lexicon, word: str) -> Cut | None:
    """Where the word is best cut, if the parts may be a join: nearly all unknown words are names, cut somewhere."""
    cut = best_cut(lexicon, word)
    if cut is None:
        return None
    at, left, right = cut
    if lexicon.language not in _COMPOUNDING:
        if left >= _LEAST and right >= _LEAST:
            return cut
        if left < FUNCTION and right < FUNCTION:
            return None
    return cut if holds(lexicon, (word[:at], word[at:])) else None


def _tier(lexicon: Lexicon, word: str, division: Division) -> Any:
    held = holds(lexicon, division.parts)
    tier = (_of_words if held else _of_things)(lexicon, word, division)
    if tier is None or _inflected(lexicon, word) or (division.rarest < 5.5 and _plural(lexicon, word)):
        return None
    if held and lexicon.language != "en" and not is_free(lexicon.language, division.parts):
        return "near"
    if tier == "safe" and lexicon.language == "en" and function_words("en").isdisjoint(division.parts):
        return "unsafe"  # `makejail`, `wantarray`: frequent words, but no glue
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
    plain = division.rarest >= 5.5 and division.gain > 1 and len(word) > 4 and CONTENT.isdisjoint(division.parts)
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


def holds(lexicon: Lexicon, parts: Sequence[str]) -> bool:
    """Whether one of the parts is a word that holds sentences together."""
    if lexicon.language in _COMPOUNDING and lexicon.language in FUNCTION_WORDS:
        return any(p.lower() in function_words(lexicon.language) for p in parts)  # not `gemacht`
    return any(lexicon.zipf(p) >= FUNCTION and p.lower() not in CONTENT for p in parts)


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
