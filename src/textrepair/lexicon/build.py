"""The word list of a language, from wordfreq, without the run-together and torn words that it took from the web.

wordfreq lists `ofthe` and `infact`, `conside` and `tead`. An entry that two common words explain far better than it
stands for itself is left out, and so is one that begins or ends a word hundreds of times as frequent: or else every
join and every half of a word would look like a word.
"""

from __future__ import annotations

from itertools import takewhile

from ..later import later
from .source import steps

#: How much likelier (log10) the chance meeting of the two words must be than the entry. On English prose all entries
#: above 2.0 but a handful are joins; below 1.6 most are words.
_JOINED = 1.9
_PART = 4.2
#: An entry as frequent as this is a word, whatever it may be made of.
_RARER = 3.6
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
    "en": later(
        r"(?:there|here|where)(?:to|of|in|at|by|on|for|from|with|upon|unto|after|as|abouts?|fore|under|into)"
        r"|init|howto|outgo|mailto|sizeof|foreach|ingrowing|anew|afar|atone|inset|also|into|onto|unto|upon|within|"
        r"without|therefor|whatnot|wherewithal|albeit|asunder|amen|amass|assist|outa|outta|lotta|kinda|sorta|hella|herein|hereto|insole|forego|forgo"
    )
}


def frequencies(language: str) -> dict[str, float]:
    """Zipf frequencies of the words, most frequent first; empty for a language without a list."""
    zipfs: dict[str, float] = {}
    for step, words in enumerate(steps(language)):
        zipfs.update(dict.fromkeys(_plain(words), round(9 - step / 100, 2)))
    if language not in _UNSPACED:
        for word in _joins(zipfs, language) | _pieces(zipfs):
            del zipfs[word]
    return zipfs


def _plain(words: list[str]) -> list[str]:
    """The words sorted, without those that the stored tables have no way to write."""
    together = "".join(words)
    if "\n" in together or "\0" in together:
        words = [w for w in words if "\n" not in w and "\0" not in w]
    return sorted(words)


def _joins(zipfs: dict[str, float], language: str) -> set[str]:
    """Entries that are far likelier to be two common words: tried are all pairs of words that are common enough."""
    letters = LETTERS.get(language, "")
    common = takewhile(lambda entry: entry[1] >= _PART, zipfs.items())
    parts = [(w, z) for w, z in common if w.isalpha() and (len(w) > 1 or w in letters)]
    words = _WORDS.get(language)
    least = min(zipfs.values(), default=0.0) + 9 + _JOINED
    found = set()
    for left, one in parts:
        for right, other in parts:
            if one + other <= least:
                break  # as are all that follow: they are rarer
            zipf = zipfs.get(left + right, 9.0)
            if zipf <= _RARER and one + other > zipf + 9 + _JOINED and not (words and words.fullmatch(left + right)):
                found.add(left + right)
    return found


def _pieces(zipfs: dict[str, float]) -> set[str]:
    found = set()
    for word, zipf in takewhile(lambda entry: entry[1] >= _WHOLE, zipfs.items()):
        if not word.isalpha():
            continue
        for cut in range(3, len(word)):
            for piece in (word[:cut], word[-cut:]):
                rare = zipfs.get(piece, 9.0)
                if rare <= _RARE and rare + _TIMES <= zipf:
                    found.add(piece)
    return found
