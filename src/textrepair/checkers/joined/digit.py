"""A number run together with a word: `provide100`, `562hommes`, `rose0.86`, `14tanks`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from ...words import word_set
from .. import checker
from .place import code_like, runs, technical, words_of

_WORD_NUMBER = later_regex(
    r"(?<![\w./-])(?P<left>\p{L}{2,})(?P<right>\d+)(?P<rest>(?:[.,]\d+)*(?:st|nd|rd|th)?)(?![\w/]|[.,:]\d|-\d)"
)
_NUMBER_WORD = later_regex(r"(?<![\p{L}\d_/:%-])(?P<left>\d+)(?P<right>\p{Ll}{3,})(?![\w(/]|-\d)")
_NOTE = later_regex(r"(?<![\w.,:/-])(?P<left>\d{1,2})(?P<right>\p{Lu}\p{Ll}{2,})(?= \p{Ll})")
#: Without it there is nothing to find.
_SIGN = re.compile(r"[^\W\d_]\d|\d[^\W\d_]{3}")
_UNITS = word_set(
    "mm cm km kg mg ml hz khz mhz ghz kbit mbit gbit kb mb gb tb kwh mwh gwh twh rpm mph kph fps ppi dpi psi bps "
    "kbps mbps gbps min sec hrs lbs mol mmol nm usd eur gbp gmt utc est pst edt pdt cet bit bits bytes byte nth "
    "ish ers ths somethings pack packs plex fold fach mal jährige jähriger jährigen jähriges er ern ème ième eme "
    "ans million billion trillion miles mile watt volt max plus bhp cal kcal wh kw mw gw hp cc lb oz ft yrs yr yd "
    "tego tym tej temu tych tys mila fache fachen facher faches mals stel ste sten letni letnia letniego krotnie ende "
    "sqm pct pts pm am nd rd st th http https www ftp"
)


_YEAR = later_regex(r"1[5-9]\d\d|20\d\d|[1-3]?\d")
#: Words with the number of a note behind them, and how far from each other these may be.
_NOTED, _AROUND = later_regex(r"(?<![\w./-])\p{Ll}{2,}(\d{2,6})(?![\w./-])"), 2000
#: What is numbered without a blank.
_NUMBERED = word_set(
    "user test item step node file image img fig table line port host client server model mode level version type var "
    "arg group phase case class room team day week page track part unit zone gate slot disk drive core"
)
#: Figures read aloud, by people who type on telephones.
_TYPED = word_set(
    "any1 some1 every1 no1 be4 4ever 4get 4got 4give 4gave 2day 2night 2nite 2morrow 2gether gr8 m8 l8 "
    "l8r h8 w8 f8 str8"
)
_MONTHS = word_set("January February March April June July August September October November December")


def _wanted(doc: Document, run: str) -> bool:
    """Whether a run without blanks holds a number run together with a word, before whatever word."""
    lexicon = words_of(doc)
    return lexicon is not None and any(_judged(doc, f"{run} a", [(0, len(run) + 2)], lexicon))


@checker(scope="line", trigger="@figure-beside", wants=_wanted)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the word with the number, with the blank between them."""
    lexicon = words_of(doc)
    if lexicon is None:
        return
    # What follows is looked at: a blank and a letter.
    places = [(start, min(stop + 2, span[1])) for start, stop in runs(doc.text, *span, _SIGN)]
    for m, tier in _judged(doc, doc.text, places, lexicon):
        if m.group() not in doc.vocabulary and not technical(doc):
            replacement = f"{m['left']} {doc.text[m.start('right') : m.end()]}"
            yield Match(m.start(), m.end(), replacement, 0.96 if tier == "safe" else 0.6, applicability=tier)


def _judged(doc: Document, text: str, places: Sequence[Span], lexicon: Any) -> Iterator[tuple[Any, Any]]:
    """What is found in runs of a text that is prose, and how sure that is."""
    for pattern, judged in ((_WORD_NUMBER, _before), (_NUMBER_WORD, _after), (_NOTE, _noted)):
        for m in (m for place in places for m in pattern.finditer(text, *place)):
            written = code_like(text, m.start(), m.end()) or m[0].lower() in _TYPED
            tier = None if written else judged(doc, lexicon, m)
            if tier:
                yield m, tier


def _before(doc: Document, lexicon: Any, m: Any) -> Any:
    """`desde1975`, `than1,400`: a word that only stands in running text, or a number that is no version."""
    word, number = m["left"], m["right"] + m["rest"]
    if _numbered_on(doc.text, m):
        return None
    zipf = lexicon.zipf(word)
    if word in _NUMBERED:
        return None
    if not word.islower():
        if not word.istitle() or zipf < 4.5 or not _YEAR.fullmatch(number):
            return None
        return "safe" if word in _MONTHS else "unsafe" if len(number) == 4 else None
    long = len(number) > 1
    if zipf >= 5.8 and len(word) > 1:
        return "safe" if long or len(word) > 2 else None
    if zipf < 4.4 or len(word) < 3:
        return "unsafe" if zipf >= 2.5 and _rare(word, number) else None
    return "unsafe" if long and (m["rest"] or len(word) > 3) else None


def _numbered_on(text: str, m: Any) -> bool:
    """Whether notes are numbered like this: `river412`, and near it `shore413`."""
    number = m["right"]
    if len(number) < 2 or m["rest"]:
        return False
    near = {abs(int(n) - int(number)) for n in _NOTED.findall(text, max(0, m.start() - _AROUND), m.end() + _AROUND)}
    return any(0 < away < 10 for away in near)


def _noted(doc: Document, lexicon: Any, m: Any) -> Any:
    """`3The results`: the number of a note before its first word."""
    return "unsafe" if lexicon.zipf(m["right"]) >= 5.9 else None


def _rare(word: str, number: str) -> bool:
    """A word too long for the name of a thing with a number."""
    return len(word) > 6 and len(number) > 1


def _after(doc: Document, lexicon: Any, m: Any) -> Any:
    """`562hommes`: a common word that is no unit."""
    word = m["right"]
    if word in _UNITS or doc.primary in ("cs", "sk", "hu", "fi", "sl"):
        return None  # Czech writes `46letý`
    zipf = lexicon.zipf(word)
    if zipf < (3.3 if len(word) > 4 else 4.3) or (doc.primary == "de" and word.startswith("jähr")):
        return None
    sure = (zipf >= 4.8 and len(word) > 3) or zipf >= 6.2
    return "safe" if sure else "unsafe"
