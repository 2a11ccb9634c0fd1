"""Mojibake too doubtful for ftfy, where the lexicon or the rest of the line takes the doubt away: `pi√π`, `Г bien`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ...document import Document
from ...model import Applicability, Match, Span
from .. import checker
from .beyond_ascii import words
from .layers import damage
from .lexica import frequency, lexicon_for

_PAGES = (
    "windows-1252",
    "windows-1251",
    "windows-1250",
    "macroman",
    "cp437",
    "windows-1254",
    "windows-1257",
    "iso8859-2",
    "cp850",
)
_LEADS = {"windows-1252": "Ã", "windows-1251": "Г", "windows-1250": "Ă", "macroman": "√", "cp437": "├"}
_SIGNS = {
    "¿": "es ca gl",
    "¡": "es ca gl",
    "«": "",
    "»": "",
    "°": "",
    "€": "",
    "£": "",
    "–": "",
    "—": "",
    "…": "",
    "’": "",
    "“": "",
    "„": "",
    "‘": "",
    "”": "",
}
_FEW = 2.0
#: Bytes without a character in windows-1252, and leads of UTF-8 after which one of them is missing.
_UNASSIGNED = "\x81\x8d\x8f\x90\x9d"
_DROPPED = re.compile("[ÃÄÅÐÑ](?![\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
#: ftfy's own codecs, which give the unassigned bytes to the C1 controls.
_SLOPPY = {page: f"sloppy-{page}" for page in _PAGES if page.startswith("windows-125")}


_TRIGGER = (
    r"[ÂÃÄÅĂĹÎÐÑØÙ√≈ƒ├┬─┼╨╤][^\x00-\x7f]|[^\x00-\x7f][ÐÑÄÅ]|[a-z][ÃÄÅÐÑ][a-z]|[ГРСВДЕ][\x{80}-\x{bf}Ђ-Џђ-џҐґ\x{2013}-\x{203a}№€™]"
    r"|[ÃГĂ√](?:[ \t\x{a0}]|$)|[а-яА-Я][^\x00-\x7f][a-z]|[a-z][РСГВДЕ√ƒ]|‚Ä|ÔÇ"
)


@checker(scope="line", trigger=_TRIGGER)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield tokens left over by ftfy whose decoding is a word, or an `à` beside damage of the same code page."""
    line = doc.text[span[0] : span[1]]
    repaired = damage(line)
    at, pages = 0, {d.page for d in repaired}
    for start, word in words(line, 0, len(line), glued=True):
        while at < len(repaired) and repaired[at].end <= start:
            at += 1
        if at < len(repaired) and repaired[at].start < start + len(word):
            continue
        match = _word(doc, span[0] + start, word)
        if match:
            pages.add(match.fields["page"])
            yield match
    yield from _grave(doc, span, line, pages, (repaired and {(d.start, d.end) for d in repaired}) or set())


def _grave(doc: Document, span: Span, line: str, pages: set[str], done: set[Span]) -> Iterator[Match]:
    """`à` whose second byte, a no-break space, became a blank."""
    if doc.primary not in (None, "mul", "fr", "it", "pt", "ca"):
        return
    for page, lead in _LEADS.items():
        if page in pages:
            for m in re.finditer(rf"(?<![^\s'’]){lead}(?=[ ])", line):
                if m.span() not in done:
                    yield Match(span[0] + m.start(), span[0] + m.end(), "à", 0.8, fields={"page": page})


def _word(doc: Document, start: int, word: str) -> Match | None:
    for page in _PAGES:
        new = _decoded(word, page)
        for _ in range(2):  # of several layers some may be left
            if new == word or (page == "windows-1251" and _CYRILLIC.search(new) and not _all_decoded(word, new)):
                break
            sure = _is_better(doc, word, new)
            if sure:
                tier: Applicability | None = None if sure == "safe" else "unsafe"
                return Match(start, start + len(word), new, 0.985, (), tier, {"page": page})
            new = _decoded(new, page)
    return _refilled(doc, start, word)


