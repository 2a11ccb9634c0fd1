"""Two words run together where the case changes: `theUnited`, `saidElsa`, `PerthAirport`, `UkrainenowadaysIt`.

A capital may begin a name or a sentence whose full stop is lost as well: `thisThe` is `this The` or `this. The`. Where
both can be, the repair is `unsafe` and the other reading goes along as its alternative.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import regex

from ...document import Document
from ...later import later_regex
from ...lexicon import Lexicon
from ...lexicon.affixes import prefixes
from ...lexicon.segment import divide
from ...model import Match, Span
from ...words import word_set
from .. import checker
from ..truncated.words import NEVER_LAST, STRANDED
from .place import code_like, occurrences, runs, technical, words_of

_TOKEN = later_regex(
    r"(?<![\p{Latin}\p{Cyrl}\p{Grek}\p{M}\d.])[\p{Latin}\p{Cyrl}\p{Grek}]*\p{Ll}\p{Lu}[\p{Latin}\p{Cyrl}\p{Grek}\p{M}]*(?!\.?[\p{L}\d]|[(_])"
)
#: Without it there is nothing to find: a small letter before a capital, in ASCII and in other letters.
_PLAIN_SIGN = re.compile(r"[a-z][A-Z]")
#: Blocks of the letters that `_TOKEN` takes; beyond them all may be small or capital.
_BLOCKS = ((0x41, 0x530), (0x1C80, 0x2190), (0x2C60, 0x2C80), (0xA640, 0xAB70), (0xFB00, 0xFB07), (0xFF21, 0xFF5B))
_PARTS = later_regex(r"\p{Lu}{2,}(?=\p{Lu}\p{Ll}{2})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+")
#: Particles and prefixes of names, and what brands begin with.
_NAME_PARTS = word_set(
    "Mc Mac De Di Da Du Del Della Des Dos La Le Les Lo Los Van Von Vander Fitz Ben Bin Bar El Al St San O Ó Ap "
    "Mak Saint Мак Ле Ла Де"
)
_CAMEL = word_set(
    "wiki web create find make open read write delete user file super micro multi auto max min "
    "get set is has on to my add new no do can in as i e be use if or by at un re pre add up it go web all one my "
    "all not"
)
#: Of those, the ones that begin the names of functions, whatever follows: `isOpen`, `toString`, `onClick`.
_CALLED = word_set("is to on as has do can be if get set")
#: What brands and products are made of.
_BRANDED = word_set(
    "App Apps Auto Axess Balance Bank Base Bit Bio Block Book Books Box Buzz Byte Care Cash Chain Chat Choose "
    "City Cloud Code Coin Collective Cook Crypto Cyber Data Dev Digital Easy Eco Euro Express Face Fair Fast Feed "
    "Find Fin Fire Fit Flash Flow Force Free Fusion Game Gen Geo Get Git Go Gold Golden Green Grid Group Hack "
    "Health Host Hub Insider Kit Lab Labs Land Leaks Library Life Line Link Live Logic Love Mac Mail Map Market "
    "Mart Master Max Media Mega Meta Micro Mind Mini Mix Mobile Net Nova Office Omni Open Pad Pal Pay Pedia Phone "
    "Photo Pix Play Plus Pod Pods Point Port Post Power Press Prime Pro Pub Pulse Quick Rail Rank Red Ride Ruby "
    "Safe Sauced Scan Science Script Share Shop Side Sky Smart Snap Social Soft Solar Sonic Sound Source Space "
    "Speed Spot Star Stack Station Store Stream Studio Sun Super Swift Sync Talk Team Tech Tele Tel Time Trade "
    "Trans Travel Tree Trip True Tube Tunes Turbo Ultra Uni Up Video View Visa Vision Walk Wall Ware Watch Wave "
    "Way We Web Wear Wiki Wind Wire Word Work Workers Works World X Zone Zeitung"
)
#: Words that no identifier or brand begins with.
_FIRM = word_set(
    "the and of that for with from was were said a their his her this which when what who they but our its than "
    "have been"
)
#: Of those, the ones that names of variables begin with: `theImage`.
_OF_VARIABLES = word_set("the a this that his her its their")
#: Those that a sentence can hardly end in, beside those of `NEVER_LAST`.
_LEADING = _FIRM | word_set("after before since near around behind below above across along beside beyond says see")
#: From this Zipf frequency on a capital word behind a small one may well begin a sentence.
_OPENS = 6.0


@lru_cache(maxsize=1)
def _sign() -> re.Pattern[str]:
    """A small letter before a capital; `re` finds it several times faster than `regex`."""
    letters = "".join(chr(code) for block in _BLOCKS for code in range(*block))
    small, large = (
        "".join(regex.findall(pattern, letters)) + "\U00010000-\U0010ffff" for pattern in (r"\p{Ll}", r"\p{Lu}")
    )
    return re.compile(f"[{small}][{large}]")


def _wanted(doc: Document, run: str) -> bool:
    """Whether a run without blanks holds a token whose parts are words."""
    lexicon = words_of(doc)
    return lexicon is not None and any(True for _ in _read(doc, run, (0, len(run)), lexicon))


@checker(scope="line", trigger="@capital-inside", wants=_wanted)
def check(doc: Document, span: Span, *, capitals: bool = False) -> Iterator[Match]:
    """Yield tokens whose parts are words. `capitals`: those that begin with a capital, else the others."""
    lexicon = words_of(doc)
    if lexicon is None:
        return
    for m, parts in _tokens(doc, span, lexicon):
        if m.group()[0].isupper() != capitals:
            continue
        tier = (_of_names if capitals else _of_words)(doc, lexicon, m, parts)
        if tier:
            readings = () if tier == "safe" else _readings(lexicon, parts)
            confidence = 0.97 if tier == "safe" else 0.6
            yield Match(m.start(), m.end(), " ".join(parts), confidence, readings, tier)


def _tokens(doc: Document, span: Span, lexicon: Lexicon) -> list[tuple[Any, list[str]]]:
    """The tokens of a line that are written like several words. Two rules ask for them, one after the other."""
    key = _tokens, span
    found: list[tuple[Any, list[str]]] | None = doc.memo.get(key)
    if found is None:
        places = runs(doc.text, *span, _PLAIN_SIGN if doc.text.isascii() else _sign())
        found = doc.memo[key] = [token for place in places for token in _read(doc, doc.text, place, lexicon)]
    return found


def _read(doc: Document, text: str, place: Span, lexicon: Lexicon) -> Iterator[tuple[Any, list[str]]]:
    """Tokens of a run that are written like several words, with their parts."""
    for m in _TOKEN.finditer(text, *place):
        token = m.group()
        if len(token) > 40 or token in doc.vocabulary or code_like(text, m.start(), m.end()):
            continue
        parts = _words(token, lexicon)
        if parts is not None and _unlisted(token, parts, lexicon):
            yield m, parts


def _words(token: str, lexicon: Lexicon) -> list[str] | None:
    """The parts, each a known word, with unknown ones divided further; None if one can't be read."""
    found: list[str] = []
    pieces = _PARTS.findall(token)
    for part in pieces:
        if len(part) == 1 and part not in "aAI":
            return None
        if lexicon.zipf(part) >= 1.3 and (len(part) > 2 or lexicon.zipf(part) >= 5):
            found.append(part)
            continue
        division = divide(lexicon, part.lower()) if len(part) > 6 else None
        if division is not None and division.rarest >= 3.3 and division.gain >= 2 and part != pieces[-1]:
            found += (part[: len(division.parts[0])], *division.parts[1:])
        elif part == pieces[-1] and _is_name(part, pieces, lexicon):
            found.append(part)
        else:
            return None
    return found if len(found) > 1 else None


