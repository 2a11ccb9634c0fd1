"""Triggers without what may be missing at their end: `read also:[^\\n]*` hits where `read also:` does.

A gate asks whether a trigger hits, not how far. RE2 would follow each such tail to the end of the line, beside all the
others that are under way, and make a state of every such company: most of an automaton's memory, and of its first hour.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..later import later
from .needs import CLASS, PLAIN, TOKEN

_LEAST = later(r"\{0*(\d+)")


def without_tail(trigger: str) -> str:
    """An RE2 pattern that matches from the same places on; as it was where it is not understood."""
    try:
        alternatives, end = _alternatives(trigger, 0)
    except (_Unknown, RecursionError):
        return trigger
    return _text(_shortened(alternatives)) if end == len(trigger) else trigger


class _Unknown(Exception):
    """Syntax that is not read here."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A group with its alternatives, or anything else as it stands, and how often it comes."""

    opened: str
    alternatives: list[list[_Piece]]
    times: str = ""

    def __str__(self) -> str:
        inside = f"{self.opened}{_text(self.alternatives)})" if self.alternatives else self.opened
        return inside + self.times


def _text(alternatives: list[list[_Piece]]) -> str:
    return "|".join("".join(map(str, pieces)) for pieces in alternatives)


def _shortened(alternatives: list[list[_Piece]]) -> list[list[_Piece]]:
    return [_cut(pieces) for pieces in alternatives]


def _cut(pieces: list[_Piece]) -> list[_Piece]:
    """A sequence without its tail; what must come several times at the end comes no more often than it must."""
    kept = list(pieces)
    while kept:
        last = kept.pop()
        least = _least(last.times)
        if least > 1:
            return [*kept, _Piece(last.opened, last.alternatives, f"{{{least}}}")]
        if least == 0:
            continue
        inside = _shortened(last.alternatives)
        if not last.alternatives or all(inside):
            return [*kept, _Piece(last.opened, inside)]
    return kept


def _least(times: str) -> int:
    if times[:1] != "{":
        return 0 if times[:1] in ("*", "?") and times else 1
    found = _LEAST.match(times)
    return int(found[1]) if found else 0


def _alternatives(trigger: str, at: int) -> tuple[list[list[_Piece]], int]:
    every: list[list[_Piece]] = [[]]
    while at < len(trigger) and trigger[at] != ")":
        if trigger[at] == "|":
            every.append([])
            at += 1
            continue
        if plain := PLAIN.match(trigger, at):
            every[-1].append(_Piece(plain.group(), []))
            at = plain.end()
            continue
        piece, at = _piece(trigger, at)
        m = TOKEN.match(trigger, at)
        if m and m["times"]:
            piece, at = _Piece(piece.opened, piece.alternatives, m.group()), m.end()
        every[-1].append(piece)
    return every, at


def _piece(trigger: str, at: int) -> tuple[_Piece, int]:
    m = TOKEN.match(trigger, at)
    if m is None or m["times"] or m["flags"]:
        raise _Unknown
    if m["open"]:
        inside, end = _alternatives(trigger, m.end())
        if trigger[end : end + 1] != ")":
            raise _Unknown
        return _Piece(m.group(), inside), end + 1
    whole = CLASS.match(trigger, at) if m["class"] else m
    if whole is None or "[:" in whole.group():
        raise _Unknown
    return _Piece(whole.group(), []), whole.end()
