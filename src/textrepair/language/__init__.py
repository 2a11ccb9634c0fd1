"""What language a record is in, when nobody said: by script first, then by its function words and rare letters.

The answer must be cheap for every record and never wrong with confidence: a text with too little evidence has no
language, and rules that need one stay off. A glance decides plain prose, a small sample most of the rest; what is
left gets a longer look without its markup.
"""

from __future__ import annotations

from collections import Counter
from operator import itemgetter

from ..later import later
from .function_words import VOTES
from .glance import SIZE, glance, sampled
from .guess import guess
from .scripts import LETTER_VOTES, LETTERS, OTHER, arabic, cyrillic, weights

_LONGER = 3000
_WORD_OF = r"{0}(?:(?:\.{0})+\b|{0}*(?:'{0}+)?)".format
#: Words in small letters, and initials in one piece: the `u` and `s` of `U.S.` are prepositions of Czech.
_WORD = later(_WORD_OF(r"[^\W\d_]"))
#: The same for a text that has no other letters, in half the time.
_WESTERN_WORD = later(_WORD_OF("[a-z\xaa\xb2\xb3\xb5\xb9\xba\xbc-\xbe\xdf-\xf6\xf8-\xff]"))
_NOT_WESTERN = later("[^\x00-\xbf\xd7\xdf-\xff\u2000-\u206f]")
#: Every branch begins with a literal, so that `re` skips over text that has none of them.
_MARKUP = later(
    r"```[^`]*```|`[^`\n]*`|<[^<>\n]{1,300}>|http[^\s<>\")]+|@[\w./-]+|#[\w./-]+|&[#\w]{1,8};|www\.\S+|/[\w./-]+|_\w+|\(\)"
)
#: Letters with a blank between each: single letters are words of some languages, but not three in a row.
_LETTER_SPACED = later(r"(?<![^\s(])[^\W\d_](?: [^\W\d_]){2,}(?![^\s.,;:!?)])")
#: The last two of them, which few texts have: `re` skips from blank to blank.
_LONE = later(r" [^\W\d_] [^\W\d_](?![^\s.,;:!?)])")
#: A text in one of these with much code, many names and quotations in Latin script is still a text in it.
_ENOUGH = 0.3
#: But one or two foreign lines may weigh as much as a short text around them.
_MOST = 0.6
#: Pairs so alike that the one with more votes may win by little.
_SIBLINGS = frozenset((frozenset(("da", "nb")), frozenset(("cs", "sk"))))


def detect(text: str) -> str | None:
    """The primary subtag of the text's language, or None where the evidence is thin. Looks at a sample only."""
    found = glance(text)
    if found:
        return found
    short = _closed_up(sampled(text, SIZE))
    found = _alone(short) if OTHER.search(short) else _by_words(short, sure=True)
    if found:
        return found
    return _look(_closed_up(_MARKUP.sub(" ", sampled(text, _LONGER))))


def _closed_up(sample: str) -> str:
    """The sample with letter-spaced words closed up: `w i t h` has four words of one letter, but not of Czech."""
    if _LONE.search(sample) is None:
        return sample
    return _LETTER_SPACED.sub(lambda m: m.group().replace(" ", ""), sample)


def _alone(sample: str) -> str | None:
    """The language of a sample in which one script, not Latin, has next to no other beside it."""
    counts = weights(sample)
    total = sum(counts.values())
    if total < 60:
        return None
    east = counts["Han"] + counts["kana"]
    if east > 0.85 * total:
        return _eastern(counts)
    best, count = counts.most_common(1)[0]
    if best in ("Latn", "Han", "kana") or count < 0.85 * total:
        return None
    return cyrillic(sample) if best == "Cyrl" else _other(best, sample)


def _eastern(counts: Counter[str]) -> str:
    return "ja" if counts["kana"] > 0.15 * (counts["Han"] + counts["kana"]) else "zh"


def _look(sample: str) -> str | None:
    if not OTHER.search(sample):
        return _by_words(sample) or _icelandic(sample) or guess(sample)
    counts = weights(sample)
    total = sum(counts.values())
    if total < 4:
        return None
    enough = _ENOUGH if _spread(sample) else _MOST
    east = counts["Han"] + counts["kana"]
    if east > enough * total:
        return _eastern(counts)
    best = max((n for n in counts if n not in ("Latn", "Han", "kana")), key=lambda n: counts[n], default="")
    if best and counts[best] > enough * total:
        return _other(best, sample)
    return _by_words(sample) or guess(OTHER.sub(" ", sample))


def _icelandic(sample: str) -> str | None:
    """Icelandic by the two letters that no other living language has both of: what guesses by statistics is slow."""
    eth, thorn = sample.count("ð"), sample.count("þ")
    if not (eth and thorn) or eth + thorn < 0.01 * len(sample):
        return None
    # Russian that was decoded wrongly has nothing but such letters.
    return "is" if len(sample.encode("ascii", "ignore")) > 0.7 * len(sample) else None


def _spread(sample: str) -> bool:
    """Whether letters of other scripts stand all over the text, not just in one line or two of several."""
    lines = [line for line in sample.split("\n") if line.strip()]
    foreign = sum(1 for line in lines if OTHER.search(line))
    return foreign > 3 or foreign >= 0.8 * len(lines)


def _other(script: str, sample: str) -> str | None:
    if script == "Arab":
        return arabic(sample)
    if script != "Cyrl":
        return script
    return cyrillic(sample) or _by_words(sample, cyrillic_only=True) or guess(sample, ("ru", "uk", "bg"))


def _by_words(sample: str, *, sure: bool = False, cyrillic_only: bool = False) -> str | None:
    """The language whose function words and letters the sample holds; `sure`: only where there is no second one."""
    lower = sample.lower()
    words = (_WORD if _NOT_WESTERN.search(lower) else _WESTERN_WORD).findall(lower.replace("\u2019", "'"))
    votes: dict[str, float] = {}
    known = [word for word in words if word in VOTES]
    for word, times in Counter(known).items():
        for language, weight in VOTES[word]:
            votes[language] = votes.get(language, 0.0) + weight * times
    if not sample.isascii():
        for letter, times in Counter(LETTERS.findall(lower)).items():
            for language, weight in LETTER_VOTES[letter]:
                votes[language] = votes.get(language, 0.0) + weight * 0.6 * times
    return _winner(votes, len(known), len(words), sure, cyrillic_only)


def _winner(votes: dict[str, float], hits: int, words: int, sure: bool, cyrillic_only: bool) -> str | None:
    ranked = sorted(votes.items(), key=itemgetter(1), reverse=True)[:3]
    if not ranked or hits < 2:
        return None
    best, count = ranked[0]
    second = next((n for name, n in ranked[1:] if frozenset((name, best)) not in _SIBLINGS), 0)
    if hits < 3 and words < 8 and best != "en":
        return None  # `San Juan de los Lagos` may stand in any text
    if cyrillic_only and best not in ("ru", "uk", "bg"):
        return None
    if sure:
        return best if count >= 6 and count > 2.5 * second and hits > 0.2 * words else None
    return best if count >= 1.2 and hits > 0.1 * words and count > 1.25 * second else None
