"""A word list in two parts: the frequent words in a dictionary, all of them as sorted hashes (9 bytes a word).

The hashes stay in the file, which is mapped into memory: the system shares it between workers and lets go of what is
not asked for.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

#: Words this frequent are stored by name, and those this frequent go to the dictionary: a dictionary takes twenty times
#: the room, and what is looked up in the hashes is remembered for a while.
_NAMED, HEAD = 3.2, 3.7
_STEP = 30
#: Of 55 bits, and no neighbour of a power of two: another word has the hash of a listed one once in 2^35.
_PRIME = 0x4F1BBCDCBFA4BD


@dataclass(frozen=True, slots=True)
class Table:
    """Zipf frequencies by word: `head` for the frequent ones, hashes for the rest."""

    head: dict[str, float]
    hashes: memoryview
    zipfs: memoryview

    def zipf(self, word: str) -> float:
        """Zipf frequency of exactly this spelling; 0.0 if it is not listed."""
        found = self.head.get(word)
        if found is not None:
            return found
        key = _hash(word)
        at = bisect_left(self.hashes, key)
        return self.zipfs[at] / _STEP if at < len(self.hashes) and self.hashes[at] == key else 0.0

    @classmethod
    def read(cls, data: memoryview) -> Table | None:
        """The table of `written` bytes; None for a language without words."""
        if not data:
            return None
        sizes = array("I", bytes(data[:8]))
        head, rest = bytes(data[8 : 8 + sizes[0]]), data[8 + sizes[0] :]
        steps = head[-sizes[1] :]  # in falling order
        most = max(1, sum(n >= HEAD * _STEP for n in steps))
        words = head[: -sizes[1]].decode().split("\n", most)[:most]
        shared = [n / _STEP for n in range(256)]
        count = len(rest) // 9
        hashes = rest[: 8 * count].cast("Q")
        return cls(dict(zip(words, (shared[n] for n in steps), strict=False)), hashes, rest[8 * count :])


def written(zipfs: dict[str, float]) -> bytes:
    """The words as `Table.read` wants them."""
    if not zipfs:
        return b""
    from .vectors import in_order

    steps = _steps(zipfs)
    named = sum(z >= _NAMED for z in zipfs.values()) or 1
    names = "\n".join(islice(zipfs, named)).encode() + steps[:named]
    return array("I", (len(names), named)).tobytes() + names + b"".join(in_order(_hashes(zipfs), steps))


def _steps(zipfs: dict[str, float]) -> bytes:
    """Zipf frequencies in steps; of so many words there are a few hundred different ones."""
    known = {z: min(255, max(1, round(z * _STEP))) for z in set(zipfs.values())}
    return bytes(map(known.__getitem__, zipfs.values()))


def word_list(data: bytes, most: int | None = None) -> Iterator[tuple[str, float]]:
    """The words of `listed` bytes, or the first of them, with their frequencies."""
    words, _, steps = data.partition(b"\0")
    shared = [n / _STEP for n in range(256)]
    named = zip(words.decode().split("\n", -1 if most is None else most), map(shared.__getitem__, steps), strict=False)
    return islice(named, most)


def common_words(data: bytes, least: float) -> bytes:
    """Those of the words of `listed` bytes that are at least so frequent, with a line end behind each."""
    words, _, steps = data.partition(b"\0")
    count = bisect_right(steps, -least, key=lambda step: -step / _STEP)
    return b"".join(word + b"\n" for word in words.split(b"\n", count)[:count])


def listed(zipfs: dict[str, float]) -> bytes:
    """All words, most frequent first, as `word_list` wants them."""
    return "\n".join(zipfs).encode() + b"\0" + _steps(zipfs)


def _hash(word: str) -> int:
    """The bytes of the word as a number, modulo a prime: a third of the time that a hash with a key takes."""
    return int.from_bytes(word.encode("utf-8", "surrogatepass") + b"\1", "little") % _PRIME


def _hashes(words: Iterable[str]) -> list[int]:
    """The same of many words without line ends."""
    ended = ("\1\n".join(words) + "\1").encode().split(b"\n")
    return [int.from_bytes(word, "little") % _PRIME for word in ended]
