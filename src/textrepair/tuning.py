"""Rules changed by the configuration: severity, applicability, languages, exceptions and checker options.

`[tool.textrepair.rule.X]` names a rule by its code or name, or a whole family by its prefix (`JOI`). What is said of
one rule wins over what is said of its family.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .errors import ConfigError, RuleError, nearest
from .families import FAMILIES, SHIELD
from .patterns import compile_pattern
from .rules.rule import Rule

if TYPE_CHECKING:
    from .rules.values import Value

Changes = Mapping[str, Any]
#: Keys of a rule that a configuration may set. `unless` adds to what the rule has; the others replace it.
KEYS = ("severity", "applicability", "languages", "except-languages", "unless", "min-confidence")
_OF_PROTECT = ("languages", "except-languages")


def tuned(rules: Sequence[Rule], changes: Mapping[str, Changes], origin: str = "") -> list[Rule]:
    """The rules with the changes of `[tool.textrepair.rule.CODE]`. Raises `ConfigError` for an unknown code or key.

    `origin`: the file they stand in, for messages.
    """
    if not changes:
        return list(rules)
    names = {r.code for r in rules} | {r.name for r in rules}
    prefixes = {*FAMILIES, SHIELD}
    for code in changes:
        if code not in names and code not in prefixes:
            raise ConfigError(f"{_place(origin, code)}: no rule is called {code}", nearest(code, names | prefixes))
    return [_changed(rule, changes, origin) for rule in rules]


def _place(origin: str, name: str) -> str:
    return f"{origin}: [rule.{name}]" if origin else f"[tool.textrepair.rule.{name}]"


def _changed(rule: Rule, changes: Mapping[str, Changes], origin: str) -> Rule:
    for name in (rule.code[:3], rule.name, rule.code):
        if name in changes:
            rule = _tuned(rule, changes[name], _place(origin, name), family=name == rule.code[:3])
    return rule


def _tuned(rule: Rule, changes: Changes, place: str, *, family: bool) -> Rule:
    for key, raw in changes.items():
        value = _as_value(raw, place, key)
        try:
            if key in KEYS:
                rule = _with_key(rule, key, value, family=family)
            elif rule.kind == "checker" and not family:
                from .rules.load import options_for  # and with it YAML, which few runs need

                rule = replace(rule, options={**rule.options, **options_for(rule.checker, {key: value}, value)})
            else:
                raise ConfigError(f"{place}: {key} can't be set here", nearest(key, KEYS))
        except RuleError as error:
            told = error.message.replace(":0:0:", ":")
            told = told if told.startswith(place) else f"{place}: {key}: {told}"
            raise ConfigError(told, _hint(rule, key, error)) from error
    return rule


def _hint(rule: Rule, key: str, error: RuleError) -> str:
    return nearest(key, (*KEYS, *rule.options)) if "has no option" in error.message else error.hint


def _with_key(rule: Rule, key: str, value: Value, *, family: bool) -> Rule:
    from .rules.schema import RULE

    read = RULE[key].type.read(value)
    if rule.kind == "protect" and key not in _OF_PROTECT:
        if family:
            return rule
        raise ConfigError(f"{value.file}: {key} can't be set for a protect rule", nearest(key, _OF_PROTECT))
    if key == "unless":
        for pattern in read:
            compile_pattern(pattern, rule.ignore_case)
        return replace(rule, unless=(*rule.unless, *read))
    if key == "min-confidence":
        if not 0 <= read <= 1:
            raise ConfigError(f"{value.file}: min-confidence is not between 0 and 1")
        if rule.kind != "checker":
            if family:
                return rule
            raise ConfigError(f"{value.file}: min-confidence needs a rule with a checker, this one has a {rule.kind}")
        return replace(rule, min_confidence=read)
    return _replaced(rule, key, read)


def _replaced(rule: Rule, key: str, read: Any) -> Rule:
    if key == "severity":
        return replace(rule, severity=read)
    if key == "applicability":
        return replace(rule, applicability=read)
    if key == "languages":
        return replace(rule, languages=read)
    return replace(rule, except_languages=read)


def _as_value(raw: Any, place: str, key: str) -> Value:
    """A TOML value as the schema's readers want it."""
    from .rules.values import Value

    if isinstance(raw, Mapping):
        raise ConfigError(f"{place}: {key} is a table", "a value was expected")
    if isinstance(raw, (list, tuple)):
        return Value([_as_value(v, place, key) for v in raw], place, 0, 0, key=key)
    text = str(raw).lower() if isinstance(raw, bool) else str(raw)
    return Value(text, place, 0, 0, key=key)
