"""Scripts: how much of a text stands in which, and what a script or its rare letters say about the language."""

from __future__ import annotations

import re
from collections import Counter

from ..later import later
from ..memo import Memo

#: Any letter that is not Latin. Most Latin texts have none, and need no counting.
OTHER = later(r"[\u0370-\u1dff\u2e80-\u2fdf\u3040-\ua7ff\uaa00-\uabff\uac00-\ufaff\uff66-\uffdc\U00020000-\U0003ffff]")
#: Blocks by script; a script that only one language has is called by that language.
_RANGES: dict[str, tuple[tuple[int, int], ...]] = {
    "Latn": ((0x41, 0x24F), (0x1E00, 0x1EFF)),
    "el": ((0x370, 0x3FF),),
    "Cyrl": ((0x400, 0x52F),),
    "hy": ((0x530, 0x58F),),
    "he": ((0x590, 0x5FF),),
    "Arab": ((0x600, 0x77F),),
    "hi": ((0x900, 0x97F),),
    "bn": ((0x980, 0x9FF),),
    "ta": ((0xB80, 0xBFF),),
    "th": ((0xE00, 0xE7F),),
    "ka": ((0x10A0, 0x10FF),),
    "kana": ((0x3040, 0x30FF),),
    "Han": ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)),
    "ko": ((0xAC00, 0xD7AF),),
}
_BY_BLOCK: dict[int, str] = {
    block: name
    for name, ranges in _RANGES.items()
    for low, high in ranges
    for block in range(low >> 4, (high >> 4) + 1)
}
_RUNS = later(r"[^\W\d_]+")
_KANA = later(r"[\u3040-\u30ff]")

#: Letters that few languages write, and which: they vote like words.
_LATIN_LETTERS: dict[str, str] = {
    "ěů": "cs", "ř": "cs", "ľĺŕ": "sk", "čšžťďň": "cs sk", "łśźćń": "pl", "żąę": "pl", "őű": "hu", "ğ": "tr", "ı": "tr",
    "ş": "tr", "țăș": "ro", "ß": "de", "ü": "de tr hu", "ä": "de sv fi", "ö": "de sv fi tr hu", "å": "sv da nb",
    "æø": "da nb", "ñ¿¡": "es", "ãõ": "pt", "œùêâî": "fr", "ç": "fr pt tr", "è": "fr it", "à": "fr it pt", "ì": "it",
    "ò": "it", "áíú": "es cs pt hu sk", "ó": "es pl cs pt hu", "ý": "cs sk", "é": "fr es cs hu pt",
}  # fmt: skip
LETTER_VOTES: dict[str, tuple[tuple[str, float], ...]] = {
    letter: tuple((x, round(1 / len(languages.split()) ** 0.7, 3)) for x in languages.split())
    for letters, languages in _LATIN_LETTERS.items()
    for letter in letters
}
LETTERS = later(f"[{''.join(LETTER_VOTES)}]")


def script_of(char: str) -> str | None:
    """Script of a letter by its block: `Latn`, `Cyrl`, `Arab`, `Han`, `kana`, or the one language that writes it."""
    return _BY_BLOCK.get(ord(char) >> 4)


_SCRIPTS = Memo(script_of)


def weights(sample: str) -> Counter[str]:
    """How much text there is in each script, in letters; an ideograph, a kana and a syllable of Hangul count as two."""
    counts: Counter[str] = Counter()
    for run in _RUNS.findall(sample):
        # Only CJK writes several scripts without blanks between them.
        first = _SCRIPTS[run[0]]
        if first in ("Han", "kana"):
            kana = len(_KANA.findall(run))
            counts["kana"] += 2 * kana
            counts["Han"] += 2 * (len(run) - kana)
        elif first:
            counts[first] += 2 * len(run) if first == "ko" else len(run)
    return counts


def cyrillic(sample: str) -> str | None:
    """The language of a text in Cyrillic by the letters that only some languages have; None where they don't say."""
    lower = sample.lower()
    counts = Counter(re.findall(r"[ыэёъіїєґўјљњћђѓќѕқғәңөүұ]", lower))
    letters = max(1, len(re.findall(r"[\u0400-\u052f]", lower)))
    if sum(counts[c] for c in "қғәңөүұ") > 0.02 * letters:
        return "kk"
    if sum(counts[c] for c in "љњћђј") > 0.01 * letters:
        return "mk" if counts["ѓ"] + counts["ќ"] + counts["ѕ"] else "sr"
    if counts["ў"] and counts["і"]:
        return "be"
    if sum(counts[c] for c in "іїєґ") > max(0.01 * letters, counts["ы"] + counts["э"]):
        return "uk"
    if counts["ы"] + counts["э"] + counts["ё"] > 0.006 * letters:
        return "ru"
    if counts["ъ"] > 0.01 * letters:
        return "bg"
    return None


def arabic(sample: str) -> str:
    """Arabic, Persian or Urdu by their letters."""
    persian = len(re.findall("[پچژگکی]", sample))
    if len(re.findall("[ٹڈڑںےہ]", sample)) > 0.02 * len(sample):
        return "ur"
    return "fa" if persian > 0.04 * len(sample) else "ar"
