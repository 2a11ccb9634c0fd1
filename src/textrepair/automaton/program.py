"""Trees as programs: instructions over the bytes of UTF-8, made from their ends so that equal ends are one."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from collections.abc import Sequence as Many

from .characters import Ranges
from .syntax import Chars, Choice, Edge, Node, Repeat, Sequence, Unreadable, parsed
from .utf8 import Tree, bytes_of

#: What the instructions are: a byte from `a` to `b`, or one of these two, then `next`; both `next` and `a`; an edge of
#: kind `a`, then `next`; the trigger has hit.
BYTE, EITHER, SPLIT, EDGE, MATCH = range(5)
_EDGES = "^$bB"
_KIND_AT = 24
#: Instructions of a trigger. The longest of the catalogue has thirty thousand.
_MOST = 200_000


def program(trigger: str) -> bytes:
    """The instructions for a trigger, eight bytes each, and before them the number of the first. Raises `Unreadable`.

    Of the eight bytes, two numbers, the lowest byte first, the upper byte of the first is the kind, what is below is
    `next`; the other is `a` and, eight bits further up, `b`.
    """
    tree, made = parsed(trigger), _Program()
    if _is_empty(tree):
        raise Unreadable("it hits everywhere")
    start = made.compiled(tree, made.match())
    numbers = [start, 0]
    for kind, a, b, after in made.code:
        numbers += (kind << _KIND_AT | after, a | b << 8)
    return struct.pack(f"<{len(numbers)}I", *numbers)


def _is_empty(node: Node) -> bool:
    """Whether a match may be of no character at all: then there is one in every line, and no byte leads to it."""
    match node:
        case Chars():
            return False
        case Edge():
            return True
        case Sequence(parts):
            return all(map(_is_empty, parts))
        case Choice(parts):
            return any(map(_is_empty, parts))
        case Repeat(part, least, _):
            return least == 0 or _is_empty(part)


class _Program:
    """The instructions of a trigger."""

    def __init__(self) -> None:
        self.code: list[tuple[int, int, int, int]] = []
        self._known: dict[tuple[int, int, int, int], int] = {}

    def _one(self, kind: int, a: int, b: int, after: int) -> int:
        one = (kind, a, b, after)
        if one not in self._known:
            if len(self.code) == _MOST:
                raise Unreadable("too long")
            self._known[one] = len(self.code)
            self.code.append(one)
        return self._known[one]

    def _split(self, one: int, other: int) -> int:
        return one if one == other else self._one(SPLIT, other, 0, one)

    def match(self) -> int:
        """Where the trigger has hit."""
        return self._one(MATCH, 0, 0, 0)

    def compiled(self, node: Node, after: int) -> int:
        """Where the instructions for a node begin whose matches go on at `after`."""
        match node:
            case Chars(ranges):
                return self._chars(ranges, after)
            case Edge(kind):
                return self._one(EDGE, _EDGES.index(kind), 0, after)
            case Sequence(parts):
                for part in reversed(parts):
                    after = self.compiled(part, after)
                return after
            case Choice(parts):
                found = [self.compiled(part, after) for part in parts]
                return self._any(found)
            case Repeat(part, least, most):
                return self._repeated(part, least, most, after)

    def _any(self, starts: Many[int]) -> int:
        found, *others = dict.fromkeys(starts)
        for other in others:
            found = self._split(found, other)
        return found

    def _repeated(self, part: Node, least: int, most: int | None, after: int) -> int:
        if most is None:
            loop = len(self.code)
            self.code.append((SPLIT, 0, 0, after))  # no other is like it
            self.code[loop] = (SPLIT, self.compiled(part, loop), 0, after)
            after = self.compiled(part, loop) if least else loop
            least -= bool(least)
        else:
            end = after
            for _ in range(most - least):
                after = self._split(self.compiled(part, after), end)
        for _ in range(least):
            after = self.compiled(part, after)
        return after

    def _chars(self, ranges: Ranges, after: int) -> int:
        return self._bytes(bytes_of(ranges), after)

    def _bytes(self, tree: Tree, after: int) -> int:
        ways = [(low, high, self._bytes(rest, after) if rest else after) for low, high, rest in tree]
        return self._any([self._one(*way) for way in _paired(ways)] or [self._one(BYTE, 1, 0, after)])


def _paired(ways: Many[tuple[int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Two single bytes to the same place as one instruction: most are a letter in both its cases."""
    waiting: dict[int, int] = {}
    for low, high, to in ways:
        if low < high:
            yield BYTE, low, high, to
        elif to in waiting:
            yield EITHER, waiting.pop(to), low, to
        else:
            waiting[to] = low
    for to, single in waiting.items():
        yield BYTE, single, single, to