def _refilled(doc: Document, start: int, word: str) -> Match | None:
    """The word with the bytes put back that windows-1252 lacks and a program dropped (`Ñообщили` for `сообщили`)."""
    lexicon = lexicon_for(doc)
    bare = word.rstrip("“”’»")
    holes = len(_DROPPED.findall(bare))
    if lexicon is None or not 0 < holes <= 3 or len(bare) < 4:
        return None
    best = (_FEW, "")
    for fill in product(_UNASSIGNED, repeat=holes):
        octets = iter(fill)
        new = _decoded(_DROPPED.sub(lambda m: m.group() + next(octets), bare), "windows-1252")  # noqa: B023
        if new.isalpha():
            best = max(best, (frequency(lexicon, new), new))
    if not best[1] or best[0] < lexicon.zipf(bare) + 2:
        return None
    tier: Applicability | None = None if best[0] >= 3 else "unsafe"
    return Match(start, start + len(bare), best[1], 0.992, (), tier, {"page": "windows-1252"})


def _all_decoded(old: str, new: str) -> bool:
    """Whether decoding left no Cyrillic letter as it was: a Russian word in quotes looks like damage at its end."""
    return len(_CYRILLIC.findall(old)) >= 2 * len(_CYRILLIC.findall(new)) - 1 and not set(_CYRILLIC.findall(new)) & set(
        _CYRILLIC.findall(old)
    )


def _is_better(doc: Document, old: str, new: str) -> str:
    core = new.strip("".join(_SIGNS))
    lexicon = lexicon_for(doc)
    if lexicon is None or len(core) < 2 or not core.replace("'", "").replace("’", "").replace("-", "").isalpha():
        return ""
    if core.isascii() and not any(c in new for c in "¿¡–—…’“”„‘«»€"):
        return ""
    zipf = frequency(lexicon, core)
    if zipf < _FEW or zipf < lexicon.zipf(old) + 1.5 or lexicon.zipf(old) > 3:
        return ""
    return "safe" if zipf >= 3 or len(core) > 5 else "unsafe"


@lru_cache(maxsize=len(_PAGES))
def _sequence(page: str) -> re.Pattern[str]:
    """What UTF-8 looks like in the page: few words hold any, and all words are asked."""
    chars = {octet: bytes((octet,)).decode(_SLOPPY.get(page, page)) for octet in range(0x80, 0xF5)}
    more, two, three, four = (
        f"[{re.escape(''.join(chars[octet] for octet in octets))}]"
        for octets in (range(0x80, 0xC0), range(0xC2, 0xE0), range(0xE0, 0xF0), range(0xF0, 0xF5))
    )
    return re.compile(f"{two}{more}|{three}{more}{more}|{four}{more}{more}{more}")


def _decoded(word: str, page: str) -> str:
    """The word with its runs of UTF-8 that was read in `page` decoded; other characters stay."""
    return _without_runs(word, page) if _sequence(page).search(word) else word


@lru_cache(maxsize=4096)
def _without_runs(word: str, page: str) -> str:
    octets = [_octet(c, page) for c in word]
    out, at = [], 0
    while at < len(word):
        length = _length(octets[at])
        run = octets[at : at + length]
        if length > 1 and len(run) == length and all(0x80 <= o < 0xC0 for o in run[1:]):
            try:
                out.append(bytes(run).decode("utf-8"))
                at += length
                continue
            except UnicodeDecodeError:
                pass
        out.append(word[at])
        at += 1
    return "".join(out)


def _length(octet: int) -> int:
    """How many bytes the UTF-8 sequence has that begins so; 1 where none does."""
    return 2 if 0xC2 <= octet < 0xE0 else 3 if 0xE0 <= octet < 0xF0 else 4 if 0xF0 <= octet < 0xF5 else 1


@lru_cache(maxsize=4096)
def _octet(char: str, page: str) -> int:
    """The byte that `page` reads as `char`, or 0."""
    try:
        return ord(char) if char.isascii() else char.encode(_SLOPPY.get(page, page))[0]
    except UnicodeEncodeError:
        return 0
