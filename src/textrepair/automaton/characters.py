"""Sets of characters as sorted ranges of code points. What is in a category or a script, `regex` says."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

#: Sorted, apart from each other; first and last.
Ranges = tuple[tuple[int, int], ...]

_LAST = 0x10FFFF


def union(*some: Ranges) -> Ranges:
    """All of them."""
    return _merged(r for ranges in some for r in ranges)


def complement(ranges: Ranges) -> Ranges:
    """All other code points."""
    found, at = [], 0
    for low, high in ranges:
        if low > at:
            found.append((at, low - 1))
        at = high + 1
    return (*found, (at, _LAST)) if at <= _LAST else tuple(found)


@lru_cache(maxsize=1024)
def any_case(ranges: Ranges) -> Ranges:
    """With all that differ from one of them in case only."""
    codes, variants = _cased()
    found = set[int]()
    for low, high in ranges:
        found.update(*(variants[code] for code in codes[bisect_left(codes, low) : bisect_right(codes, high)]))
    return union(ranges, tuple((code, code) for code in found))


@lru_cache(maxsize=256)
def named(name: str) -> Ranges | None:
    """A general category, a group of them or a script: `Nd`, `L`, `Greek`; None for what is none.

    Characters that are not assigned are in no category: as with RE2, `C` has none of them.
    """
    import regex

    try:
        pattern = regex.compile(rf"[\p{{{name}}}--\p{{Cn}}]+", regex.V1)
    except regex.error:
        return None
    return tuple((m.start(), m.end() - 1) for m in pattern.finditer(_all()))


def let_go() -> None:
    """Of the text of all characters, four megabytes, until it is needed again."""
    _all.cache_clear()


@lru_cache(maxsize=1)
def _all() -> str:
    return array("I", range(_LAST + 1)).tobytes().decode(_ENCODING, "surrogatepass")


_ENCODING = "utf-32-le" if array("I", [1]).tobytes()[0] else "utf-32-be"


@lru_cache(maxsize=1)
def _cased() -> tuple[list[int], dict[int, set[int]]]:
    """The characters that have other cases, sorted, and by each those that equal it but for case."""
    import regex

    orbits: dict[str, set[str]] = {}
    for char in "".join(regex.findall(r"\p{Changes_When_Casemapped}+", _all())):
        forms = {char, char.lower(), char.upper(), char.title(), char.upper().lower(), char.lower().upper()}
        one = {form for form in forms if len(form) == 1}
        for known in [orbits[form] for form in one if form in orbits] + [orbits.get(char.casefold(), set())]:
            one |= known
        for form in (*one, char.casefold()):
            orbits[form] = one
    found = {ord(char): set(map(ord, one)) for char, one in orbits.items() if len(char) == 1}
    return sorted(found), found


def _merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    found: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if found and low <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(high, found[-1][1]))
        else:
            found.append((low, high))
    return tuple(found)
