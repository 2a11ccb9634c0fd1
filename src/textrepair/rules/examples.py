"""Rules tested by their own examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..engine import Engine
from ..model import Record
from ..settings import Settings
from .rule import Example, Rule

Outcome = Literal["passed", "missing", "noisy", "wrong-fix", "not-idempotent", "expected-failure", "unexpected-pass"]


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one example. `got` is the text that came out."""

    rule: Rule
    example: Example
    outcome: Outcome
    got: str = ""

    @property
    def ok(self) -> bool:
        """Whether the rule does what the example says."""
        return self.outcome in ("passed", "expected-failure")


def tried(rules: Sequence[Rule], shields: Sequence[Rule] = ()) -> Iterator[Tried]:
    """Run every example of every rule, the rule alone with the protect rules, its fix applied whatever its tier."""
    for rule in rules:
        if rule.kind == "protect":
            continue
        engine = Engine([replace(rule, applicability=_tier(rule)), *shields], Settings(unsafe_fixes=True, plain=True))
        for example in rule.examples:
            yield _tried(rule, example, engine)


def _tier(rule: Rule) -> Literal["safe", "unsafe", "display"]:
    return (
        "unsafe"
        if rule.applicability == "display" and any(e.good is not None for e in rule.examples)
        else rule.applicability
    )


def _tried(rule: Rule, example: Example, engine: Engine) -> Tried:
    language = example.lang or (rule.languages[0] if rule.languages else None)
    result = engine.run(Record(example.text, language=language))
    outcome = _outcome(example, result.text, bool(result.defects))
    if (
        outcome == "passed"
        and example.good is not None
        and engine.run(Record(example.good, language=language)).text != example.good
    ):
        outcome = "not-idempotent"
    if example.xfail:
        outcome = "unexpected-pass" if outcome == "passed" else "expected-failure"
    return Tried(rule, example, outcome, result.text)


def _outcome(example: Example, text: str, found: bool) -> Outcome:
    if example.ok is not None:
        return "noisy" if found else "passed"
    if not found:
        return "missing"
    return "passed" if example.good is None or text == example.good else "wrong-fix"
