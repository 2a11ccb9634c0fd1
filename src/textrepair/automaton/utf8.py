"""Sets of characters as the bytes of UTF-8: the ranges are cut where their sequences of bytes part.

The cutting is that of Ken Thompson's compiler, see Russ Cox, "Regular Expression Matching in the Wild", 2010.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias

from .characters import Ranges

_LASTS = (0x7F, 0x7FF, 0xFFFF, 0x10FFFF)

#: Ranges that the first, second ... byte of a character is in.
_Bytes = tuple[tuple[int, int], ...]
#: Ranges of first bytes, apart from each other, each with what may follow; nothing behind the last byte.
Tree: TypeAlias = "tuple[tuple[int, int, Tree], ...]"


@lru_cache(maxsize=1024)
def bytes_of(ranges: Ranges) -> Tree:
    """The bytes of all the characters in some ranges. Surrogates, which UTF-8 has not, are left out."""
    parts = [part for low, high in ranges for part in ((low, min(high, 0xD7FF)), (max(low, 0xE000), high))]
    return _tree([found for first, last in parts if first <= last for found in _of(first, last)])


def _tree(some: Iterable[_Bytes]) -> Tree:
    by_first: dict[tuple[int, int], list[_Bytes]] = {}
    for first, *rest in some:
        by_first.setdefault(first, []).append(tuple(rest))
    found: list[tuple[int, int, Tree]] = []
    for (low, high), rests in by_first.items():
        behind = _tree(rests) if rests[0] else ()
        if found and found[-1][1:] == (low - 1, behind):
            found[-1] = (found[-1][0], high, behind)
        else:
            found.append((low, high, behind))
    return tuple(found)


def _of(low: int, high: int) -> Iterator[_Bytes]:
    for last in _LASTS:
        if low <= last < high:
            yield from _of(low, last)
            yield from _of(last + 1, high)
            return
    if high <= _LASTS[0]:
        yield ((low, high),)
        return
    for bits in (6, 12, 18):  # ranges whose last bytes take all values, or none but the first are alike
        mask = (1 << bits) - 1
        if low >> bits != high >> bits:
            if low & mask:
                yield from _of(low, low | mask)
                yield from _of((low | mask) + 1, high)
                return
            if high & mask != mask:
                yield from _of(low, (high & ~mask) - 1)
                yield from _of(high & ~mask, high)
                return
    yield tuple(zip(_encoded(low), _encoded(high), strict=True))


def _encoded(code: int) -> bytes:
    return chr(code).encode()
