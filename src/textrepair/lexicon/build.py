"""The word list of a language, from wordfreq, without the run-together and torn words that it took from the web.

wordfreq lists `ofthe` and `infact`, `conside` and `tead`. An entry that two common words explain far better than it
stands for itself is left out, and so is one that begins or ends a word hundreds of times as frequent: or else every
join and every half of a word would look like a word.
"""

from __future__ import annotations

import math
import re

#: How much likelier (log10) the chance meeting of the two words must be than the entry. On English prose all entries
#: above 2.0 but a handful are joins; below 1.6 most are words.
_JOINED = 1.9
_PART = 4.2
#: An entry this rare is a piece if a word that begins or ends with it is so much (log10) more frequent. In edited
#: English one token in ten thousand is such an entry, most of them names of program code.
_RARE, _TIMES = 2.4, 2.7
_WHOLE = 4.0
_UNSPACED = frozenset(("zh", "ja", "ko"))
#: Words of one letter.
LETTERS = {
    "en": "ai",
    "fr": "aày",
    "es": "yaeou",
    "it": "eèao",
    "pt": "eoaàé",
    "cs": "aiokuvsz",
    "pl": "aiowuz",
    "ru": "аивкосуя",
    "uk": "аійвзоу",
    "ca": "aio",
}
#: Words of English that look like joins.
_WORDS = {
    "en": re.compile(
        r"(?:there|here|where)(?:to|of|in|at|by|on|for|from|with|upon|unto|after|as|abouts?|fore|under|into)"
        r"|init|howto|outgo|mailto|sizeof|foreach|ingrowing|anew|afar|atone|inset|also|into|onto|unto|upon|within|"
        r"without|therefor|whatnot|wherewithal|albeit|asunder|amen|amass|assist|outa|outta|lotta|kinda|sorta|hella|herein|hereto|insole|forego|forgo"
    )
}


def frequencies(language: str) -> dict[str, float]:
    """Zipf frequencies of the words, most frequent first; empty for a language without a list."""
    zipfs: dict[str, float] = {}
    for frequency, words in _by_frequency(_raw(language)):
        zipf = round(math.log10(frequency) + 9, 2)
        zipfs.update((w, zipf) for w in sorted(words) if "\n" not in w and "\0" not in w)
    broken = set() if language in _UNSPACED else _joins(zipfs, language) | _pieces(zipfs)
    return {word: zipf for word, zipf in zipfs.items() if word not in broken}


def _by_frequency(raw: dict[str, float]) -> list[tuple[float, list[str]]]:
    """The words of each frequency, the most frequent first: there are a few hundred steps."""
    steps: dict[float, list[str]] = {}
    for word, frequency in raw.items():
        steps.setdefault(frequency, []).append(word)
    return sorted(((frequency, words) for frequency, words in steps.items() if frequency > 0), reverse=True)


def _raw(language: str) -> dict[str, float]:
    import wordfreq

    # Asked for a language that it has not, wordfreq answers with one that it thinks near: English for Icelandic.
    for size in ("large", "small"):
        if language in wordfreq.available_languages(size):
            return dict(wordfreq.get_frequency_dict(language, size))
    return {}


def _joins(zipfs: dict[str, float], language: str) -> set[str]:
    from .vectors import compounds

    letters = LETTERS.get(language, "")
    common = {w: z for w, z in zipfs.items() if z >= _PART and w.isalpha() and (len(w) > 1 or w in letters)}
    words = _WORDS.get(language)
    rare = [w for w, z in zipfs.items() if z <= 3.6 and w.isalpha()]
    found = set()
    for word in compounds(rare, common):
        if words and words.fullmatch(word):
            continue
        limit = zipfs[word] + 9 + _JOINED
        for cut in range(1, len(word)):
            left = common.get(word[:cut])
            if left and left + common.get(word[cut:], -9.0) > limit:
                found.add(word)
                break
    return found


def _pieces(zipfs: dict[str, float]) -> set[str]:
    rare = {w for w, z in zipfs.items() if z <= _RARE and len(w) > 2}
    found = set()
    for word, zipf in zipfs.items():
        if zipf < _WHOLE or not word.isalpha():
            continue
        for cut in range(3, len(word)):
            for piece in (word[:cut], word[-cut:]):
                if piece in rare and zipfs[piece] + _TIMES <= zipf:
                    found.add(piece)
    return found
