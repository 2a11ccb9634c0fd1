"""Triggers, patterns in RE2's syntax, as trees. Only what `patterns.widen` writes and rule authors may: no captures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

from .characters import Ranges, any_case, complement, named, union


class Unreadable(Exception):
    """Syntax that is not known here; RE2 may read it all the same."""


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of some ranges of code points."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Edge:
    """Nothing, where a line begins `^` or ends `$`, or at an edge `b` of an ASCII word, or where none is: `B`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """From `least` to `most` times; None: any number."""

    part: Node
    least: int
    most: int | None


Node: TypeAlias = Chars | Edge | Sequence | Choice | Repeat

_LAST = 0x10FFFF
_CLASSES = {"d": ((48, 57),), "w": ((48, 57), (65, 90), (95, 95), (97, 122)), "s": ((9, 10), (12, 13), (32, 32))}
_CONTROL = {"n": 10, "t": 9, "r": 13, "f": 12, "v": 11, "a": 7}
_GROUP = re.compile(r"\?(?P<on>[ims]*)(?:-(?P<off>[ims]+))?(?P<end>[:)])|\?P?<\w+>")
_HEX = re.compile(r"x(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{2}))")
_PROPERTY = re.compile(r"([pP])(?:\{(\^?)(\w+)\}|([A-Z]))")
_TIMES = re.compile(r"(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??")
_MOST = 1000
_STOP = frozenset("|)")


def parsed(trigger: str) -> Node:
    """The tree of a trigger. Raises `Unreadable`."""
    reader = _Reader(trigger)
    node = reader.choice(_Flags())
    if reader.at < len(trigger):
        raise Unreadable(f"unbalanced ) at {reader.at}")
    return node


@dataclass(slots=True)
class _Flags:
    """Of a group: whether case does not count, lines count, the dot takes line ends."""

    i: bool = False
    m: bool = False
    s: bool = False

    def changed(self, on: str, off: str) -> _Flags:
        return _Flags(*((getattr(self, name) or name in on) and name not in off for name in "ims"))


@dataclass(slots=True)
class _Reader:
    text: str
    at: int = 0
    flags: _Flags = field(default_factory=_Flags)

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def choice(self, flags: _Flags) -> Node:
        """Alternatives, with flags of their own."""
        outer, self.flags = self.flags, flags
        parts = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            parts.append(self.sequence())
        self.flags = outer
        return parts[0] if len(parts) == 1 else Choice(tuple(parts))

    def sequence(self) -> Node:
        parts: list[Node] = []
        while self.peek() and self.peek() not in _STOP:
            parts.append(self.repeated())
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def repeated(self) -> Node:
        node = self.atom()
        while found := _TIMES.match(self.text, self.at):
            self.at = found.end()
            sign, least, comma, most = found.groups()
            if sign:
                low, high = (int(sign == "+"), 1 if sign == "?" else None)
            else:
                low, high = int(least), (int(most) if most else None) if comma else int(least)
            if max(low, high or 0) > _MOST:
                raise Unreadable("a count above a thousand")
            node = Repeat(node, low, high)
        return node

    def atom(self) -> Node:
        char = self.peek()
        if char == "(":
            return self.group()
        if char == "[":
            return Chars(self.bracket())
        if char == "\\" and self.text[self.at + 1 : self.at + 2] in ("b", "B"):
            self.at += 2
            return Edge(self.text[self.at - 1])
        if char == "\\":
            return Chars(self.cased(self.escape()))
        self.at += 1
        if char == ".":
            return Chars(((0, _LAST),) if self.flags.s else complement(((10, 10),)))
        if char in "^$":
            return Edge(char)
        if char in "*+?":
            raise Unreadable("nothing to repeat")
        return Chars(self.cased(((ord(char), ord(char)),)))

    def group(self) -> Node:
        self.at += 1
        flags = self.flags
        if self.peek() == "?":
            found = _GROUP.match(self.text, self.at)
            if not found:
                raise Unreadable("group")
            self.at = found.end()
            flags = flags.changed(found["on"] or "", found["off"] or "")
            if found["end"] == ")":
                self.flags = flags
                return Sequence(())
        node = self.choice(flags)
        if self.peek() != ")":
            raise Unreadable("missing )")
        self.at += 1
        return node

    def cased(self, ranges: Ranges) -> Ranges:
        return any_case(ranges) if self.flags.i else ranges

    def escape(self) -> Ranges:
        """The characters of the escape, whose backslash comes next."""
        self.at += 1
        if found := _HEX.match(self.text, self.at):
            self.at = found.end()
            code = int(found[1] or found[2], 16)
            return ((code, code),)
        if found := _PROPERTY.match(self.text, self.at):
            self.at = found.end()
            ranges = named(found[3] or found[4])
            if ranges is None:
                raise Unreadable(found.group())
            return complement(ranges) if (found[1] == "P") != bool(found[2]) else ranges
        letter = self.peek()
        self.at += 1
        if letter.lower() in _CLASSES:
            ranges = _CLASSES[letter.lower()]
            return ranges if letter.islower() else complement(ranges)
        if letter in _CONTROL:
            return ((_CONTROL[letter], _CONTROL[letter]),)
        if not letter or letter.isalnum():
            raise Unreadable(f"escape \\{letter}")
        return ((ord(letter), ord(letter)),)

    def bracket(self) -> Ranges:
        self.at += 1
        negated = self.peek() == "^"
        self.at += negated
        some: list[Ranges] = []
        while self.peek() != "]" or not some:
            if not self.peek() or self.text.startswith("[:", self.at):
                raise Unreadable("class")
            one = self.member()
            if self.peek() == "-" and self.text[self.at + 1 : self.at + 2] not in ("", "]"):
                self.at += 1
                last = self.member()
                if one[0][0] != one[-1][1] or last[0][0] != last[-1][1] or last[0][0] < one[0][0]:
                    raise Unreadable("range")
                one = ((one[0][0], last[0][0]),)
            some.append(one)
        self.at += 1
        found = self.cased(union(*some))
        return complement(found) if negated else found

    def member(self) -> Ranges:
        if self.peek() == "\\":
            return self.escape()
        self.at += 1
        return ((ord(self.text[self.at - 1]), ord(self.text[self.at - 1])),)
