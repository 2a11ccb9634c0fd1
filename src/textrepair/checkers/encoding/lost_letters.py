"""U+FFFD: letters solved from the lexicon, apostrophes from contractions, other marks from their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ...document import Document
from ...lexicon import lexicon
from ...model import Match, Span
from .. import checker
from .lexica import language_of
from .solve import HOLE, contraction, solutions

_TOKEN = re.compile(rf"(?:[^\W\d_]|['’-])*{HOLE}(?:[^\W\d_]|['’-]|{HOLE})*")
_QUOTES = {"de": "„“", "cs": "„“", "fr": "«»", "ru": "«»", "es": "“”", "pl": "„”", "sv": "””", "fi": "””"}
_CLOSES = frozenset(".,!?;:…)]")
_LONGEST = 60


@checker(scope="line", trigger=r"\x{fffd}")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield words, marks and lone places with U+FFFD; without a fix where nothing tells what it was."""
    language = doc.primary if doc.lexicon is not None else language_of(doc.text)
    at = span[0]
    while (found := doc.text.find(HOLE, at, span[1])) >= 0:
        match = _match(doc, span, found, language)
        yield match
        at = max(match.end, found + 1)


def _match(doc: Document, line: Span, found: int, language: str | None) -> Match:
    start, end = _token(doc.text, line, found)
    word = doc.text[start:end]
    if word.strip(HOLE):
        if _among_symbols(doc.text, line, start, end):
            return Match(start, end, None, 0.4)
        return (
            _edge(doc, start, end, language) or _solved(doc.text, start, word, language) or Match(start, end, None, 0.5)
        )
    end = start + len(word)
    mark = _mark(doc.text, start, end, language)
    if mark is None and len(word) == 1:
        solved = solutions(word + HOLE, language) if language and word != HOLE else ()
        return Match(start, end, None, 0.5, tuple(w for _, w in solved))
    return Match(start, end, mark, 0.6)


def _token(text: str, line: Span, found: int) -> Span:
    start = found
    while start > max(line[0], found - _LONGEST) and (text[start - 1].isalpha() or text[start - 1] in "'’-"):
        start -= 1
    m = _TOKEN.match(text, start, min(line[1], found + _LONGEST))
    return m.span() if m else (found, found + 1)


def _capital(text: str, start: int, word: str, language: str) -> bool:
    """Whether a lost first letter was a capital: at the start of a sentence, and in nouns of German."""
    before = text[max(0, start - 3) : start].rstrip(" \t\"'“„«(")
    if not before or before[-1] in ".!?\n":
        return True
    return (
        language == "de"
        and re.search(
            r"(?:ung|ungen|heit|keit|schaft|schaften|ion|ionen|nis|tum|ling|mter|sse|sterreichs?|rzte|gypten)$", word
        )
        is not None
    )


def _among_symbols(text: str, line: Span, start: int, end: int) -> bool:
    """Whether a formula or other damage stands around: what was lost there is no letter."""
    before, after = text[max(line[0], start - 3) : start], text[end : min(line[1], end + 3)]
    around = (before.split()[-1] if before[-1:].strip() else "") + (after.split()[0] if after[:1].strip() else "")
    return re.search(rf"[¢£¤¥¦¨©ª¬®¯°±²³´µ¶·¸¹º¼½¾=+<>∗×·|^\\{HOLE}]", around) is not None


def _solved(text: str, start: int, word: str, language: str | None) -> Match | None:
    """The word with its holes filled; parts between hyphens and apostrophes are words of their own."""
    if language is None:
        return None
    parts, at, wrong = [], 0, []
    for m in re.finditer(rf"(?:[^\W\d_]|{HOLE})+", word):
        parts.append(word[at : m.start()])
        at = m.end()
        best = _best(m.group(), language) if HOLE in m.group() else ((0.0, m.group()),)
        if not best:
            return None
        parts.append(best[0][1])
        wrong += [w for _, w in best[1:4]]
    new = "".join(parts) + word[at:]
    if word.startswith(HOLE) and _capital(text, start, new, language):
        new = new[0].upper() + new[1:]
    return Match(start, start + len(word), new, 0.8 if not wrong else 0.6, tuple(wrong))


