"""Sentences of one language inside a text of another, both in Latin script, told by function words and letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from ...language.function_words import FUNCTION_WORDS, VOTES
from ...language.guess import sure_of
from ...language.scripts import LETTER_VOTES, LETTERS
from ...model import Match, Span
from ...patterns import widen
from ...patterns.gate import accepted, utf8
from ...words import WORD

#: Lower-case words that tell a language from most others, English above all; the gate for everything here.
MARKERS: dict[str, str] = {
    "en": "the of and with that from their have been this would",
    "de": "und der das nicht mit für auf ist von den dem dass wird eine einen sich auch bei nach wurde aus sind haben "
    "als zum zur vom noch durch über",
    "fr": "les une est dans pour qui du avec sont ses aux cette elle était où ont d'un d'une c'est n'est qu'il",
    "es": "los las una del que por con para fue más está desde sus porque según donde como",
    "it": "il che di della una con sono nel più alla gli del",
    "pt": "não uma dos das um com para foi são em",
    "nl": "het een niet zijn voor op dat wordt naar werd",
    "sv": "och som är inte för",
    "da": "og ikke som af er",
    "pl": "się nie jest że oraz przez",
    "cs": "se že je který jsou byl jako pro",
}
_LATIN = frozenset(FUNCTION_WORDS) - {"ru", "uk", "bg"}
_BREAK = re.compile(r"[.!?…][\"”’)»]*[ \t]+(?=[\"“‘«„¿¡(]*[^\W\d_a-zà-ÿ]|[\"“‘«„¿¡(]*\d)|\n")
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ("‘", "’"))
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“]*“|\"[^\"]*\"")
_REACH = 600
_LONGEST = 40
_FOREIGN, _MOST = 0.6, 12


@lru_cache(maxsize=64)
def markers(host: str, languages: tuple[str, ...]) -> frozenset[str]:
    """Markers of the languages that the host language does not use."""
    own = set(FUNCTION_WORDS[host].split())
    return frozenset(w for x in languages if x != host for w in MARKERS[x].split() if w not in own)


def foreign_sentences(text: str, host: str, languages: tuple[str, ...]) -> Iterator[tuple[Span, str, float]]:
    """Spans of sentences in one of the languages, with the language and how sure that is."""
    places = list(_places(text, markers(host, languages)))
    if not any(at == 0 or text[at - 1].isspace() for at in places):
        return  # none, or only in quotation marks
    done = -1
    for at in places:
        if at < done:
            continue
        start, end = _sentence(text, at)
        done = end
        found = verdict(text[start:end], host)
        if found and found[0] in languages and not _quoted(text, start, end):
            yield (start, end), *found


def _sentence(text: str, at: int) -> Span:
    """The sentence around a place: between two breaks, at most a window to each side."""
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    start = low
    for m in _BREAK.finditer(text, low, at):
        start = m.end()
    after = _BREAK.search(text, at, high)
    end = high if after is None else after.start() + len(after.group().rstrip())
    while start < at and text[start].isspace():
        start += 1
    return start, end


def _quoted(text: str, start: int, end: int) -> bool:
    """Whether the sentence is part of a quotation that opens before it, or with it, and closes after it in the line."""
    line, stop = text.rfind("\n", max(0, start - _REACH), start) + 1, text.find("\n", end, end + _REACH)
    before, inside, after = text[line:start], text[start:end], text[end : stop if stop >= 0 else end + _REACH]
    for opener, closer in _QUOTES:
        if before.rfind(opener) > before.rfind(closer) or inside[:1] == opener:
            return closer in (inside[1:] + after)
    straight = before.count('"') % 2 == 1 or inside[:1] == '"'
    return straight and '"' in inside[1:] + after


@lru_cache(maxsize=4096)
def verdict(sentence: str, host: str) -> tuple[str, float] | None:
    """The other language that the sentence is in, or None if it may be in the host's or is too short to say."""
    sentence = _QUOTATION.sub(" ", sentence)
    words = WORD.findall(sentence.lower().replace("\u2019", "'"))
    if len(words) < 4:
        return None
    votes: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for word in set(words):
        for language, weight in VOTES.get(word, ()):
            votes[language] += weight  # type: ignore[assignment]
            hits[language] += 1
    for letter in LETTERS.findall(sentence.lower()):
        for language, weight in LETTER_VOTES[letter]:
            votes[language] += weight * 0.3  # type: ignore[assignment]
    best = max((x for x in votes if x != host and x in _LATIN), key=lambda x: (votes[x], x), default=None)
    if best is None or hits[best] < 2:
        return None
    return _judged(sentence, len(words), votes[best], hits[best], votes[host], hits[host], best, host)


def _judged(
    sentence: str, words: int, votes: float, hits: int, own: float, own_hits: int, best: str, host: str
) -> tuple[str, float] | None:
    if votes >= 2 and votes > 3 * own and hits >= 0.2 * words and own_hits <= 0.2 * words:
        return best, 0.95
    if votes >= 0.9 and votes > 2 * own and len(sentence) >= 30:
        language = sure_of(" ".join(sentence.split()), among=_LATIN - {host})
        if language is not None:
            return language, 0.85
    return None


def _places(text: str, words: frozenset[str]) -> Iterator[int]:
    """Where one of the words stands by itself, quotation marks before it or not."""
    finder, wider = _finder(words)
    if finder.match(" " + text[:_LONGEST]):
        yield 0
    if wider is None:
        yield from (m.start() + 1 for m in finder.finditer(text))
        return
    raw, at, place = utf8(text), 0, 0
    while hit := wider.search(raw, at):
        place += len(raw[at : hit.start()].decode())
        at = hit.start()
        m = finder.match(text, place)
        behind = m.end() if m else place + 1
        if m:
            yield place + 1
        at, place = at + len(utf8(text[place:behind])), behind


@lru_cache(maxsize=64)
def _finder(words: frozenset[str]) -> tuple[re.Pattern[str], Any]:
    """What finds the words, and what finds them faster, and may find more."""
    # `re` is quick to find the first of a few characters, and slow to look around everywhere or to try a hundred words.
    grouped = (f"{letter}(?:{'|'.join(w[1:] for w in some)})" for letter, some in groupby(sorted(words), itemgetter(0)))
    pattern = rf"[\s(\"“‘«„'’](?:{'|'.join(grouped)})(?=\s|$)"
    wider = widen(pattern).re2
    return re.compile(pattern, re.MULTILINE), accepted(wider) if wider else None


def matches(text: str, host: str, languages: tuple[str, ...]) -> Iterator[Match]:
    """The sentences as matches; a text all in the other language is one, and one half in it is bilingual: none."""
    found = list(_joined(text, host, languages))
    if not found:
        return
    if sum(m.end - m.start for m in found) > _FOREIGN * len(text):
        yield replace(found[0], end=found[-1].end)
    elif len(found) <= _MOST:
        yield from found


def _joined(text: str, host: str, languages: tuple[str, ...]) -> Iterator[Match]:
    """The sentences, neighbours in the same language joined."""
    last: tuple[int, int, str, float] | None = None
    for (start, end), language, confidence in foreign_sentences(text, host, languages):
        if last and last[2] == language and not text[last[1] : start].strip() and start - last[1] < 4:
            last = (last[0], end, language, max(confidence, last[3]))
            continue
        if last:
            yield _match(last)
        last = (start, end, language, confidence)
    if last:
        yield _match(last)


def _match(found: tuple[int, int, str, float]) -> Match:
    return Match(found[0], found[1], confidence=found[3], fields={"language": found[2]})
