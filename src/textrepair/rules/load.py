"""One rule file -> rules. Everything that can be wrong with a rule by itself is found here."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from ..errors import PluginError
from ..patterns import compile_pattern
from . import schema
from .nodes import Value, nearest, read_documents, read_file
from .rule import Rule


def load_file(path: Path, name: str | None = None) -> list[Rule]:
    """The rules of one YAML file. Raises `RuleError` with file, line and column. `name` stands for the path in messages."""
    return load_text(read_file(path), name or str(path))


def load_text(data: str, name: str) -> list[Rule]:
    """The rules in the text of a YAML file."""
    return [_rule(document) for document in read_documents(data, name)]


def _rule(document: Value) -> Rule:
    entries = schema.fields(document, schema.RULE, "rule")
    where = document.mapping()
    for needed in ("code", "name", "message", "examples"):
        if needed not in entries:
            raise document.error(f"the rule has no {needed}")
    kinds = [k for k in schema.KINDS if k in entries]
    if len(kinds) != 1:
        found = " and ".join(kinds) or "none"
        raise document.error(f"{entries['code']}: expected one of {', '.join(schema.KINDS)}, found {found}")
    kind = kinds[0]
    _check_fits(document, kind, entries)
    for key in ("pattern", "protect", "unless", "swap"):
        _check_patterns(where.get(key), entries.get(key, ()), entries.get("ignore_case", False))
    if "options" in entries:
        entries["options"] = options_for(entries["checker"], entries["options"], where["options"])
    elif kind == "checker":
        options_for(entries["checker"], {}, where["checker"])
    rule = Rule(kind=kind, source=document.file, line=document.line, **entries)
    _check_examples(document, rule)
    return rule


def _check_fits(document: Value, kind: str, entries: dict[str, Any]) -> None:
    fits = {"fix": "pattern", "options": "checker", "applies_to": "protect", "min_confidence": "checker"}
    for key, owner in fits.items():
        if key in entries and kind != owner:
            raise document.error(f"{entries['code']}: {key.replace('_', '-')} belongs to a rule with {owner}, this one has {kind}")
    if (entries["code"][:3] == "PRT") != (kind == "protect"):
        raise document.error(f"{entries['code']}: protect rules, and only they, have codes that begin with PRT")


def _check_patterns(where: Value | None, found: Any, ignore_case: bool) -> None:
    patterns: Iterable[str] = (found,) if isinstance(found, str) else (p if isinstance(p, str) else p[0] for p in found)
    for pattern in patterns:
        try:
            compiled = compile_pattern(pattern, ignore_case)
        except Exception as error:
            assert where is not None
            raise where.error(getattr(error, "message", str(error)), getattr(error, "hint", "")) from error
        if where is not None and where.key != "unless" and compiled.fullmatch(""):
            raise where.error(f"the pattern {pattern!r} matches the empty text", "it would match everywhere; ask for at least one character")


def _check_examples(document: Value, rule: Rule) -> None:
    bad = [e for e in rule.examples if e.bad is not None]
    if rule.kind != "protect" and (not bad or len(bad) == len(rule.examples)):
        raise document.error(f"{rule.code}: a rule needs at least one bad and one ok example")
    if rule.kind in ("pattern", "swap") and rule.fixes and any(e.good is None for e in bad):
        raise document.error(f"{rule.code}: a bad example of a rule with a fix needs its good text")


def options_for(checker: str, given: dict[str, Value], where: Value) -> dict[str, Any]:
    """Options typed by the checker's own signature. Raises `RuleError` for an unknown one or a wrong type."""
    from ..checkers import find

    try:
        known = find(checker).options
    except PluginError as error:
        raise where.error(error.message, error.hint) from error
    out = {}
    for name, value in given.items():
        if name not in known:
            raise value.error(f"checker {checker} has no option {name}", nearest(name, known))
        out[name] = typed(value, known[name])
    return out


def typed(value: Value, parameter: inspect.Parameter) -> Any:
    """A YAML value as the annotation of a parameter wants it: str, bool, int, float, a Literal, or a tuple of str."""
    wanted = parameter.annotation
    if wanted is bool:
        return schema.boolean(value)
    if wanted in (int, float):
        number = schema.number(value)
        if wanted is int and number != int(number):
            raise value.error(f"{value.key}: {value.text()!r} is not a whole number")
        return wanted(number)
    if get_origin(wanted) is tuple:
        return schema.texts(value)
    if get_origin(wanted) is Literal:
        return schema.one_of(*get_args(wanted))(value)
    return value.text()
