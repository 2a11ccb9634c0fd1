"""How far a match stands behind the place where RE2 sees it: so many characters a lookbehind at its start may read.

`widen` makes them a part of what it looks for, so that the match itself begins behind them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from . import classes
from .syntax import BadSyntax

_QUANTIFIER = re.compile(r"(?:[*+?]|\{(?:(\d+)|(\d*),(\d*))\})[?+]?")
_OPENING = re.compile(r"\((?:\?(:|<?[=!]))?(?!\?)")
#: A lookbehind with more ways to begin than these is left to the search itself.
_SPREAD = 4


@lru_cache(maxsize=4096)
def behind(pattern: str) -> tuple[int, int] | None:
    """Characters between where the wider pattern is found and the match, at least and at most; None: no telling."""
    try:
        widths = [_leading(pattern, start) for start in _alternatives(pattern)]
    except (BadSyntax, IndexError, RecursionError):
        return None
    least, most = min(low for low, _ in widths), max(high for _, high in widths)
    return (least, most) if most - least <= _SPREAD else None


def _alternatives(pattern: str) -> list[int]:
    """Where the alternatives of the whole pattern begin."""
    starts, depth, at = [0], 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "[":
            at = classes.read(pattern, at, False)[1]
            continue
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            starts.append(at + 1)
        at += 2 if char == "\\" else 1
    return starts


def _leading(pattern: str, at: int) -> tuple[int, int]:
    """The width of the lookbehind that begins an alternative; of what begins otherwise none."""
    return _choice(pattern, at + 4)[:2] if pattern.startswith("(?<=", at) else (0, 0)


def _choice(pattern: str, at: int) -> tuple[int, int, int]:
    """Least and greatest width of a group, and where its bracket closes."""
    least, most, at = _sequence(pattern, at)
    while pattern[at] == "|":
        low, high, at = _sequence(pattern, at + 1)
        least, most = min(least, low), max(most, high)
    return least, most, at


def _sequence(pattern: str, at: int) -> tuple[int, int, int]:
    least = most = 0
    while pattern[at] not in "|)":
        low, high, at = _item(pattern, at)
        found = _QUANTIFIER.match(pattern, at)
        if found:
            at = found.end()
            times = _times(found)
            low, high = low * times[0], high * times[1]
        least, most = least + low, most + high
    return least, most, at


def _item(pattern: str, at: int) -> tuple[int, int, int]:
    """One character, a class, a group, or a condition of no width."""
    char = pattern[at]
    if char in "^$":
        return 0, 0, at + 1
    if char == "(":
        found = _OPENING.match(pattern, at)
        if found is None:
            raise BadSyntax("a group of some kind")
        least, most, at = _choice(pattern, found.end())
        return (0, 0, at + 1) if found[1] not in (None, ":") else (least, most, at + 1)
    if char == "[":
        return 1, 1, classes.read(pattern, at, False)[1]
    if char != "\\":
        return 1, 1, at + 1
    if pattern[at + 1] in "bBmMAzZ":
        return 0, 0, at + 2
    body, at = classes.escape(pattern, at, False)
    if body is None:
        raise BadSyntax("escape")
    return 1, 1, at


def _times(found: re.Match[str]) -> tuple[int, int]:
    mark = found.group()
    if mark[0] == "?":
        return 0, 1
    if found[1]:
        return int(found[1]), int(found[1])
    if not found[3]:
        raise BadSyntax("no end")
    return int(found[2] or 0), int(found[3])