def _unlisted(token: str, parts: list[str], lexicon: Lexicon) -> bool:
    """Whether the whole is no word of its own, or just a rare spelling of two common ones."""
    own = lexicon.zipf(token)
    return own < 1.0 or (own < 2.8 and min(lexicon.zipf(p) for p in parts) >= 4.8)


def _is_name(part: str, pieces: list[str], lexicon: Lexicon) -> bool:
    """Whether an unknown last part is a name behind a word of running text or a first name."""
    if len(pieces) != 2 or len(part) < 5 or not part.istitle():
        return False
    if pieces[0] not in _FIRM and lexicon.cost(part) > 1.6 * len(part):
        return False
    return lexicon.zipf(pieces[0]) >= 4.0 and len(pieces[0]) > 2 and pieces[0] not in _CAMEL


def _of_words(doc: Document, lexicon: Lexicon, m: Any, parts: list[str]) -> Any:
    """`theUnited`: a word of running text before a capital."""
    token, first, last = m.group(), parts[0], parts[-1]
    if technical(doc):
        return "unsafe" if first in _FIRM and len(last) > 2 else None
    if occurrences(doc.text, token, m.start()) > 1:
        if first not in _FIRM:
            return None
        if first in _OF_VARIABLES:
            return "unsafe"
    if len(parts) > 2 and len(_PARTS.findall(token)) > 2:
        return "unsafe"
    if first in _CAMEL and lexicon.zipf(first) < 6:
        return None
    strong = lexicon.zipf(first) >= (5.0 if first not in _CAMEL else 6.0)
    if len(last) <= 2 and last not in ("He", "It", "We", "In", "I"):
        return "unsafe" if strong else None
    if not _leads(lexicon, first, last):
        return "unsafe" if strong or lexicon.zipf(first) >= 2.5 else None
    return "safe" if lexicon.zipf(last) >= 1.3 or first in _FIRM else "unsafe"


