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
from .plans import Plans
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
        given = _options(self.rule)
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
        return ActiveRule(rule, _coded(rule), *plan)
    pairs: list[tuple[str, str | None]] = [(rule.pattern, rule.fix)] if rule.kind == "pattern" else list(rule.swap)
    found = _patterns(pairs, rule, timeout)
    return ActiveRule(rule, found, *plan)


def _options(rule: Rule) -> dict[str, Any]:
    """The rule's options by the names of the checker's parameters."""
    return {name.replace("-", "_"): value for name, value in rule.options.items()}


def _coded(rule: Rule) -> Finder:
    """The checker with the rule's options. A trigger of the rule's own is a part of what it looks for."""
    options = _options(rule)
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
