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

    `first_word`/`last_word`: every match begins/ends with an ASCII word character. `boundary`: the node is a `\\b`.
    `look`: for a lookaround its operator; it has no RE2 form of its own, but see `_unlooked`.
    """

    re2: str
    newline: bool = False
    nullable: bool = False
    first_word: bool = False
    last_word: bool = False
    boundary: bool = False
    look: str = ""


_EMPTY = Node("", nullable=True)
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")
_GROUP = re.compile(r"\(\?(?:P?<(?P<name>\w+)>|(?P<look><?[=!])|(?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<end>[:)])|(?P<atomic>>)|P=(?P<back>\w+)\)|(?P<comment>#[^)]*\)))")
_ASCII_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


def parse(pattern: str) -> Node:
    """Rewrite a whole pattern. Raises `BadSyntax`."""
    reader = _Reader(pattern)
    node = reader.alternatives()
    if reader.at < len(pattern):
        raise BadSyntax(f"unbalanced ) at {reader.at}")
    return replace(node, re2=reader.flags + node.re2)


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern, self.at, self.flags, self.depth = pattern, 0, "", 0

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
        )

    def sequence(self) -> Node:
        nodes: list[Node] = []
        while self.peek() not in ("", "|", ")"):
            nodes.append(self.quantified())
        return _joined(_unlooked(nodes, self.depth == 0))

    def quantified(self) -> Node:
        node = self.atom()
        found = _QUANTIFIER.match(self.pattern, self.at)
        if not found or found.group().startswith("{") and found.group().strip("?+") in ("{}", "{,}"):
            return node
        self.at = found.end()
        mark = found.group()
        bare = mark[:-1] if len(mark) > 1 and mark[-1] in "?+" and mark[0] != mark else mark
        low = 0 if bare[0] in "*?" or bare.startswith(("{0", "{,")) else 1
        if node.boundary or node.look or not node.re2:
            return replace(node, re2="", nullable=True, boundary=False, look="")
        return Node(_repeat(node.re2, bare), node.newline, node.nullable or not low, bool(low) and node.first_word, bool(low) and node.last_word)

    def atom(self) -> Node:
        char = self.peek()
        if char == "(":
            return self.group()
        if char == "[":
            body, self.at = classes.read(self.pattern, self.at)
            if body is None:
                raise BadSyntax("set operations")
            return Node(body.re2, body.newline, False, body.word, body.word)
        if char == "\\":
            return self.escape()
        self.at += 1
        if char == ".":
            return Node("(?s:.)" if "s" in self.flags else "[^\\n]", newline="s" in self.flags)
        if char == "^":
            return Node("(?m:^)", nullable=True)
        if char == "$":
            return Node("(?m:$)", nullable=True)
        if char in "*+?":
            raise BadSyntax("nothing to repeat")
        return _literal(char)

    def group(self) -> Node:
        found = _GROUP.match(self.pattern, self.at)
        if found is None:
            if self.pattern.startswith("(?", self.at) or self.pattern.startswith("(*", self.at):
                raise BadSyntax("unknown group")
            self.at += 1
            return self.close("(?:")
        self.at = found.end()
        if found["comment"]:
            return _EMPTY
        if found["back"]:
            return Node("(?s:.*)", newline=False, nullable=True)
        if found["look"]:
            return replace(self.close("(?:"), nullable=True, first_word=False, last_word=False, look=found["look"])
        flags = found["flags"] or ""
        if set(flags) - set("imsV01-"):
            raise BadSyntax(f"flags {flags}")
        if found["end"] == ")":
            self.flags += f"(?{''.join(c for c in flags if c in 'ims')})" if set(flags) & set("ims") else ""
            return _EMPTY
        kept = "".join(c for c in flags if c in "ims-")
        node = self.close(f"(?{kept}:")
        return replace(node, newline=True) if "s" in flags else node

    def close(self, opener: str) -> Node:
        self.depth += 1
        node = self.alternatives()
        self.depth -= 1
        if self.peek() != ")":
            raise BadSyntax("missing )")
        self.at += 1
        return replace(node, re2=f"{opener}{node.re2})", boundary=False)

    def escape(self) -> Node:
        if self.pattern[self.at + 1 : self.at + 2] in ("b",):
            self.at += 2
            return Node("\\b", nullable=True, boundary=True)
        if self.pattern[self.at + 1 : self.at + 2] in tuple("BAZzGKmM"):
            self.at += 2
            return _EMPTY
        if re.match(r"\\(?:[1-9]|g<\w+>)", self.pattern[self.at :]):
            self.at += 2 if self.pattern[self.at + 1] != "g" else self.pattern.index(">", self.at) - self.at + 1
            return Node("(?s:.*)", nullable=True)
        body, self.at = classes.escape(self.pattern, self.at)
        if body is None:
            raise BadSyntax("escape")
        return Node(body.re2, body.newline, False, body.word, body.word)


def _literal(char: str) -> Node:
    word = char in _ASCII_WORD
    return Node(classes.quoted(char), char == "\n", False, word, word)


def _repeat(body: str, mark: str) -> str:
    """RE2 allows counts up to 1000, nested ones multiplied, and each count is a copy in its automaton."""
    counts = [int(n) for n in re.findall(r"\d+", mark)]
    if any(n > 12 for n in counts):
        mark = "*" if counts[0] == 0 else "+"
    elif mark.startswith("{,"):
        mark = "{0" + mark[1:]
    return f"(?:{body}){mark}" if len(body) > 1 else body + mark


def _unlooked(nodes: list[Node], outermost: bool) -> list[Node]:
    """Lookarounds without their condition; but what must stand just before or after a match widens the match itself."""
    out = list(nodes)
    consuming = [i for i, n in enumerate(nodes) if n.re2 and not n.look and not n.boundary and n.re2 != "(?m:^)"]
    for i, node in enumerate(nodes):
        if not node.look:
            continue
        kept = outermost and consuming and (
            (node.look == "<=" and i < consuming[0] and i == 0) or (node.look == "=" and i > consuming[-1] and i == len(nodes) - 1)
        )
        out[i] = replace(node, look="") if kept else Node("", node.newline, nullable=True)
    return out


def _joined(nodes: list[Node]) -> Node:
    """A sequence. A `\\b` is kept only where an ASCII word character stands beside it: RE2 knows no other."""
    parts: list[str] = []
    for i, node in enumerate(nodes):
        if node.boundary:
            beside = (i and nodes[i - 1].last_word) or (i + 1 < len(nodes) and nodes[i + 1].first_word)
            parts.append(node.re2 if beside else "")
        else:
            parts.append(f"(?:{node.re2})" if "|" in node.re2 and len(nodes) > 1 and not node.re2.startswith("(?") and not node.re2.startswith("[") else node.re2)
    solid = [n for n in nodes if n.re2 and not n.boundary]
    return Node(
        "".join(parts),
        any(n.newline for n in nodes),
        all(n.nullable for n in nodes),
        bool(solid) and solid[0].first_word and not solid[0].nullable,
        bool(solid) and solid[-1].last_word and not solid[-1].nullable,
    )
