"""Word frequencies of a language, from the package wordfreq, with a cache that loads fast.

wordfreq's lists hold run-together words (`ofthe`, `infact`) because the web does. An entry that two common words
explain better than it stands for itself is left out, or else every join of two words would look like a word.
The derived tables are built on first use into the user's cache folder and are never shipped: wordfreq's data is
CC BY-SA 4.0 (Speer, 2022).
"""

from __future__ import annotations

import math
import os
from functools import lru_cache
from pathlib import Path

_FORMAT = 1
_COMMON = 3000
_SERBO_CROATIAN = frozenset(("bs", "hr", "sr"))


class Lexicon:
    """`zipf` of a word is the base-10 logarithm of its count per billion words: 7 for `the`, 3 for rare, 0 unknown."""

    def __init__(self, language: str, zipfs: dict[str, float]) -> None:
        self.language = language
        self._zipfs = zipfs

    def zipf(self, word: str) -> float:
        """Zipf frequency of `word`, case ignored; 0.0 if unknown."""
        found = self._zipfs.get(word)
        return self._zipfs.get(_folded(word), 0.0) if found is None else found

    def knows(self, word: str) -> bool:
        """Whether the word, case ignored and curly apostrophes read as straight ones, is in the list."""
        if word in self._zipfs:
            return True
        plain = _folded(word).replace("\u2019", "'")
        return plain in self._zipfs

    def words(self) -> dict[str, float]:
        """All words with their Zipf frequencies, most frequent first."""
        return self._zipfs


def _folded(word: str) -> str:
    """Lower case, as wordfreq has it: its lists hold `strasse` for `Straße`."""
    word = word.lower()
    return word.replace("ß", "ss") if "ß" in word else word


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language by its primary subtag, or None where wordfreq has no list."""
    zipfs = _cached(language)
    return Lexicon(language, zipfs) if zipfs else None


def cache_folder() -> Path:
    """Where derived tables live: `TEXTREPAIR_CACHE`, or the platform's cache folder."""
    import platformdirs

    return Path(os.environ.get("TEXTREPAIR_CACHE") or platformdirs.user_cache_dir("textrepair", False))


def _cached(language: str) -> dict[str, float]:
    path = cache_folder() / f"lexicon-{_FORMAT}-{language}.txt"
    try:
        return _load(path.read_bytes())
    except (OSError, ValueError):
        zipfs = _build(language)
        _store(path, zipfs)
        return zipfs


def _load(data: bytes) -> dict[str, float]:
    words, _, numbers = data.partition(b"\0")
    zipfs = [n / 100 for n in memoryview(numbers).cast("H")]
    return dict(zip(words.decode().split("\n"), zipfs, strict=True)) if zipfs else {}


def _store(path: Path, zipfs: dict[str, float]) -> None:
    from array import array

    data = "\n".join(zipfs).encode() + b"\0" + array("H", (round(z * 100) for z in zipfs.values())).tobytes()
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError:  # a read-only home: work on without a cache
        temporary.unlink(missing_ok=True)


def _build(language: str) -> dict[str, float]:
    frequencies = _frequencies(language)
    zipfs = {word: round(math.log10(f) + 9, 2) for word, f in frequencies.items() if "\n" not in word and f > 0}
    joins = _joins(zipfs)
    return {word: zipf for word, zipf in sorted(zipfs.items(), key=lambda e: (-e[1], e[0])) if word not in joins}


def _frequencies(language: str) -> dict[str, float]:
    import wordfreq

    for size in ("large", "small"):
        # wordfreq gives the nearest language it has: for Icelandic that is English.
        if language not in wordfreq.available_languages(size) and language not in _SERBO_CROATIAN:
            continue
        try:
            return dict(wordfreq.get_frequency_dict(language, size))
        except LookupError:
            continue
    return {}


def _joins(zipfs: dict[str, float]) -> set[str]:
    """Entries better explained as two common words run together, one of them short."""
    ranked = sorted(zipfs, key=lambda w: -zipfs[w])
    common = {w for w in ranked[:_COMMON] if w.isalpha() and (len(w) > 1 or w in "aiàéoyuвискояа")}
    found = set()
    for word in ranked[_COMMON:]:
        if not word.isalpha() or zipfs[word] > 3.5:
            continue
        for cut in range(1, len(word)):
            left, right = word[:cut], word[cut:]
            if min(cut, len(word) - cut) > 3 or left not in common or right not in common:
                continue
            # Two independent words meet by chance this often (log10 of the product of their frequencies).
            if zipfs[left] + zipfs[right] - 9 > zipfs[word] + 0.9 and len(right) > 1:
                found.add(word)
                break
    return found
