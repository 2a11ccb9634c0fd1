"""The table of `schema.py` as JSON Schema (draft 7): editors complete and check rule files with it."""

from __future__ import annotations

from typing import Any

from ..checkers import find
from ..checkers.declare import builtin_names
from .load import option_type
from .schema import BELONGS, EXAMPLE, KINDS, NEEDED, RULE, Key
from .types import SCALAR, Schema

ID = "https://textrepair.dev/rule.schema.json"


def rule_schema() -> Schema:
    """The schema of one YAML document of a rule file."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": ID,
        "title": "textrepair rule",
        "description": "One rule: what to look for in a text, and what to do about it.",
        "type": "object",
        "required": list(NEEDED),
        "additionalProperties": False,
        "properties": {**_properties(RULE), "checker": _checker()},
        "oneOf": [{"required": [kind], "title": f"a rule with {kind}"} for kind in KINDS],
        "dependencies": {key: [kind] for key, kind in BELONGS.items()},
        "allOf": _options(),
        "definitions": {"example": _example()},
    }


def _properties(keys: dict[str, Key]) -> Schema:
    return {name: {**key.type.schema, "description": key.about} for name, key in keys.items()}


def _example() -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": _properties(EXAMPLE),
        "oneOf": [{"required": ["bad"]}, {"required": ["ok"]}],
        "dependencies": {"good": ["bad"]},
    }


def _checker() -> Schema:
    """Plugins bring checkers of other names, so any text is right."""
    known: dict[str, Any] = {"enum": builtin_names()}
    return {"anyOf": [known, SCALAR], "description": RULE["checker"].about}


def _options() -> list[Schema]:
    """For each built-in checker, the options that it takes."""
    out: list[Schema] = []
    for name in builtin_names():
        options = {n: option_type(p).schema for n, p in find(name).options.items()}
        then = {"properties": {"options": {"additionalProperties": False, "properties": options}}}
        out.append({"if": {"properties": {"checker": {"const": name}}, "required": ["checker"]}, "then": then})
    return out
