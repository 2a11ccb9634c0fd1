"""Whether a passage is in the language of its text: a record in English may hold a paragraph of Norwegian.

What a rule knows of one language is wrong in another: `det er` is no torn `deter`, `usare` no joined `us are`.
"""

from __future__ import annotations

from ..later import later
from ..lexicon import lexicon
from ..model import Span
from .function_words import FUNCTION_WORDS, VOTES

#: A passage is a line; of a long one so many characters, with some on either side.
_SIZE, _BESIDE = 400, 100
#: Single letters are left out: in letter-spaced text they are none of the words of Czech.
_WORD = later(r"[^\W\d_]{2,}(?:'[^\W\d_]+)*|[^\W\d_]'[^\W\d_]+")
#: Another language has so many times the votes of the text's own, and so many more ...
_TIMES, _MORE = 1.2, 1.0
#: ... or of so many words in small letters not more than half are words of the language that anyone would know.
_FEWEST, _SHARE, _PLAIN = 8, 0.5, 3.0
#: With so many votes it is the text's own language, whatever its other words.
_ENOUGH = 3.0


def passage(text: str, at: int) -> Span:
    """The passage that holds a place: its line, or the part of a long line."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    if end - start <= _SIZE + _BESIDE:
        return start, end
    low = start + (at - start) // _SIZE * _SIZE
    return max(start, low - _BESIDE), min(end, low + _SIZE + _BESIDE)


def foreign(text: str, own: str) -> bool:
    """Whether a passage is in another language than `own`, a primary subtag. No evidence is none."""
    text = text.replace("’", "'")
    mine, best = _votes(set(_WORD.findall(text.lower())), own)
    if own in FUNCTION_WORDS and best > _TIMES * mine + _MORE:
        return True
    if mine >= _ENOUGH:
        return False
    plain = {word for word in _WORD.findall(text) if word.islower()}  # no names, and in German no nouns
    listed = lexicon(own)
    if listed is None or len(plain) < _FEWEST:
        return False
    return sum(listed.zipf(word) >= _PLAIN for word in plain) <= _SHARE * len(plain)


def _votes(words: set[str], own: str) -> tuple[float, float]:
    """What function words say for a language, and for the one of all others for which they say most."""
    votes: dict[str, float] = {}
    for word in sorted(VOTES.keys() & words):  # in one order: the sums must not depend on it
        for language, weight in VOTES[word]:
            votes[language] = votes.get(language, 0.0) + weight
    mine = votes.pop(own, 0.0)
    return mine, max(votes.values(), default=0.0)
