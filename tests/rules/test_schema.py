"""The JSON Schema takes what the loader takes, as far as an editor can tell."""

import re

import pytest
import yaml

from textrepair.rules.catalogue import builtin_folder, rule_files
from textrepair.rules.schema_json import rule_schema

SCHEMA = rule_schema()
TYPES = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "boolean": bool}


def wrong(value, schema) -> list[str]:
    """What a schema has against a value: the keywords that our schema uses, in the meaning of draft 7."""
    if "$ref" in schema:
        return wrong(value, SCHEMA["definitions"]["example"])
    found = []
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(
        isinstance(value, TYPES[k]) and not (isinstance(value, bool) and k in ("number", "integer")) for k in kinds
    ):
        return [f"{value!r} is no {kinds}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{value!r} is not one of {schema['enum'][:5]}")
    if "const" in schema and value != schema["const"]:
        found.append(f"{value!r} is not {schema['const']}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{value!r} has the wrong form")
    if "anyOf" in schema and all(wrong(value, s) for s in schema["anyOf"]):
        found.append(f"{value!r} fits none")
    if "oneOf" in schema and sum(not wrong(value, s) for s in schema["oneOf"]) != 1:
        found.append("not exactly one fits")
    for part in schema.get("allOf", []):
        if not wrong(value, part["if"]):
            found += wrong(value, part["then"])
    if isinstance(value, list):
        found += [w for v in value for w in wrong(v, schema.get("items", {}))]
    if isinstance(value, dict):
        found += _wrong_entries(value, schema)
    return found


def _wrong_entries(value, schema):
    properties, more = schema.get("properties", {}), schema.get("additionalProperties", {})
    found = [f"{k} is missing" for k in schema.get("required", []) if k not in value]
    found += [
        f"{k} needs {n}"
        for k, needs in schema.get("dependencies", {}).items()
        if k in value
        for n in needs
        if n not in value
    ]
    for key, inner in value.items():
        if key in properties:
            found += wrong(inner, properties[key])
        elif more is False:
            found.append(f"{key} is unknown")
        elif more:
            found += wrong(inner, more)
    return found


@pytest.mark.parametrize("file", rule_files(builtin_folder()), ids=lambda f: f"{f.parent.name}/{f.name}")
def test_the_built_in_rules_fit(file):
    """So that no editor underlines them."""
    for document in yaml.safe_load_all(file.read_text(encoding="utf-8")):
        if document:
            assert wrong(document, SCHEMA) == []


GOOD = {"code": "JOI901", "name": "a-b", "message": "m", "pattern": "x", "examples": [{"bad": "x"}, {"ok": "y"}]}


@pytest.mark.parametrize(
    "change",
    [
        {"patern": "x"}, {"code": "XXX901"}, {"code": "JOI9"}, {"name": "A b"}, {"swap": {"a": "b"}}, {"severity": "eror"},
        {"ignore-case": "yes"}, {"examples": [{"good": "x"}]}, {"examples": [{"bad": "x", "ok": "y"}]}, {"options": {"a": 1}},
        {"applies-to": ["JOI"]}, {"min-confidence": "high"}, {"examples": []},
    ],
)  # fmt: skip
def test_what_the_loader_refuses_is_underlined(change):
    """A good rule fits, and does no longer once it is spoilt."""
    assert wrong(GOOD, SCHEMA) == []
    if change == {"examples": []}:
        assert SCHEMA["properties"]["examples"]["minItems"] == 1
    else:
        assert wrong({**GOOD, **change}, SCHEMA)


def test_options_of_a_checker_are_completed():
    """By the name of the checker."""
    part = SCHEMA["allOf"][0]
    name = part["if"]["properties"]["checker"]["const"]
    rule = {k: v for k, v in GOOD.items() if k != "pattern"} | {"checker": name}
    assert wrong(rule, SCHEMA) == []
    assert wrong({**rule, "options": {"no-such-option": 1}}, SCHEMA)


def test_codes_from_900_on_are_for_users():
    """As the guide promises."""
    from textrepair.rules import load_catalogue

    assert [r.code for r in load_catalogue() if r.source.startswith("rules/") and int(r.code[3:]) >= 900] == []
