"""The language of plain prose at a glance: by words that only one language has, and by letters of the East."""

from __future__ import annotations

from functools import lru_cache

from ..later import later
from .function_words import FUNCTION_WORDS, VOTES
from .scripts import OTHER

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


def glance(sample: str) -> str | None:
    """The language if some hundred characters leave no doubt, or None."""
    foreign = not sample.isascii() and OTHER.search(sample) is not None
    lower = sample.lower()
    words = lower.split()
    found = _WORDS.intersection(words)
    if len(found) < _LEAST:
        return _eastern(sample) if foreign else None
    languages = [*map(_OF_ONE.__getitem__, found)]
    best = languages[0]
    count = languages.count(best)
    if count < len(languages):
        best = max(sorted(set(languages)), key=languages.count)
        count = languages.count(best)
    if count < _TIMES * (len(found) - count) or foreign != (best in _NEVER):
        return None
    own = len(_all_of(best).intersection(words))
    if own < _ENOUGH or own < _SHARE * len(words) or (foreign and _NEVER[best].search(lower)):
        return None
    return best


@lru_cache
def _all_of(language: str) -> frozenset[str]:
    """The function words of a language."""
    return frozenset(FUNCTION_WORDS[language].split())


def _eastern(text: str) -> str | None:
    """Chinese or Japanese, where nearly all of a text is written in their letters."""
    other = len(_EASTERN.sub("", text))
    east = len(text) - other
    if 2 * east < _LETTERS or 2 * east < 0.85 * (2 * east + other):
        return None
    kana = east - len(_KANA.sub("", text)) + other
    return "ja" if kana > 0.15 * east else "zh"
