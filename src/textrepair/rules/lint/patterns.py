"""Patterns that may take for ever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ...patterns import compile_pattern, nested
from ...patterns.adversary import growth
from ..rule import Rule
from .finding import Finding


def blow_ups(rule: Rule) -> Iterator[Finding]:
    """Nested repeats, and patterns measured to take more time than the text is longer."""
    for pattern in patterns(rule):
        compiled = compile_pattern(pattern, rule.ignore_case)
        how, unit = growth(compiled, _samples(rule, compiled))
        shown = pattern if len(pattern) <= 60 else pattern[:57] + "..."
        if how == "explosive":
            message = f"'{shown}' does not finish on {unit!r} repeated"
            yield Finding.on(
                rule, "blow-up", "error", message, "avoid repeats of repeats; use possessive ++ or bounds {1,40}"
            )
        elif how == "quadratic":
            message = f"the time of '{shown}' grows with the square of the text {unit!r} repeated"
            yield Finding.on(
                rule, "blow-up", "warning", message, "bound the repeats ({1,80}), or begin with a lookbehind"
            )
        elif nested(pattern, rule.ignore_case):
            message = f"'{shown}' repeats a repeat; no text was found on which that hurts"
            yield Finding.on(rule, "nested-repeat", "info", message, "possessive ++ makes sure")


def patterns(rule: Rule) -> list[str]:
    """All patterns of a rule."""
    own = {"pattern": [rule.pattern], "swap": [p for p, _ in rule.swap], "protect": list(rule.protect)}.get(
        rule.kind, []
    )
    return [*own, *rule.unless]


def _samples(rule: Rule, compiled: Any) -> list[str]:
    """What the pattern matches in the examples, as far as it gets."""
    found: dict[str, None] = {}
    for text in (t for e in rule.examples for t in (e.bad, e.ok) if t):
        with suppress(TimeoutError, MemoryError):  # `growth` will find that out too
            found |= {m.group(): None for m in compiled.finditer(text, timeout=1) if m.group()}
    return list(found)[:4]
