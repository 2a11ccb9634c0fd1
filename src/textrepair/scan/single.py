"""Whether a single word is in the table of tokens, without loading numpy: see `tokens` for what a token is."""

from __future__ import annotations

import mmap
import re
from functools import lru_cache

from ..lexicon import cache

#: To be raised when tokens are cut or hashed in another way, or `whole_words` has other words.
FORMAT = 1
#: Odd constants, as in splitmix64 and xxHash.
K1, K2, K3 = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93
_ALL, _MARK = (1 << 64) - 1, (1 << 32) - 1
#: Runs of ASCII letters and of signs beyond ASCII, general punctuation and the signs of Latin-1 aside.
TOKEN = re.compile("[^\x00-@\\[-`{-\xa9\xab\xbb\u2000-\u2bff]+")


def strange(language: str, word: str) -> bool:
    """Whether one of the word's tokens is none of the language's."""
    slots = _slots(language.split("-")[0].lower())
    return slots is not None and any(_missing(slots, _hash(t.encode().lower())) for t in TOKEN.findall(word))


def _hash(token: bytes) -> int:
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


@lru_cache(maxsize=16)
def _slots(language: str) -> memoryview | None:
    """The table of a language, mapped into memory; None where it has no words."""
    path = cache.path(language, f"tokens-{FORMAT}")
    try:
        with path.open("rb") as stream:
            return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")
    except (OSError, ValueError, TypeError):  # not there yet, or no table
        from .stored import known_words

        made = known_words(language)
        return None if made is None else memoryview(made.slots)
