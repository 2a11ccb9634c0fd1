"""A few words of another language in Latin script inside a sentence: `the council hat gestern beschlossen to wait`.

The lexicon of the text's language makes the suspects, letter statistics name the language, and its lexicon has the last
word: of a run of words each must be one of that language, and more so than of the text's.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...document import Document
from ...language.function_words import FUNCTION_WORDS
from ...language.guess import sure_of
from ...lexicon import Lexicon
from ...lexicon import lexicon as lexicon_of
from ...memo import Memo
from ...model import Match, Span
from ...words import WORD, word_set, word_start
from .. import checker
from .sentences import MARKERS

_LEAST, _NEAR, _REACH = 4, 50, 160
#: The share of own function words in so many characters from which on they are of the text's language.
_HOST, _BLOCK = 0.05, 400
#: Words of a run: at least so many in all, and of them so many in lower case that are strange to the text's language.
_RUN, _STRANGE = 3, 2
#: Lists of words hold the frequent words of other languages too, as rare ones.
_RARE = 3.0
_GAP = re.compile(r"[ \u00a0]|, ")
_LATIN = re.compile(r"[a-zà-öø-ÿāăąćčďđēėęěğģīįıļłńņňőœřśşšţťūůűźżž]+")
#: Marks around words that are quoted, spoken of, a term, or code.
_SET_OFF = frozenset("\"“”„«»‘’'()[]*_`/<>|=#@{}\\")
_YEAR = re.compile(r"[ ,]{1,2}\(?(?:1[5-9]|20)\d\d\b")
_SPOKEN_OF = word_set(
    "word words term terms phrase called named titled entitled motto means meaning aka dubbed mot terme appelé palabra "
    "término llamado llamada expression expresión so-called italian german french spanish latin portuguese dutch "
    "polish czech genus species family"
)


def _suspect(lexicon: Lexicon, word: str) -> bool:
    """Whether an unknown word may be one of another language."""
    return len(word) >= _LEAST and _LATIN.fullmatch(word) is not None


def _in_company(doc: Document, span: Span) -> bool:
    """Whether there may be a run of words, another strange one among them: a quick answer for most unknown words."""
    text, host = doc.text, doc.lexicon
    if host is None:
        return False
    before = text[max(0, span[0] - _NEAR) : span[0]].rsplit(" ", 3)[::-1]
    behind = text[span[1] : span[1] + _NEAR].split(" ", 3)
    if not any(map(_strange(host).__getitem__, before[1:3] + behind[1:3])):
        return False
    return _room(before, host) + _room(behind, host) >= _RUN - 1


def _room(pieces: Sequence[str], host: Lexicon) -> int:
    """How many words on one side may be of the run, two at most. Between blanks; the first piece touches the word."""
    if pieces[0] not in ("", ",") and "\u00a0" not in pieces[0]:
        return 0
    for number, piece in enumerate(pieces[1:-1][:2]):  # the last piece may be cut off
        if _common(host)[piece]:
            return number
    return 2


@checker(scope="word", trigger="@unknown-word", when=_suspect, beside=_in_company)
def check(doc: Document, span: Span, *, common: float = 2.5) -> Iterator[Match]:
    """The run of words around an unknown one, if all are of one other language. Told at its first unknown word.

    `common`: how frequent, as Zipf frequency, each of the words must be in the other language.
    """
    host = doc.lexicon
    if host is None or not _in_company(doc, span) or not _in_host_text(doc, span):
        return
    words = _around(doc, host, span)
    if len(words) < _RUN or sum(_is_strange(doc.text, host, w) for w in words) < _STRANGE:
        return
    language = sure_of(doc.text[words[0][0] : words[-1][1]], 0.9, _others(doc.primary))
    if language is None:
        return
    own = lexicon_of(language)
    if own is None:
        return
    run = _of_language(doc.text, host, own, words, span, common)
    strange = [w for w in run if _is_strange(doc.text, host, w)]
    first = next((w for w in strange if not doc.knows(doc.text[slice(*w)])), None)
    if len(run) >= _RUN and len(strange) >= _STRANGE and first == span and not _set_off(doc.text, run):
        yield Match(run[0][0], run[-1][1], confidence=0.7, fields={"language": language})


@lru_cache(maxsize=16)
def _others(language: str | None) -> frozenset[str]:
    """The languages that are told apart, but this one."""
    return frozenset(MARKERS) - {language}


def _in_host_text(doc: Document, span: Span) -> bool:
    """Whether function words of the text's language are around: sentences in another are not for this rule."""
    block = span[0] // _BLOCK
    key = _in_host_text, block
    found: bool | None = doc.memo.get(key)
    if found is None:
        words = doc.text[max(0, block * _BLOCK - _REACH) : (block + 1) * _BLOCK + _REACH].lower().split()
        own = _own_words(doc.primary or "")
        found = doc.memo[key] = sum(map(own.__contains__, words)) >= _HOST * len(words)
    return found