def _leads(lexicon: Lexicon, first: str, last: str) -> bool:
    """Whether the sentence goes on: in a name, or whatever follows a word that ends none."""
    never = NEVER_LAST.get(lexicon.language, frozenset())
    if lexicon.zipf(last) >= _OPENS:
        return first in never and first not in STRANDED and first != last.lower()
    if first in _CALLED:
        return False
    return first in never or (lexicon.language == "en" and first in _LEADING)


def _readings(lexicon: Lexicon, parts: list[str]) -> tuple[str, ...]:
    """The other way to read the join: with a sentence that ends before the last part."""
    *before, last = parts
    never = NEVER_LAST.get(lexicon.language, frozenset()) - STRANDED
    named = lexicon.language == "de" or (len(before) == 1 and before[0].istitle())  # where a capital says little
    if not last[0].isupper() or before[-1].lower() in never or (named and lexicon.zipf(last) < _OPENS):
        return ()
    return (f"{' '.join(before)}. {last}",)


def _of_names(doc: Document, lexicon: Lexicon, m: Any, parts: list[str]) -> Any:
    """`PerthAirport`: brands and names are written like this too, so the spaced form must be in the text."""
    token = m.group()
    first = _PARTS.findall(token)[0]
    if first in _NAME_PARTS or first.lower() in prefixes(lexicon.language):
        return None
    if occurrences(doc.text, f" {' '.join(parts)}", m.start()):
        # A text that writes it like this twice means it: `NetworkManager` is a package, its name has a blank.
        return "unsafe" if technical(doc) or occurrences(doc.text, token, m.start()) > 1 else "safe"
    if lexicon.language != doc.primary or doc.text[m.start() - 1 : m.start()] == "-":
        return None  # a name in a text of another script, `Elektro-PragaHlinsko`
    pieces = _PARTS.findall(token)
    if len(parts) > len(pieces):
        return "unsafe"  # `UkrainenowadaysIt`
    rarest = min(lexicon.zipf(p) for p in parts)
    if technical(doc) or len(pieces) > 2 or (occurrences(doc.text, token, m.start()) > 1 and rarest < 4.5):
        return None
    if not _BRANDED.isdisjoint(pieces):
        return None
    if lexicon.zipf(parts[0]) >= 5.6 and len(token) > 6 and rarest >= 2:
        return "unsafe"
    shortest = min(map(len, parts))
    return (
        "unsafe"
        if len(token) >= (9 if shortest >= 4 else 99) or (rarest >= 4 and shortest >= 3 and len(token) >= 7)
        else None
    )