def _best(word: str, language: str) -> tuple[tuple[float, str], ...]:
    """Readings of a word: an apostrophe in a contraction beats a letter."""
    left, _, right = word.partition(HOLE)
    if left and right and HOLE not in right and contraction(left, right, language):
        return ((7.0, f"{left}’{right}"), *solutions(word, language))
    for cut in range(len(word)):  # an apostrophe and a letter side by side: s’ériger
        if word[cut : cut + 2] == HOLE * 2 and contraction(word[:cut], word[cut + 1 :], language):
            inner = solutions(word[cut + 1 :], language)
            if inner:
                return tuple((z, f"{word[:cut]}’{w}") for z, w in inner)
    return solutions(word, language)


def _edge(doc: Document, start: int, end: int, language: str | None) -> Match | None:
    """A quotation mark lost at the edge of a word that is whole without it."""
    word = doc.text[start:end]
    core = word.strip(HOLE)
    if HOLE in core or ((word[0] == HOLE) == (word[-1] == HOLE) and len(word) - len(core) != 2):
        return None
    if language is None or not _whole(core, language):
        return None
    opening, closing = _quotes(doc.text, language)
    lead, tail = word[: len(word) - len(word.lstrip(HOLE))], word[len(word.rstrip(HOLE)) :]
    if len(lead) > 1 or len(tail) > 1 or (len(core) < 2 and core not in "AIOÀÉYaàéèyoeuiàвсокуия"):
        return None
    if tail and not lead and not _inside_quote(doc.text, start, opening) and not core.endswith("s"):
        return None
    if tail and not lead and core.endswith("s") and _inside_quote(doc.text, start, opening) is False:
        return Match(start, end, core + "’", 0.5, (core + closing,))
    letter = solutions(word, language) if len(core) > 1 else ()
    if letter and letter[0][0] > 4 and core.islower():
        return None
    return Match(
        start, end, (opening if lead else "") + core + (closing if tail else ""), 0.6, tuple(w for _, w in letter[:2])
    )


def _whole(word: str, language: str) -> bool:
    known = lexicon(language)
    return known is not None and (known.zipf(word) >= 2.5 or (word[:1].isupper() and known.zipf(word) >= 1))


@lru_cache(maxsize=8)
def _quotes(text: str, language: str | None) -> tuple[str, str]:
    """The pair of quotation marks that the text uses."""
    pair = _QUOTES.get(language or "", "“”")
    if pair[0] not in text and pair[1] not in text and text.count('"') >= 2:
        return '"', '"'
    return pair[0], pair[1]


def _inside_quote(text: str, at: int, opening: str) -> bool | None:
    """Whether the last quotation mark before `at` opens; None if there is none in the line."""
    start = max(text.rfind("\n", 0, at) + 1, at - 400)
    before = text[start:at]
    if opening == '"':
        return before.count('"') % 2 == 1
    last = max(before.rfind(opening), before.rfind(HOLE))
    return last > before.rfind("”" if opening == "“" else "“") if last >= 0 else False


def _mark(text: str, start: int, end: int, language: str | None) -> str | None:
    """What stood between blanks, digits and marks."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opening, closing = _quotes(text, language)
    if re.search(r"\d\d$", text[max(0, start - 2) : start]) and re.match(r"\d\d", text[end : end + 2]):
        return "–"
    if language == "fr" and before == after == " " and end - start == 1 and text[start - 2 : start - 1].isalpha():
        return "à" if re.match(r"[a-zà-ÿ\d]", text[end + 1 : end + 2]) else None
    if (
        before == " "
        and after == " "
        and end - start == 1
        and language not in ("ru", "uk", "bg", "el", "ar", "he", "zh", "ja", "ko")
    ):
        return None
    if before in _CLOSES and (not after or after.isspace() or after in _CLOSES) and before:
        return closing if end - start == 1 else None
    if (not before or before.isspace() or before in "([—–") and after.isalpha():
        return opening if end - start == 1 else None
    return None