@lru_cache(maxsize=16)
def _own_words(language: str) -> frozenset[str]:
    """Function words of the language that are none of the others'."""
    own = set(FUNCTION_WORDS.get(language, "").split())
    return frozenset(own.difference(*(words.split() for name, words in FUNCTION_WORDS.items() if name != language)))


@lru_cache(maxsize=16)
def _strange(host: Lexicon) -> Memo[bool]:
    """Whether a word, as it stands between two blanks, is strange to the language."""
    return Memo(lambda word: len(word) >= _LEAST and bool(_LATIN.fullmatch(word)) and host.zipf(word) < _RARE)


@lru_cache(maxsize=16)
def _common(host: Lexicon) -> Memo[bool]:
    """Whether a piece between two blanks is a word, and too common for a run."""
    return Memo(lambda piece: piece.isalpha() and not _is_odd(host, piece))


def _is_strange(text: str, host: Lexicon, word: Span) -> bool:
    return _strange(host)[text[slice(*word)]]


def _around(doc: Document, host: Lexicon, span: Span) -> list[Span]:
    """The words on either side, as far as only blanks part them and none is too common in the text's language."""
    text, low, high = doc.text, max(0, span[0] - _REACH), min(len(doc.text), span[1] + _REACH)
    own = WORD.match(text, span[0], high)
    if own is None or own.span() != span or word_start(text, span[1], low) != span[0]:
        return []
    words = deque((span,))
    while (word := _before(text, words[0][0], low)) and _odd(text, host, word):
        words.appendleft(word)
    while (word := _behind(text, words[-1][1], high)) and _odd(text, host, word):
        words.append(word)
    return list(words)


def _before(text: str, at: int, low: int) -> Span | None:
    """The word before a place, if only a gap parts them."""
    end = at - 1 if text[at - 2 : at] != ", " else at - 2
    if end < low or not _GAP.fullmatch(text, end, at):
        return None
    start = word_start(text, end, low)
    return (start, end) if start < end else None


def _behind(text: str, at: int, high: int) -> Span | None:
    """The word behind a place, if only a gap parts them."""
    gap = _GAP.match(text, at, high)
    word = gap and WORD.match(text, gap.end(), high)
    return word.span() if word else None


def _odd(text: str, host: Lexicon, word: Span) -> bool:
    return _is_odd(host, text[slice(*word)])


def _is_odd(host: Lexicon, word: str) -> bool:
    """Whether the word may be of another language: short ones are in every list."""
    return host.zipf(word) < (5.5 if len(word) <= 3 else 4.2)


def _of_language(text: str, host: Lexicon, own: Lexicon, words: list[Span], span: Span, common: float) -> list[Span]:
    """The part of the run around `span` in which all words are of the other language."""

    def fits(word: Span) -> bool:
        found = own.zipf(text[slice(*word)])
        return found >= common and found > host.zipf(text[slice(*word)]) + 0.5

    first = last = words.index(span)
    if not fits(span):
        return []
    while first and fits(words[first - 1]):
        first -= 1
    while last + 1 < len(words) and fits(words[last + 1]):
        last += 1
    return words[first : last + 1]


def _set_off(text: str, run: list[Span]) -> bool:
    """Whether the words are quoted, spoken of, or a title with its year."""
    start, end = run[0][0], run[-1][1]
    line = text.rfind("\n", max(0, start - 400), start) + 1
    before, after = text[line:start], text[end : end + 2]
    if not _SET_OFF.isdisjoint(before[-1:] + after[:1]) or _YEAR.match(text, end):
        return True
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    said = WORD.findall(before[-40:].lower())
    return not _SPOKEN_OF.isdisjoint(said[-3:])
