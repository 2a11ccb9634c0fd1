"""One rule file -> rules. Everything that can be wrong with a rule by itself is found here."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from ..checkers.declare import FEATURES
from ..errors import PluginError, RuleError, nearest
from ..patterns import compile_pattern, gate
from . import schema, types
from .nodes import read_documents, read_file
from .problems import Problems
from .rule import Rule
from .values import Value


def load_file(path: Path, name: str | None = None) -> list[Rule]:
    """The rules of a YAML file. Raises `RuleError` with file, line and column. `name`: the path as messages show it."""
    return load_text(read_file(path), name or str(path))


def load_text(data: str, name: str) -> list[Rule]:
    """The rules in the text of a YAML file. Raises all that is wrong with them at once."""
    problems = Problems()
    documents = []
    try:
        for document in read_documents(data, name):
            documents.append(document)
    except RuleError as error:  # YAML itself is broken here: what comes before may still be checked
        problems.add(error)
    rules = [problems.tried(lambda d=d: read_rule(d)) for d in documents]  # type: ignore[misc]
    problems.raise_if_any()
    return [r for r in rules if r is not None]


def read_rule(document: Value) -> Rule:
    """The rule of one YAML document."""
    entries = schema.fields(document, schema.RULE, "rule")
    problems = Problems()
    for needed in schema.NEEDED:
        if needed not in entries:
            problems.add(document.error(f"the rule has no {needed}"))
    kinds = [k for k in schema.KINDS if k in entries]
    if len(kinds) != 1:
        found = " and ".join(kinds) or "none"
        problems.add(document.error(f"expected one of {', '.join(schema.KINDS)}, found {found}"))
    problems.raise_if_any()
    for check in (_check_fits, _check_patterns, _check_trigger, _check_confidence):
        problems.tried(lambda check=check: check(document, kinds[0], entries))  # type: ignore[misc]
    problems.tried(lambda: _set_options(document, kinds[0], entries))
    problems.raise_if_any()
    rule = Rule(kind=kinds[0], source=document.file, line=document.line, **entries)
    _check_examples(document, rule)
    return rule


def _check_fits(document: Value, kind: str, entries: dict[str, Any]) -> None:
    for key, owner in schema.BELONGS.items():
        if key.replace("-", "_") in entries and kind != owner:
            wrong = f"{entries['code']}: {key} belongs to a rule with {owner}, this one has {kind}"
            raise document.mapping()[key].key_error(wrong)
    if (entries["code"][:3] == "PRT") != (kind == "protect"):
        place = document.mapping()["code"]
        raise place.error(f"{entries['code']}: protect rules, and only they, have codes that begin with PRT")


def _check_patterns(document: Value, kind: str, entries: dict[str, Any]) -> None:
    problems = Problems()
    fold = entries.get("ignore_case", False)
    for pattern, where in _patterns(document, kind):
        problems.tried(partial(_check_pattern, pattern, where, fold, empty_is_fine=where.key == "unless"))
    problems.raise_if_any()
    for pattern, template, where in _templates(document, kind):
        check_template(pattern, template, where, fold)


def _patterns(document: Value, kind: str) -> Iterator[tuple[str, Value]]:
    entries = document.mapping()
    for key in ("pattern", "protect", "unless"):
        if key in entries:
            value = entries[key]
            yield from ((v.text(), v) for v in (value.items() if isinstance(value.content, list) else [value]))
    if kind == "swap":
        yield from entries["swap"].mapping().items()


def _templates(document: Value, kind: str) -> Iterator[tuple[str, str, Value]]:
    entries = document.mapping()
    if kind == "pattern" and "fix" in entries:
        yield entries["pattern"].text(), entries["fix"].text(), entries["fix"]
    if kind == "swap":
        yield from ((pattern, value.text(), value) for pattern, value in entries["swap"].mapping().items())


def _check_pattern(pattern: str, where: Value, fold: bool, *, empty_is_fine: bool) -> None:
    try:
        compiled = compile_pattern(pattern, fold)
    except RuleError as error:
        raise where.error(f"{where.key}: {error.message}", error.hint) from error
    try:
        empty = not empty_is_fine and compiled.fullmatch("", timeout=1)
    except (TimeoutError, MemoryError) as error:
        raise where.error(
            f"the pattern '{pattern}' does not even finish on the empty text", "it calls itself"
        ) from error
    if empty:
        wrong = f"the pattern {pattern!r} matches the empty text"
        raise where.error(wrong, "it would match everywhere; ask for at least one character")


def check_template(pattern: str, template: str, where: Value, fold: bool = False) -> None:
    """Raise where a replacement names a group that its pattern does not have, or is no template at all."""
    compiled = compile_pattern(pattern, fold)
    try:
        _groups_alone(compiled.groups, frozenset(compiled.groupindex.items())).expand(template)
    except Exception as error:
        groups = ", ".join(compiled.groupindex) or f"1 to {compiled.groups}" if compiled.groups else "none"
        wrong = f"{where.key}: the template {template!r} does not fit the pattern: {error}"
        raise where.error(wrong, f"groups of the pattern: {groups}; write \\\\ for a backslash") from error


@lru_cache(maxsize=64)
def _groups_alone(count: int, named: frozenset[tuple[str, int]]) -> Any:
    """A match with the groups of some pattern, all of them empty."""
    names = {number: name for name, number in named}
    groups = (f"(?P<{names[n]}>)" if n in names else "()" for n in range(1, count + 1))
    return compile_pattern("".join(groups)).match("")


def _check_trigger(document: Value, kind: str, entries: dict[str, Any]) -> None:
    trigger = entries.get("trigger", "")
    if trigger.startswith("@"):
        if trigger not in FEATURES:
            known = ", ".join(FEATURES)
            raise document.mapping()["trigger"].error(f"trigger: unknown feature {trigger}", f"one of {known}")
        return
    problem = gate.refused(trigger) if trigger else ""
    if problem:
        hint = "the syntax is that of RE2: no lookaround, no back-references"
        raise document.mapping()["trigger"].error(f"trigger: {problem}", hint)


def _check_confidence(document: Value, kind: str, entries: dict[str, Any]) -> None:
    if not 0 <= entries.get("min_confidence", 0) <= 1:
        raise document.mapping()["min-confidence"].error("min-confidence: not between 0 and 1")


def _set_options(document: Value, kind: str, entries: dict[str, Any]) -> None:
    if kind == "checker":
        where = document.mapping()
        entries["options"] = options_for(entries["checker"], entries.get("options", {}), where["checker"])


def _check_examples(document: Value, rule: Rule) -> None:
    bad = [e for e in rule.examples if e.bad is not None]
    place = document.mapping()["examples"]
    if rule.kind != "protect" and (not bad or len(bad) == len(rule.examples)):
        raise place.key_error(f"{rule.code}: a rule needs at least one bad and one ok example")
    if rule.kind in ("pattern", "swap") and rule.fixes and any(e.good is None for e in bad):
        raise place.key_error(f"{rule.code}: a bad example of a rule with a fix needs its good text")


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
            hint = nearest(name, known) if known else "it takes none"
            raise value.key_error(f"checker {checker} has no option {name}", hint)
        out[name] = option_type(known[name]).read(value)
    return out


def option_type(parameter: inspect.Parameter) -> types.Type:
    """The type of an option by its annotation: str, bool, int, float, a Literal, or a tuple of str."""
    wanted = parameter.annotation
    if wanted is bool:
        return types.BOOLEAN
    if wanted is int:
        return types.Type(_whole, {"type": ["integer", "string"], "pattern": r"^-?(0|[1-9][0-9]*)$"})
    if wanted is float:
        return types.NUMBER
    if get_origin(wanted) is tuple:
        return types.PATTERNS
    if get_origin(wanted) is Literal:
        return types.one_of(*get_args(wanted))
    return types.EXACT


def _whole(value: Value) -> int:
    number = types.NUMBER.read(value)
    if number != int(number):
        raise value.error(f"{value.key}: {value.text()!r} is not a whole number")
    return int(number)
