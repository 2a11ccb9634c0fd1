"""The types of a rule's keys: how a YAML value is read, and the JSON Schema that tells an editor the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..errors import nearest
from .values import Value

Schema = dict[str, Any]

#: YAML makes numbers and booleans of `0.1` and `yes`; we read what was written, so an editor may let them pass.
SCALAR: Schema = {"type": ["string", "number", "boolean"]}


@dataclass(frozen=True, slots=True)
class Type:
    """`read` turns a value into Python, or raises `RuleError`; `schema` is its JSON Schema."""

    read: Callable[[Value], Any]
    schema: Schema


def _text(value: Value) -> str:
    if value.trap and value.plain and value.content in ("null", "~", "Null", "NULL"):
        raise value.error(f"{value.key}: {value.trap}")
    return value.text()


def _exact(value: Value) -> str:
    if value.trap:
        raise value.error(f"{value.key}: {value.trap}")
    return value.text()


def _line(value: Value) -> str:
    if "\n" in _exact(value).strip():
        raise value.error(f"{value.key}: one line only")
    return value.text().strip()


def _boolean(value: Value) -> bool:
    if value.text() not in ("true", "false"):
        raise value.error(f"{value.key}: {value.text()!r} is not true or false", "write true or false")
    return value.text() == "true"


def _number(value: Value) -> float:
    if not re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", value.text(), re.ASCII):
        raise value.error(f"{value.key}: {value.text()!r} is not a plain decimal number", "such as 3 or 0.95")
    return float(value.text())


def _table(value: Value) -> tuple[tuple[str, str], ...]:
    if not value.mapping():
        raise value.error(f"{value.key}: the table is empty")
    return tuple((key, _exact(v)) for key, v in value.mapping().items())


def _tags(value: Value) -> tuple[str, ...]:
    found = TEXTS.read(value)
    for tag in found:
        if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", tag):
            raise value.error(f"{value.key}: {tag!r} is no language tag", "BCP-47, such as en or zh-Hant")
    return tuple(found)


def _anything(value: Value) -> Any:
    content = value.content
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return [_anything(v) for v in content]
    return {k: _anything(v) for k, v in content.items()}


def list_of(inner: Type) -> Type:
    """A list of scalars; a single scalar counts as a list of one."""

    def read(value: Value) -> tuple[Any, ...]:
        if isinstance(value.content, str):
            return (inner.read(value),)
        return tuple(inner.read(v) for v in value.items())

    return Type(read, {"anyOf": [inner.schema, {"type": "array", "items": inner.schema}]})


def one_of(*choices: str) -> Type:
    """One of a few words."""

    def read(value: Value) -> str:
        if value.text() not in choices:
            wrong = f"{value.key}: {value.text()!r} is not one of {', '.join(choices)}"
            raise value.error(wrong, nearest(value.text(), choices))
        return value.text()

    return Type(read, {"enum": list(choices)})


def matching(pattern: str, example: str) -> Type:
    """A scalar of a certain form."""

    def read(value: Value) -> str:
        if not re.fullmatch(pattern, value.text()):
            raise value.error(f"{value.key}: {value.text()!r} has the wrong form", f"for example {example}")
        return value.text()

    return Type(read, {"type": "string", "pattern": f"^(?:{pattern})$"})


#: Any scalar.
TEXT = Type(_text, SCALAR)
#: A scalar in which every character counts: what YAML changed on the way is an error.
EXACT = Type(_exact, SCALAR)
#: A scalar without a line end.
LINE = Type(_line, {"type": "string"})
#: `true` or `false`; YAML's `yes`, `no`, `on`, `off` are not taken, in any spelling.
BOOLEAN = Type(_boolean, {"enum": [True, False, "true", "false"]})
#: A decimal number. `010`, `1_000`, `1:30` and `1e3`, which YAML reads each in its own way, are not taken.
NUMBER = Type(_number, {"type": ["number", "string"], "pattern": r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?$"})
#: A mapping of pattern -> template.
TABLE = Type(_table, {"type": "object", "minProperties": 1, "additionalProperties": SCALAR})
TEXTS = list_of(TEXT)
PATTERNS = list_of(EXACT)
#: BCP-47 tags. `no` is Norwegian; an editor that speaks YAML 1.1 sees `false` there.
LANGUAGES = Type(_tags, list_of(TEXT).schema)
#: Free content, as plain strings, lists and dicts.
ANYTHING = Type(_anything, {})
