"""Where two texts differ, in whole words: what a tool changed that keeps no record of it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

try:
    from rapidfuzz.distance import Indel
except ImportError:  # the same differences, much slower on long texts
    Indel = None

_TOKEN = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")


class Change(NamedTuple):
    """`text[start:end]` became `after`."""

    start: int
    end: int
    after: str


def differences(old: str, new: str) -> list[Change]:
    """The changes that lead from `old` to `new`, in order and apart."""
    if old == new:
        return []
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    at, bt = _places(a), _places(b)
    return [Change(at[i], at[j], new[bt[k] : bt[m]]) for i, j, k, m in _blocks(a, b)]


def _places(tokens: Sequence[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def _blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Unequal stretches; those that touch are one."""
    last: tuple[int, int, int, int] | None = None
    for i, j, k, m in _unequal(a, b):
        if last and last[1] == i and last[3] == k:
            last = (last[0], j, last[2], m)
            continue
        if last:
            yield last
        last = (i, j, k, m)
    if last:
        yield last


def _unequal(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    if Indel is not None:
        yield from ((o.src_start, o.src_end, o.dest_start, o.dest_end) for o in Indel.opcodes(a, b) if o.tag != "equal")
        return
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    yield from ((i, j, k, m) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal")
