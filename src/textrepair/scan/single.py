"""Whether a single word is in the table of tokens, without loading numpy: see `tokens` for what a token is."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from .. import apart
from ..lexicon import cache

#: To be raised when tokens are cut or hashed in another way, or `whole_words` has other words.
FORMAT = 2
#: Odd constants, as in splitmix64 and xxHash.
K1, K2, K3 = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93
_ALL, _MARK = (1 << 64) - 1, (1 << 32) - 1
#: Runs of ASCII letters and of signs beyond ASCII, general punctuation and the signs of Latin-1 aside.
TOKEN = re.compile("[^\x00-@\\[-`{-\xa9\xab\xbb\u2000-\u2bff]+")


class Listed:
    """One of a language's tables of tokens: "tokens" or "whole", see `stored`."""

    def __init__(self, language: str, name: str) -> None:
        self._slots = slots(language, name) if language else None

    def __bool__(self) -> bool:
        """Whether the language has words at all."""
        return self._slots is not None

    def __contains__(self, token: str) -> bool:
        return self._slots is None or not _missing(self._slots, token_hash(token.encode("utf-8", "replace").lower()))


def strange(language: str, word: str) -> bool:
    """Whether one of the word's tokens is none of the language's."""
    known = Listed(language, "tokens")
    return any(token not in known for token in TOKEN.findall(word))


def token_hash(token: bytes) -> int:
    """64 bits of a token, from its first and last eight bytes and its length."""
    found = int.from_bytes(token[:8], "little") * K1
    if len(token) > 8:
        found ^= (int.from_bytes(token[-8:], "little") ^ len(token)) * K2
    found &= _ALL
    found = (found ^ found >> 32) * K3 & _ALL
    return found ^ found >> 29


def _missing(slots: memoryview, key: int) -> bool:
    size = len(slots)
    at, mark = key >> (65 - size.bit_length()), key & _MARK or 1
    while slots[at]:
        if slots[at] == mark:
            return False
        at = (at + 1) % size
    return True


def slots(language: str, name: str) -> memoryview | None:
    """The slots of one of a language's tables of tokens; None where it has no words."""
    return _slots(language.split("-")[0].lower(), name)


@lru_cache(maxsize=32)
def _slots(language: str, name: str) -> memoryview | None:
    """A table of a language, mapped into memory; None where it has no words."""
    there = stored_slots(language, name)
    if there is not None or not cache.has_list(language):
        return there
    from . import stored  # there is no way to keep it

    made = stored.known_words(language) if name == "tokens" else stored.whole_words(language)
    return None if made is None else memoryview(made.slots.data)


def stored_slots(language: str, name: str) -> memoryview | None:
    """A table as it is stored, by another process if it was not yet; None where that can't be."""
    there = mapped_slots(language, name)
    if there is None and cache.has_list(language):
        apart.made(language)
        there = mapped_slots(language, name)
    return there


def mapped_slots(language: str, name: str) -> memoryview | None:
    """The same, if it is stored already."""
    there = cache.at(path(language, name))
    return there.cast("I") if there is not None and there.nbytes >= 64 and there.nbytes.bit_count() == 1 else None


def path(language: str, name: str) -> Path:
    """Where a table of tokens is stored."""
    return cache.path(language, f"{name}-{FORMAT}")
