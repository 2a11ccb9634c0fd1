"""Rules tested by their own examples, and against texts that are right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..engine import Engine
from ..model import Applicability, Record
from ..settings import Settings
from .rule import Example, Rule

Outcome = Literal[
    "passed",
    "missing",
    "noisy",
    "wrong-fix",
    "not-idempotent",
    "expected-failure",
    "unexpected-pass",
    "noise",
    "not-safe",
]

#: What each outcome means to the author of the rule.
MEANING: dict[str, str] = {
    "missing": "the rule finds nothing",
    "noisy": "the rule finds something in a text that is right",
    "wrong-fix": "the repair gives another text",
    "not-idempotent": "repaired again, the text changes again",
    "unexpected-pass": "marked xfail, but it passes: remove the mark",
    "noise": "another rule fires on the repaired text",
    "not-safe": "a safe rule changes a text that is right",
}


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of one example. `got` is the text that came out; `detail` says more where that is not enough."""

    rule: Rule
    example: Example
    outcome: Outcome
    got: str = ""
    detail: str = ""

    @property
    def ok(self) -> bool:
        """Whether the rule does what the example says."""
        return self.outcome in ("passed", "expected-failure")

    @property
    def place(self) -> str:
        """`file:line` of the example."""
        return f"{self.rule.source}:{self.example.line or self.rule.line}"


def language_of(example: Example, rule: Rule) -> str | None:
    """The language of an example: its own, or the first of the rule's."""
    return example.lang or (rule.languages[0] if rule.languages else None)


def tried(rules: Iterable[Rule], shields: Sequence[Rule] = ()) -> Iterator[Tried]:
    """Run every example of every rule, the rule alone with the protect rules, its fix applied whatever its tier."""
    for rule in rules:
        if rule.kind == "protect":
            continue
        engine = Engine([replace(rule, applicability=_tier(rule)), *shields], _EVERYTHING)
        for example in rule.examples:
            yield _tried(rule, example, engine)


#: The texts are short: every rule looks at every line, which spares the building of automata.
_EVERYTHING = Settings(unsafe_fixes=True, plain=True)


def _tier(rule: Rule) -> Applicability:
    shows = rule.applicability == "display" and any(e.good is not None for e in rule.examples)
    return "unsafe" if shows else rule.applicability


def _tried(rule: Rule, example: Example, engine: Engine) -> Tried:
    language = language_of(example, rule)
    result = engine.run(Record(example.text, language=language))
    outcome = _outcome(example, result.text, bool(result.defects))
    if outcome == "passed" and engine.run(Record(result.text, language=language)).text != result.text:
        outcome = "not-idempotent"
    if example.xfail:
        outcome = "unexpected-pass" if outcome == "passed" else "expected-failure"
    detail = "; ".join(d.message for d in result.defects if d.code.startswith("FIX") or outcome == "noisy")
    return Tried(rule, example, outcome, result.text, detail)


def _outcome(example: Example, text: str, found: bool) -> Outcome:
    if example.ok is not None:
        return "noisy" if found else "passed"
    if not found:
        return "missing"
    return "passed" if example.good is None or text == example.good else "wrong-fix"


def noise(rules: Iterable[Rule], everything: Sequence[Rule]) -> Iterator[Tried]:
    """The repaired texts of the examples under all rules: what another rule finds there.

    A repair by another rule always counts, a mere report only against a rule that claims to be safe.
    """
    engine = Engine(everything, _EVERYTHING)
    for rule in rules:
        for example in rule.examples:
            if example.good is None or example.xfail or example.good == example.bad:
                continue
            for d in engine.run(Record(example.good, language=language_of(example, rule))).defects:
                if d.code != rule.code and (d.applied or rule.applicability == "safe"):
                    fix = f" -> {d.fix.replacement!r}" if d.fix and d.applied else ""
                    yield Tried(rule, example, "noise", example.good, f"{d.code} {d.name}: {d.match!r}{fix}")


def unsafe(rules: Iterable[Rule], shields: Sequence[Rule], right: Iterable[Record]) -> Iterator[Tried]:
    """The safe rules together over texts that are right, each of which must come out as it was."""
    safe = {r.code: r for r in rules if r.applicability == "safe" and r.kind != "protect"}
    engine = Engine([*safe.values(), *shields], Settings(plain=True))
    for record in right if safe else ():
        result = engine.run(record)
        for e in result.edits:
            place = f"{record.path}:{record.line}" + (f" ({record.id})" if record.id else "")
            for code in e.code.split("+"):
                yield Tried(
                    safe[code],
                    Example(ok=record.text),
                    "not-safe",
                    result.text,
                    f"{place}: {e.before!r} -> {e.after!r}",
                )
