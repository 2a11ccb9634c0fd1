"""Triggers: the RE2 patterns that spare a rule from looking at every line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from ...active import ActiveRule, activate
from ...document import Document
from ...model import Span
from ...patterns import gate, why_not
from ...patterns.gate import utf8
from ...plans import Plans
from ...scan.scanner import all_spans
from ..examples import language_of
from ..rule import Rule
from .finding import Finding

#: A trigger that hits more lines of clean text than this spares too little work.
BROAD = 0.3


def triggers(rule: Rule, lines: Sequence[bytes]) -> Iterator[Finding]:
    """Rules without a trigger, or with one that is too broad or misses matches."""
    if rule.kind == "protect":
        return
    active = activate(rule, 1.0, Plans())
    if not active.trigger:
        yield _missing(rule, active)
        return
    if active.trigger.startswith("@"):
        return
    problem = gate.refused(active.trigger)
    if problem:
        yield Finding.on(rule, "no-trigger", "warning", f"slow path: {problem}", "write a shorter trigger by hand")
        return
    share = hit_share(active.trigger, lines)
    if share > BROAD:
        message = f"its trigger hits {share:.0%} of the lines of clean text"
        yield Finding.on(
            rule, "broad-trigger", "warning", message, "add literal text to the pattern, or a narrower trigger"
        )
    yield from _misses(rule, active)


def slow_path(rules: Iterable[Rule]) -> Iterator[Finding]:
    """The rules with a pattern for which no trigger can be derived: each looks at every line, or at the whole text."""
    for rule in rules:
        if rule.kind in ("pattern", "swap"):
            active = activate(rule, 1.0, Plans())
            if not active.trigger:
                yield _missing(rule, active)


def _missing(rule: Rule, active: ActiveRule) -> Finding:
    if rule.kind == "checker":
        message = "slow path: the checker looks at every " + active.scope
        return Finding.on(
            rule, "no-trigger", "warning", message, "declare a trigger with @checker, or set trigger in the rule"
        )
    reasons = [why_not(p, rule.ignore_case) for p in ([rule.pattern] if rule.pattern else [p for p, _ in rule.swap])]
    reason = next(filter(None, reasons), "")
    message = f"slow path: no trigger can be derived from the pattern: {reason}"
    return Finding.on(
        rule, "no-trigger", "warning", message, "add `trigger:`, an RE2 pattern found wherever the rule matches"
    )


def _misses(rule: Rule, active: ActiveRule) -> Iterator[Finding]:
    for example in rule.examples:
        if example.bad is None or example.xfail:
            continue
        doc = Document(example.bad, language_of(example, rule))
        for span, match in _matches(active, doc):
            part = doc.text[span[0] : span[1]]
            if not hits(active.trigger or "", part):
                message = f"its trigger misses the match {doc.text[match.start : match.end]!r} of an example"
                yield Finding.on(
                    rule,
                    "trigger-misses",
                    "error",
                    message,
                    "the trigger must hit in each line that matches",
                    example.line,
                )
                break


def _matches(active: ActiveRule, doc: Document) -> Iterator[tuple[Span, Any]]:
    for span in all_spans(active.scope, doc):
        for match in active.find(doc, span):
            yield span, match


def hits(trigger: str, text: str) -> bool:
    """Whether a trigger hits; without google-re2 it is never asked, so that counts as a hit."""
    compiled = gate.gate(trigger)
    return compiled is None or compiled.search(utf8(text)) is not None


@lru_cache(maxsize=1024)
def _share(trigger: str, lines: tuple[bytes, ...]) -> float:
    compiled = gate.gate(trigger)
    return sum(compiled.search(line) is not None for line in lines) / len(lines) if compiled and lines else 0.0


def hit_share(trigger: str, lines: Sequence[bytes]) -> float:
    """The share of lines that a trigger hits."""
    return _share(trigger, tuple(lines))
