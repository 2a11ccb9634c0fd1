"""Rules changed by the configuration: severity, applicability, languages, exceptions and checker options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from .errors import ConfigError
from .rules.load import options_for, typed
from .rules.nodes import Value, nearest
from .rules.rule import Rule
from .rules.schema import RULE

_KEYS = ("severity", "applicability", "languages", "except-languages", "unless", "min-confidence")


def tuned(rules: Sequence[Rule], changes: Mapping[str, Mapping[str, Any]]) -> list[Rule]:
    """The rules with the changes of `[tool.textrepair.rule.CODE]`. Raises `ConfigError` for an unknown code or key."""
    known = {r.code: r for r in rules} | {r.name: r for r in rules}
    for code in changes:
        if code not in known:
            raise ConfigError(f"[tool.textrepair.rule.{code}]: no rule is called {code}", nearest(code, known))
    return [_tuned(r, {**changes.get(r.name, {}), **changes.get(r.code, {})}) for r in rules]


def _tuned(rule: Rule, changes: Mapping[str, Any]) -> Rule:
    new: dict[str, Any] = {}
    options = dict(rule.options)
    for key, raw in changes.items():
        value = _as_value(raw, f"[tool.textrepair.rule.{rule.code}]", key)
        if key in _KEYS:
            found = RULE[key].read(value)
            new[key.replace("-", "_")] = (*rule.unless, *found) if key == "unless" else found
        elif rule.kind == "checker":
            options |= options_for(rule.checker, {key: value}, value)
        else:
            raise ConfigError(f"{value.file}: {key} can't be set", nearest(key, _KEYS))
    return replace(rule, **new, options=options) if changes else rule


def _as_value(raw: Any, place: str, key: str) -> Value:
    """A TOML value as the schema's readers want it."""
    if isinstance(raw, list):
        return Value([_as_value(v, place, key) for v in raw], place, 1, 1, key=key)
    text = str(raw).lower() if isinstance(raw, bool) else str(raw)
    return Value(text, place, 1, 1, key=key)


__all__ = ["tuned", "typed"]
