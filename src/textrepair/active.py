"""Rules made ready to run: a finder, the scope it wants, the trigger without which it need not be called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .checkers import find
from .checkers.declare import RunTest, Scope, WordTest
from .document import Document
from .model import Match, Span
from .patterns import compile_pattern
from .patterns.start import first_place
from .plans import Plans
from .rules.rule import Rule

#: A pattern has its time limit again for each of so many characters: long records are no reason to give up.
_PER_TIMEOUT = 1_000_000

Finder = Callable[[Document, Span], Iterator[Match]]


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule with its finder. `trigger`: RE2 pattern, `@feature`, "" (always) or None (no gate could be derived).

    `local`: where a line stands makes no difference to what is found in it.
    """

    rule: Rule
    find: Finder
    scope: Scope
    trigger: str | None
    unless: tuple[Any, ...] = ()
    when: WordTest | None = None
    wants: RunTest | None = None
    local: bool = False


def activate(rule: Rule, timeout: float, plans: Plans) -> ActiveRule:
    """Make a rule ready. Patterns are compiled and checkers imported when they first run: most never do."""
    scope, trigger, local = plans.of(rule)
    if rule.kind == "checker":
        # Features may ask the checker itself, so these few are imported at once.
        tested = find(rule.checker) if scope == "word" or (trigger or "").startswith("@") else None
        when, wants = (tested.when, tested.wants) if tested else (None, None)
        return ActiveRule(rule, _coded(rule), scope, trigger, when=when, wants=wants, local=local)
    pairs: list[tuple[str, str | None]] = [(rule.pattern, rule.fix)] if rule.kind == "pattern" else list(rule.swap)
    return ActiveRule(rule, _patterns(pairs, rule, timeout), scope, trigger, local=local)


def _coded(rule: Rule) -> Finder:
    options = {name.replace("-", "_"): value for name, value in rule.options.items()}

    def find_coded(doc: Document, span: Span) -> Iterator[Match]:
        for match in find(rule.checker).function(doc, span, **options):
            if match.confidence >= rule.min_confidence:
                yield match

    return find_coded


def _patterns(pairs: list[tuple[str, str | None]], rule: Rule, timeout: float) -> Finder:
    def find_patterns(doc: Document, span: Span) -> Iterator[Match]:
        limit = timeout * (1 + (span[1] - span[0]) / _PER_TIMEOUT)
        for pattern, template in pairs:
            start = first_place(doc.text, *span, pattern, rule.ignore_case)
            if start is None:
                continue
            compiled = compile_pattern(pattern, rule.ignore_case)
            for m in compiled.finditer(doc.text, start, span[1], timeout=limit):
                if m.end() > m.start():
                    yield _match(m, template)

    return find_patterns


def _match(m: Any, template: str | None) -> Match:
    fields = {k: v or "" for k, v in m.groupdict().items()}
    return Match(m.start(), m.end(), None if template is None else m.expand(template), fields=fields)
