"""Which rules are on, and which of them may fix: codes, prefixes and names -> rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from .errors import UsageError, nearest
from .families import FAMILIES, PREFIXES, WORK, WORK_CODES, family_of
from .model import Applicability
from .rules.rule import Rule
from .settings import Settings


def selected(rules: Sequence[Rule], settings: Settings) -> list[Rule]:
    """The rules in force, with applicabilities as the settings want them. Raises `UsageError` for an unknown code.

    The longer selector wins: `--select JOI --ignore JOI101`, `--ignore JOI --extend-select JOI101` mean what they say.
    """
    on = _ranks_of(rules, settings, "select")
    for code, rank in _ranks_of(rules, settings, "extend-select").items():
        on[code] = max(on.get(code, 0), rank)
    ignored = _ranks_of(rules, settings, "ignore")
    off = _ranks_of(rules, settings, "off")
    kept = [
        r for r in rules if r.kind == "protect" or (on.get(r.code, 0) > ignored.get(r.code, 0) and r.code not in off)
    ]
    return _reassigned(kept, rules, settings)


def muted(settings: Settings) -> frozenset[str]:
    """The work codes (INP, FIX) that the settings ignore. `select` has no say: what was not read or settled is told."""
    return frozenset(_ranks([], [s for s in (*settings.ignore, *settings.off) if _is_work(s)]))


def _is_work(selector: str) -> bool:
    names = {name for name, _ in WORK_CODES.values()}
    return selector[:3] in WORK or selector in names or selector in WORK.values()


def _ranks_of(rules: Sequence[Rule], settings: Settings, key: str) -> dict[str, int]:
    """The ranks of a key of the settings. Raises `UsageError` with the place of that key where it is known."""
    try:
        return _ranks(rules, getattr(settings, key.replace("-", "_")))
    except UsageError as error:
        place = settings.places.get(key)
        raise UsageError(f"{place}: {error.message}" if place else error.message, error.hint) from error


def _ranks(rules: Sequence[Rule], selectors: Iterable[str]) -> dict[str, int]:
    """For each code, how specific the most specific selector is that names it."""
    ranks: dict[str, int] = {}
    for selector in selectors:
        for code, rank in _named(rules, selector).items():
            ranks[code] = max(ranks.get(code, 0), rank)
    return ranks


def _named(rules: Sequence[Rule], selector: str) -> dict[str, int]:
    if selector == "ALL":
        return {r.code: 1 for r in rules}
    names = {r.code: r.name for r in rules} | {code: name for code, (name, _) in WORK_CODES.items()}
    found = {code: 1 + len(selector) for code in names if code.startswith(selector) and selector}
    found = found or {code: 10 for code, name in names.items() if name == selector}
    found = found or {code: 4 for code in names if family_of(code) == selector}
    if not found and selector not in PREFIXES and selector not in (FAMILIES | WORK).values():
        known = [*names, *names.values(), *PREFIXES, *FAMILIES.values(), "ALL"]
        raise UsageError(f"no rule is called {selector}", _hint(selector, known))
    return found


def _hint(selector: str, known: Collection[str]) -> str:
    hint = nearest(selector, known)
    if not hint.startswith("did"):
        hint = nearest(selector.upper(), known)
    return hint if hint.startswith("did") else "`textrepair rules list` shows all codes and names"


def _reassigned(rules: Sequence[Rule], every: Sequence[Rule], settings: Settings) -> list[Rule]:
    """The rules with the applicability that the settings give them."""
    safe, unsafe = (_ranks_of(every, settings, f"extend-{tier}-fixes") for tier in ("safe", "unsafe"))
    may, may_not = (_ranks_of(every, settings, key) for key in ("fixable", "unfixable"))

    def of(rule: Rule) -> Rule:
        wanted: Applicability = rule.applicability
        if rule.code in safe and wanted == "unsafe":
            wanted = "safe"
        if rule.code in unsafe and wanted == "safe":
            wanted = "unsafe"
        if may.get(rule.code, 0) <= may_not.get(rule.code, 0):
            wanted = "display"
        return rule if wanted == rule.applicability or not rule.fixes else replace(rule, applicability=wanted)

    return [of(r) for r in rules]
