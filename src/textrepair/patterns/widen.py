"""A pattern of the module `regex` as an RE2 pattern that matches at least wherever the original does.

RE2 searches in linear time and thousands of patterns at once, but has no lookaround, no back-reference and no
Unicode `\\b`. A gate needs none of them: dropping a condition can only let more text through. What is found on the
way is whether the pattern can look past the end of a line; if it can't, it may be run line by line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Widened:
    """`re2`: the wider pattern, or None where none was found. `multiline`: a match may depend on other lines."""

    re2: str | None
    multiline: bool


_remembered: dict[tuple[str, bool], Widened] = {}


def remember(known: Iterable[tuple[str, bool, str | None, bool]]) -> None:
    """Take over what `widen` found in another process: pattern, ignore_case, and the two fields of the result."""
    _remembered.update(((pattern, fold), Widened(re2, multiline)) for pattern, fold, re2, multiline in known)


@lru_cache(maxsize=4096)
def widen(pattern: str, ignore_case: bool = False) -> Widened:
    """Widen a pattern to RE2. What can't be parsed is assumed to need the whole text and gets no RE2 form."""
    known = _remembered.get((pattern, ignore_case))
    if known is not None:
        return known
    from .syntax import BadSyntax, parse  # a warm start remembers, and reads no pattern

    try:
        node = parse(pattern, ignore_case)
    except (BadSyntax, RecursionError):
        return Widened(None, True)
    if node.nullable:
        return Widened(None, node.newline)
    return Widened(f"(?i:{node.re2})" if ignore_case else node.re2, node.newline)


def why_not(pattern: str, ignore_case: bool = False) -> str:
    """What in a pattern can't be rewritten for RE2; empty where all can."""
    from .syntax import BadSyntax, parse

    try:
        node = parse(pattern, ignore_case)
    except BadSyntax as error:
        return str(error)
    except RecursionError:
        return "deep nesting"
    return "it can match the empty text" if node.nullable else ""


def nested(pattern: str, ignore_case: bool = False) -> bool:
    """Whether the pattern repeats what is repeated without bound, as `(a+)+` does."""
    from .syntax import BadSyntax, parse

    try:
        return parse(pattern, ignore_case).nested
    except (BadSyntax, RecursionError):
        return False
