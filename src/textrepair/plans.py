"""How each rule is to be called, remembered from the last start: its scope, its trigger, whether it is local.

To know them, every checker would have to be imported and every pattern parsed, a quarter of a second before the first
line is read; most checkers are never called. What is remembered is plain data in the user's cache folder, and counts
only as long as no file of the package that it was made from has changed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import orjson

from .caching import cache_folder, store
from .checkers.declare import LEADING, Checker, Scope, find, is_builtin
from .digest import blake2b
from .patterns import widen
from .patterns.needs import Needs
from .rules import own
from .rules.catalogue import builtin_folder
from .rules.rule import Rule
from .rules.shipped import shipped


class Plan(NamedTuple):
    """Scope and trigger; whether all that the rule says of a line depends on the line alone, or nearly (see `checker`);
    the literals of which one is in every text in which the trigger hits; how many characters the lines have that the
    rule looks at, at most, if it says so; and of the trigger what `patterns.within` says."""

    scope: Scope
    trigger: str | None
    local: bool = False
    needs: Needs = None
    longest: int | None = None
    within: bool = False
    signed: bool = False


#: A count of more than nine: as an automaton each copy is a state of its own, and a gate need not count.
_COUNT = re.compile(r"\{\d*,?\d\d+\}")
#: The same of a count from a few to more than nine.
_REACH = re.compile(r"\{(\d+),\d\d+\}")


class Plans:
    """The plans of all rules met so far. Use as a context manager: new ones are remembered at its end."""

    def __init__(self) -> None:
        self._path = cache_folder() / "plans.json"
        self._known: dict[str, Plan] = {}
        self._ready: dict[str, Plan] = {}
        self.used: dict[str, Plan] = {}

    def __enter__(self) -> Plans:
        self._state = _state()
        try:
            data = orjson.loads(self._path.read_bytes())
            if data["state"] == self._state:
                self._known = {key: _read(*plan) for key, plan in data["plans"].items()}
        except (OSError, ValueError, KeyError, TypeError):
            self._known = {}
        if not self._known:
            ready = shipped(builtin_folder().resolve())
            self._ready = {key: _read(*plan) for key, plan in ready.plans.items()} if ready else {}
        return self

    def __exit__(self, *_: object) -> None:
        if self.used.keys() <= self._known.keys():
            return
        data = {"state": self._state, "plans": self._known | self.used}
        store(self._path, json.dumps(data, default=sorted).encode())

    def of(self, rule: Rule) -> Plan:
        """How the rule is to be called. Raises `PluginError` for a checker that is not there."""
        if rule.kind == "checker" and not is_builtin(rule.checker):
            return _compact(_made(rule))
        return self._remembered(_key(rule), lambda: _made(rule))

    def of_shield(self, pattern: str, ignore_case: bool) -> Plan:
        """The same for a pattern of a protect rule."""

        def made() -> Plan:
            widened = widen(_REACH.sub(r"{\1,}", pattern), ignore_case)
            return Plan("record" if widened.multiline else "line", widened.re2)

        return self._remembered(_digest((pattern, ignore_case)), made)

    def _remembered(self, key: str, made: Callable[[], Plan]) -> Plan:
        if key not in self.used:
            self.used[key] = self._known.get(key) or self._ready.get(key) or _compact(made())
        return self.used[key]


def _read(scope: Scope, trigger: str | None, local: bool, literals: Sequence[str] | None, *others: Any) -> Plan:
    return Plan(scope, trigger, local, None if literals is None else frozenset(literals), *others)


def _compact(plan: Plan) -> Plan:
    if not plan.trigger or plan.trigger.startswith("@"):
        return plan
    from .patterns.compact import compact  # a warm start makes no plans
    from .patterns.heads import heads
    from .patterns.tails import without_tail
    from .patterns.within import is_signed, stays_in_line

    trigger = without_tail(compact(plan.trigger))
    within, signed = stays_in_line(trigger), is_signed(trigger)
    return plan._replace(trigger=trigger, needs=heads(trigger), within=within, signed=signed)


def _made(rule: Rule) -> Plan:
    if rule.kind == "checker":
        declared = find(rule.checker)
        if declared.trigger.startswith("="):
            of_option = _of_option(rule.options.get(declared.trigger[1:], ()))
            return Plan(declared.scope, rule.trigger or of_option, declared.local, longest=_longest(declared, rule))
        return Plan(declared.scope, rule.trigger or declared.trigger, declared.local, longest=_longest(declared, rule))
    patterns = [rule.pattern] if rule.kind == "pattern" else [pattern for pattern, _ in rule.swap]
    widened = [widen(pattern, rule.ignore_case) for pattern in patterns]
    scope: Scope = "record" if any(w.multiline for w in widened) else "line"
    if rule.trigger or not all(w.re2 for w in widened):
        return Plan(scope, rule.trigger or None, scope == "line")
    return Plan(scope, "|".join(f"(?:{w.re2})" for w in widened), scope == "line")


def _longest(declared: Checker, rule: Rule) -> int | None:
    """The option of the rule that bounds the lines it looks at, or what it is by default."""
    if not declared.longest:
        return None
    found: int = rule.options.get(declared.longest, declared.options[declared.longest].default)
    return found


def _of_option(patterns: Sequence[str]) -> str:
    """For the trigger `=option`: one made of that option's patterns, which begin a line, case ignored."""
    widened = [widen(rf"^{LEADING}(?:{_COUNT.sub('*', pattern)})", ignore_case=True).re2 for pattern in patterns]
    return "|".join(f"(?:{w})" for w in widened if w) if all(widened) else ""


def _key(rule: Rule) -> str:
    parts = (
        rule.kind,
        rule.pattern,
        rule.swap,
        rule.checker,
        sorted(rule.options.items()),
        rule.ignore_case,
        rule.trigger,
    )
    return _digest(parts)


def _digest(parts: object) -> str:
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _state() -> str:
    """Changes with any file of the package that plans are made from."""
    return blake2b(repr(own.stamps()).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
