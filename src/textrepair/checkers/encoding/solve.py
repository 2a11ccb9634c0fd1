"""Words with holes, solved from the lexicon: which letters beyond ASCII make a word of `informaci?n`."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from ...lexicon import Lexicon, lexicon

HOLE = "\ufffd"
#: Scripts whose vowels are marks, not letters: too much may have been lost there.
_MARKED = re.compile("[\u0590-\u0dff\u0e00-\u10ff\u1780-\u17ff]")
_MOST_HOLES = 4
_MOST_TRIES = 60_000
#: Prefixes that end in an apostrophe, and endings that begin with one.
_BEFORE = {
    "fr": frozenset(
        ["l", "d", "j", "qu", "n", "s", "t", "c", "m", "jusqu", "lorsqu", "puisqu", "quelqu", "aujourd", "presqu"]
    ),
    "it": frozenset(["l", "d", "un", "dell", "all", "nell", "sull", "dall", "quest", "c", "s", "m", "t", "v", "n"]),
    "ca": frozenset(["l", "d", "s", "n", "m", "t"]),
    "en": frozenset(["o"]),
    "ga": frozenset(["d", "b", "m"]),
}
_VOWELS = frozenset("aeiouyhàâäéèêëîïôöûüœæáíóú")
_AFTER = {
    "en": frozenset(["s", "t", "re", "ve", "ll", "d", "m"]),
    "nl": frozenset(["s", "t", "n"]),
    "de": frozenset("s"),
    "tr": frozenset(["da", "de", "in", "nin"]),
}
_COMMON = {
    "de": "äöüßÄÖÜé",
    "en": "éèïöüçñáíóâêôà",
    "fr": "éèàçêùâôîûëïœÉÀÇÊ",
    "es": "áéíóúñüÁÉÍÓÚÑ",
    "pt": "ãáçéíóõêâàúôÁÉÓÍÇ",
    "it": "àèéìòùÈÀ",
}


@lru_cache(maxsize=32)
def alphabet(language: str) -> str:
    """The letters of the language that a lost character may have been, the frequent ones first."""
    known = lexicon(language)
    if known is None:
        return _COMMON.get(language, "")
    counts: dict[str, float] = {}
    for word, zipf in known.words(30_000):
        for char in word:
            if ord(char) > 127 and char.isalpha():
                counts[char] = counts.get(char, 0.0) + 10 ** (zipf - 6)
    total = sum(counts.values())
    if language == "de":  # the word lists write it as `ss`
        counts["ß"] = max(counts.values(), default=1.0) / 2
    return "".join(c for c in sorted(counts, key=lambda c: (-counts[c], c)) if counts[c] > total / 20_000)[:80]


@lru_cache(maxsize=4096)
def solutions(word: str, language: str) -> tuple[tuple[float, str], ...]:
    """Words that fit a word with holes, as (zipf, word), best first. Two holes side by side may be one letter."""
    known = lexicon(language)
    if known is None or _MARKED.search(word):
        return ()
    found: dict[str, float] = {}
    for form in {word, word.replace(HOLE * 2, HOLE)}:
        for zipf, filled in _filled(form, known, alphabet(language)):
            found[filled] = max(zipf, found.get(filled, 0.0))
    return tuple(sorted(((z, w) for w, z in found.items()), key=lambda e: (-e[0], e[1]))[:5])


def _filled(word: str, known: Lexicon, letters: str) -> list[tuple[float, str]]:
    holes = word.count(HOLE)
    if not holes or holes > _MOST_HOLES or holes * 2 > len(word) or (known.language == "en" and len(word) - holes < 3):
        return []
    while len(letters) ** holes > _MOST_TRIES:
        letters = letters[: len(letters) - 1]
    parts = word.split(HOLE)
    upper = word.replace(HOLE, "").isupper() and len(word) > holes + 1
    found = []
    for fill in product(letters, repeat=holes):
        candidate = parts[0] + "".join(f + p for f, p in zip(fill, parts[1:], strict=True))
        zipf = known.zipf(candidate)
        if zipf >= 1.3:
            found.append((zipf, candidate.upper() if upper else candidate))
    return found


def contraction(left: str, right: str, language: str | None) -> bool:
    """Whether an apostrophe between the two makes a word: `don` + `t`, `l` + `installation`."""
    low = left.lower()
    if right.lower() in _AFTER.get(language or "en", ()) and left:
        return right.lower() != "t" or language != "en" or low.endswith("n")
    return low in _BEFORE.get(language or "", ()) and (right[:1] == HOLE or right[:1].lower() in _VOWELS)
