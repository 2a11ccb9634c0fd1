"""The language of plain prose at a glance: by words that only one language has, and by letters of the East."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .. import kernel
from ..later import later
from .function_words import FUNCTION_WORDS, VOTES, function_words
from .scripts import OTHER

if TYPE_CHECKING:
    from ..kernel._kernel import Glance

_NAMES = list(FUNCTION_WORDS)
#: Words of one language alone, with the language.
_OF_ONE = {word: pairs[0][0] for word, pairs in VOTES.items() if len(pairs) == 1}
_WORDS = frozenset(_OF_ONE)
#: So many different words that no other language has, and so many times as many as of all others ...
_LEAST, _TIMES = 3, 5
#: ... with so many words of the language in all, and this share of the sample, leave no doubt.
_ENOUGH, _SHARE = 6, 0.18
#: Letters that a text in one of these does not have, though its neighbours do.
_NEVER = {
    "ru": later("[іїєґўјљњћђѓќѕқғәңөүұӣҳҷ]"),
    "uk": later("[ыэёъўјљњћђѓќѕқғәңөүұӣҳҷ]"),
    "bg": later("[ыэёіїєґўјљњћђѓќѕқғәңөүұӣҳҷ]"),
}
_EASTERN = later("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_KANA = later("[\u3040-\u30ff]+")
_LETTERS = 60
#: Characters of a sample, and the pieces that make it up.
SIZE, _PIECES = 400, 5


#: Words in all; different ones of one language alone; the language with most of these; how many it has of them, and of
#: all its words.
_Counts = tuple[int, int, str, int, int]


def glance(text: str) -> str | None:
    """The language if some hundred characters of the text leave no doubt, or None."""
    native = _native()
    found = native.look_into(text) if native else None
    if found:  # Western letters only
        words, alone, best, count, own = found
        return _decided(words, alone, _NAMES[best], count, own)
    short = sampled(text, SIZE)
    foreign = not short.isascii() and OTHER.search(short) is not None
    lower = short.lower()
    counts = _counted(lower)
    if counts[1] < _LEAST:
        return _eastern(short) if foreign else None
    return _decided(*counts, lower if foreign else "")


def sampled(text: str, size: int) -> str:
    """The whole of a short text; of a long one pieces from its beginning to its end."""
    if len(text) <= size + size // 2:
        return text
    piece, step = size // _PIECES, (len(text) - size // _PIECES) // (_PIECES - 1)
    return " ".join([text[at : at + piece] for at in range(0, _PIECES * step, step)])


def _decided(words: int, alone: int, best: str, count: int, own: int, foreign: str = "") -> str | None:
    """The language if so many words leave no doubt. `foreign`: the sample if there are other letters than Latin."""
    if alone < _LEAST or count < _TIMES * (alone - count) or bool(foreign) != (best in _NEVER):
        return None
    if own < _ENOUGH or own < _SHARE * words or (foreign and _NEVER[best].search(foreign)):
        return None
    return best


def _counted(lower: str) -> _Counts:
    native = _native()
    if native is not None:
        try:
            words, alone, best, count, own = native.look(lower)
            return words, alone, _NAMES[best], count, own
        except UnicodeEncodeError:  # a lone surrogate
            pass
    return counted(lower)


def counted(lower: str) -> _Counts:
    """The same without the kernel."""
    words = lower.split()
    found = _WORDS.intersection(words)
    languages = [*map(_OF_ONE.__getitem__, found)]
    best = max(sorted({*languages, _NAMES[0]}, key=_NAMES.index), key=languages.count)
    return len(words), len(found), best, languages.count(best), len(function_words(best).intersection(words))


@lru_cache
def _native() -> Glance | None:
    return kernel.glance({word: sum(1 << _NAMES.index(name) for name, _ in pairs) for word, pairs in VOTES.items()})


def _eastern(text: str) -> str | None:
    """Chinese or Japanese, where nearly all of a text is written in their letters."""
    other = len(_EASTERN.sub("", text))
    east = len(text) - other
    if 2 * east < _LETTERS or 2 * east < 0.85 * (2 * east + other):
        return None
    kana = east - len(_KANA.sub("", text)) + other
    return "ja" if kana > 0.15 * east else "zh"
