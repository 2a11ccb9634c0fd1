"""Rules made ready to run: a finder, the scope it wants, the trigger without which it need not be called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from .checkers import Checker, find
from .checkers.declare import DashTest, PlaceTest, RunTest, Scope, WordTest
from .document import Document
from .model import Match, Span
from .patterns.gate import hits
from .patterns.needs import Needs
from .patterns.start import matches
from .plans import Plan, Plans
from .rules.rule import Rule

#: A pattern has its time limit again for each of so many characters: long records are no reason to give up.
_PER_TIMEOUT = 1_000_000

Finder = Callable[[Document, Span], Iterator[Match]]


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule with its finder. `trigger`: RE2 pattern, `@feature`, "" (always) or None (no gate could be derived).

    `local`: where a line stands makes no difference to what is found in it. `needs`: see `patterns.needs`. `longest`:
    so many characters have the lines that it looks at, at most; None: any number. `within` and `signed`: see
    `patterns.within`.
    """

    rule: Rule
    find: Finder
    scope: Scope
    trigger: str | None
    unless: tuple[Any, ...] = ()
    local: bool = False
    needs: Needs = None
    longest: int | None = None
    within: bool = False
    signed: bool = False

    @property
    def when(self) -> WordTest | None:
        """The test of words that the checker declares."""
        return self._declared.when if self._declared else None

    @property
    def wants(self) -> RunTest | DashTest | None:
        """The test of runs, dashes or pieces that the checker declares, with the rule's options if it takes them."""
        test = self._declared.wants if self._declared else None
        given = {name.replace("-", "_"): value for name, value in self.rule.options.items()}
        taken = {name: given[name] for name in getattr(test, "__kwdefaults__", None) or () if name in given}
        return partial(test, **taken) if test and taken else test

    @property
    def beside(self) -> PlaceTest | None:
        """The test of places that the checker declares."""
        return self._declared.beside if self._declared else None

    @property
    def _declared(self) -> Checker | None:
        """The checker, imported when it is first asked for, where a feature may ask it."""
        asked = self.rule.kind == "checker" and (self.scope == "word" or (self.trigger or "").startswith("@"))
        return find(self.rule.checker) if asked else None


def activate(rule: Rule, timeout: float, plans: Plans) -> ActiveRule:
    """Make a rule ready. Patterns are compiled and checkers imported when they first run: most never do."""
    plan = plans.of(rule)
    if rule.kind == "checker":
        return _planned(rule, _coded(rule), plan)
    pairs: list[tuple[str, str | None]] = [(rule.pattern, rule.fix)] if rule.kind == "pattern" else list(rule.swap)
    found = _patterns(pairs, rule, timeout)
    return _planned(rule, found, plan)


def _planned(rule: Rule, find: Finder, plan: Plan) -> ActiveRule:
    others = plan.local, plan.needs, plan.longest, plan.within, plan.signed
    return ActiveRule(rule, find, plan.scope, plan.trigger, (), *others)


def _coded(rule: Rule) -> Finder:
    """The checker with the rule's options. A trigger of the rule's own is a part of what it looks for."""
    options = {name.replace("-", "_"): value for name, value in rule.options.items()}
    sign = "" if rule.trigger.startswith("@") else rule.trigger
    check: Callable[..., Iterator[Match]] | None = None

    def find_coded(doc: Document, span: Span) -> Iterator[Match]:
        nonlocal check
        if sign and not hits(sign, doc.text[slice(*span)]):
            return iter(())
        check = check or find(rule.checker).function
        found = check(doc, span, **options)
        return (m for m in found if m.confidence >= rule.min_confidence) if rule.min_confidence else found

    return find_coded


def _patterns(pairs: list[tuple[str, str | None]], rule: Rule, timeout: float) -> Finder:
    def find_patterns(doc: Document, span: Span) -> Iterator[Match]:
        limit = timeout * (1 + (span[1] - span[0]) / _PER_TIMEOUT)
        for pattern, template in pairs:
            for m in matches(doc.text, *span, pattern, rule.ignore_case, limit):
                yield _match(m, template)

    return find_patterns


def _match(m: Any, template: str | None) -> Match:
    fields = {k: v or "" for k, v in m.groupdict().items()}
    return Match(m.start(), m.end(), None if template is None else m.expand(template), fields=fields)
