"""A small parser of `regex` syntax that rewrites as it reads. Grammar: alternatives, sequences, quantified atoms."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from . import classes


class BadSyntax(Exception):
    """Syntax that the rewriting does not cover; the pattern itself may be fine."""


@dataclass(frozen=True, slots=True)
class Node:
    """A piece of pattern: its RE2 form and what is known of the strings it matches.

    `newline`: what it matches, or whether it matches, may depend on other lines. `first_word`/`last_word`: every match
    begins/ends with an ASCII word character. `boundary`: the node is a `\\b`. `look`: for a lookaround its operator; it
    has no RE2 form of its own, but see `_unlooked`. `size`: how many atoms it has with its counted repeats written out.
    `loop`: it holds an unbounded repeat that may give back; `nested`: it holds such a repeat of such a repeat.
    """

    re2: str
    newline: bool = False
    nullable: bool = False
    first_word: bool = False
    last_word: bool = False
    boundary: bool = False
    look: str = ""
    size: int = 1
    loop: bool = False
    nested: bool = False


_EMPTY = Node("", nullable=True)
#: RE2 refuses more than 1000 copies, and each costs memory: a gate can do with fewer.
_MOST = 24
_QUANTIFIER = re.compile(r"(?:[*+?]|\{(?:\d+|\d*,\d*)\})[?+]?")
#: What RE2 writes as it is and no quantifier follows; by whether case counts: then without the letters of `_TURKISH`.
_PLAIN = (re.compile(r"[A-Za-z0-9_]{2,}(?![*+?{])"), re.compile(r"[A-HJ-Za-hj-z0-9_]{2,}(?![*+?{])"))
_FUZZY = re.compile(r"\{[^{}]*[a-z][^{}]*\}")
_GROUP = re.compile(
    r"\(\?(?:P?<(?P<name>\w+)>|(?P<look><?[=!])|(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<end>[:)])"
    r"|(?P<atomic>>)|P=(?P<back>\w+)\)|(?P<comment>#[^)]*\)))"
)


def parse(pattern: str, fold: bool = False) -> Node:
    """Rewrite a whole pattern; `fold`: case does not count. Raises `BadSyntax`."""
    reader = _Reader(pattern, fold)
    node = reader.alternatives()
    if reader.at < len(pattern):
        raise BadSyntax(f"unbalanced ) at {reader.at}")
    return replace(node, re2=f"(?i:{node.re2})") if reader.fold and not fold else node


class _Reader:
    def __init__(self, pattern: str, fold: bool) -> None:
        self.pattern, self.at, self.depth = pattern, 0, 0
        self.fold, self.dotall = fold, False

    def peek(self) -> str:
        return self.pattern[self.at : self.at + 1]

    def alternatives(self) -> Node:
        parts = [self.sequence()]
        while self.peek() == "|":
            self.at += 1
            parts.append(self.sequence())
        if len(parts) == 1:
            return parts[0]
        return Node(
            "|".join(p.re2 for p in parts),
            any(p.newline for p in parts),
            any(p.nullable for p in parts),
            all(p.first_word for p in parts),
            all(p.last_word for p in parts),
            size=sum(p.size for p in parts),
            loop=any(p.loop for p in parts),
            nested=any(p.nested for p in parts),
        )

    def sequence(self) -> Node:
        nodes: list[Node] = []
        while self.peek() not in ("", "|", ")"):
            plain = _PLAIN[self.fold].match(self.pattern, self.at)
            nodes.append(self.plain(plain.group()) if plain else self.quantified())
        return _joined(_unlooked(nodes, self.depth == 0))

    def plain(self, run: str) -> Node:
        """Characters that stand for themselves, all at once: most of a pattern is such."""
        self.at += len(run)
        first, last = (classes.literal(char, self.fold).word for char in (run[0], run[-1]))
        return Node(run, False, False, first, last, size=len(run))

    def quantified(self) -> Node:
        node = self.atom()
        if _FUZZY.match(self.pattern, self.at):
            raise BadSyntax("fuzzy matching")
        found = _QUANTIFIER.match(self.pattern, self.at)
        if not found:
            return node
        self.at = found.end()
        mark = found.group()
        bare = mark[:-1] if len(mark) > 1 and mark[-1] in "?+" else mark
        low = 0 if bare[0] in "*?" or re.match(r"\{0*(?:,|\})", bare) else 1
        if node.boundary or node.look or not node.re2:
            return replace(node, re2="", nullable=True, boundary=False, look="", newline=node.newline)
        if bare in ("*", "+") or re.fullmatch(r"\{\d*,(?:|\d{3,})\}", bare):
            greedy_for_good = len(mark) > 1 and mark[-1] == "+"
            node = replace(node, loop=not greedy_for_good, nested=node.nested or (node.loop and not greedy_for_good))
        re2, size = _repeat(node, bare)
        if not low:
            return Node(re2, node.newline, nullable=True, size=size, loop=node.loop, nested=node.nested)
        return replace(node, re2=re2, size=size)

    def atom(self) -> Node:
        char = self.peek()
        if char == "(":
            return self.group()
        if char == "[":
            body, self.at = classes.read(self.pattern, self.at, self.fold)
            if body is None:
                raise BadSyntax("set operations")
            return Node(body.re2, body.newline, False, body.word, body.word)
        if char == "\\":
            return self.escape()
        self.at += 1
        if char == ".":
            return Node("(?s:.)" if self.dotall else "[^\\n]", newline=self.dotall)
        if char == "^":
            return Node("(?m:^)", nullable=True)
        if char == "$":
            return Node("(?m:$)", nullable=True)
        if char in "*+?":
            raise BadSyntax("nothing to repeat")
        body = classes.literal(char, self.fold)
        return Node(body.re2, body.newline, False, body.word, body.word)

    def group(self) -> Node:
        found = _GROUP.match(self.pattern, self.at)
        if found is None:
            if self.pattern.startswith("(?", self.at) or self.pattern.startswith("(*", self.at):
                raise BadSyntax("unknown group")
            self.at += 1
            return self.close("(?:")
        self.at = found.end()
        if found["atomic"]:
            return replace(self.close("(?:"), loop=False, nested=False)
        if found["comment"]:
            raise BadSyntax("comment")
        if found["back"]:
            return Node("(?s:.*)", newline=False, nullable=True)
        if found["look"]:
            return replace(self.close("(?:"), nullable=True, first_word=False, last_word=False, look=found["look"])
        return self.flagged(found["flags"] or "", found["end"], found.start())

    def flagged(self, flags: str, end: str, start: int) -> Node:
        """`(?i)` at the start of the pattern, or a group `(?i:...)`."""
        on, _, off = flags.partition("-")
        if set(flags) - set("ims-") or "m" in off:
            raise BadSyntax(f"flags {flags}")
        outer = self.fold, self.dotall
        self.fold = (self.fold or "i" in on) and "i" not in off
        self.dotall = (self.dotall or "s" in on) and "s" not in off
        if end == ")":
            if start or off:
                raise BadSyntax("flags in the middle")
            return _EMPTY
        node = self.close(f"(?{'i' if 'i' in on else ''}{'-i' if 'i' in off else ''}:")
        self.fold, self.dotall = outer
        return node

    def close(self, opener: str) -> Node:
        self.depth += 1
        node = self.alternatives()
        self.depth -= 1
        if self.peek() != ")":
            raise BadSyntax("missing )")
        self.at += 1
        return replace(node, re2=f"{opener}{node.re2})", boundary=False)

    def escape(self) -> Node:
        letter = self.pattern[self.at + 1 : self.at + 2]
        if letter == "b":
            self.at += 2
            return Node("\\b", nullable=True, boundary=True)
        if letter and letter in "BmM":
            self.at += 2
            return _EMPTY
        if letter and letter in "AzZ":  # the ends of the text, which no line knows
            self.at += 2
            return replace(_EMPTY, newline=True)
        back = re.compile(r"\\(?:[1-9]\d*|g<\w+>)").match(self.pattern, self.at)
        if back:
            self.at = back.end()
            return Node("(?s:.*)", nullable=True)
        body, self.at = classes.escape(self.pattern, self.at, self.fold)
        if body is None:
            raise BadSyntax("escape")
        return Node(body.re2, body.newline, False, body.word, body.word)


def _repeat(node: Node, mark: str) -> tuple[str, int]:
    """The repeated node and its size. Large counts become `*` and `+`."""
    if mark in ("*", "+", "?"):
        return _grouped(node.re2) + mark, node.size
    low, comma, high = mark[1:-1].partition(",")
    least, most = int(low or 0), int(high or 0) if comma else int(low)
    if comma and not high:
        mark, most = f"{{{least},}}", least
    else:
        mark = f"{{{least},{most}}}"
    size = node.size * max(least, most, 1)
    if size > _MOST:
        if node.size * least <= _MOST:
            return _grouped(node.re2) + (f"{{{least},}}" if least > 1 else "+" if least else "*"), node.size * max(
                least, 1
            )
        return _grouped(node.re2) + "+", node.size
    return _grouped(node.re2) + mark, size


def _grouped(re2: str) -> str:
    return f"(?:{re2})" if len(re2) > 1 else re2


def _unlooked(nodes: list[Node], outermost: bool) -> list[Node]:
    """Lookarounds without their condition; but what must stand just before or after a match widens the match itself."""
    out = list(nodes)
    consuming = [i for i, n in enumerate(nodes) if n.re2 and not n.look and not n.boundary and n.re2 != "(?m:^)"]
    for i, node in enumerate(nodes):
        if not node.look:
            continue
        before = node.look == "<=" and i == 0
        after = node.look == "=" and i == len(nodes) - 1
        kept = outermost and consuming and ((before and i < consuming[0]) or (after and i > consuming[-1]))
        out[i] = replace(node, look="") if kept else Node("", node.newline, nullable=True, nested=node.nested)
    return out


def _joined(nodes: list[Node]) -> Node:
    """A sequence. A `\\b` is kept only where an ASCII word character stands beside it: RE2 knows no other."""
    parts: list[str] = []
    for i, node in enumerate(nodes):
        if node.boundary:
            beside = (i and nodes[i - 1].last_word) or (i + 1 < len(nodes) and nodes[i + 1].first_word)
            parts.append(node.re2 if beside else "")
        else:
            parts.append(node.re2)
    solid = [n for n in nodes if n.re2 and not n.boundary]
    return Node(
        "".join(parts),
        any(n.newline for n in nodes),
        all(n.nullable for n in nodes),
        bool(solid) and solid[0].first_word and not solid[0].nullable,
        bool(solid) and solid[-1].last_word and not solid[-1].nullable,
        size=sum(n.size for n in nodes),
        loop=any(n.loop for n in nodes),
        nested=any(n.nested for n in nodes),
    )
