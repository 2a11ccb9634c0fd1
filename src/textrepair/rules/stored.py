"""Rules as bytes, and back: plain data, in which only what differs from the defaults is written.

The examples come last and are read when somebody asks for them: a run does not, and they are most of a catalogue.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from functools import cached_property
from typing import Any, overload

import orjson

from ..patterns import remember, widen
from .rule import Example, Rule

_TUPLES = ("languages", "except_languages", "unless", "applies_to", "protect")
_DEFAULTS = {f.name: f.default_factory() if f.default_factory is not MISSING else f.default for f in fields(Rule)}


def written(rules: Iterable[Rule]) -> bytes:
    """The rules, and what their patterns are as RE2's. Raises `TypeError` for what is no plain data."""
    found = list(rules)
    widened = [_widened(p, r.ignore_case) for r in found for p in _patterns(r)]
    examples = [[(e.bad, e.good, e.ok, e.lang, e.note, e.xfail, e.line) for e in r.examples] for r in found]
    return _json({"rules": [_data(r) for r in found], "widened": widened}) + b"\n" + _json(examples)


def read(data: bytes) -> list[Rule]:
    """The rules of `written` bytes. Raises `ValueError`, `KeyError` or `TypeError` for others."""
    head, _, rest = data.partition(b"\n")
    found, examples = _parsed(head), _Stored(rest)
    rules = [_rule(r, _Examples(examples, n)) for n, r in enumerate(found["rules"])]
    remember(tuple(w) for w in found["widened"])
    return rules


class _Stored:
    """The examples of all rules, as bytes till they are asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def examples(self) -> list[tuple[Example, ...]]:
        """By rule."""
        return [tuple(Example(*e) for e in some) for some in _parsed(self._data)]


class _Examples(Sequence[Example]):
    """The examples of one rule."""

    __slots__ = ("_number", "_stored")

    def __init__(self, stored: _Stored, number: int) -> None:
        self._stored, self._number = stored, number

    def _all(self) -> tuple[Example, ...]:
        return self._stored.examples[self._number]

    @overload
    def __getitem__(self, index: int) -> Example: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Example]: ...
    def __getitem__(self, index: int | slice) -> Example | Sequence[Example]:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self._all() if isinstance(other, (tuple, _Examples)) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


def _patterns(rule: Rule) -> list[str]:
    return [p for p in (rule.pattern, *(p for p, _ in rule.swap), *rule.protect) if p]


def _widened(pattern: str, fold: bool) -> tuple[str, bool, str | None, bool]:
    found = widen(pattern, fold)
    return pattern, fold, found.re2, found.multiline


def _json(data: Any) -> bytes:
    """Examples may hold lone surrogates, and even two that JSON's escapes would join."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _parsed(data: bytes) -> Any:
    try:
        return orjson.loads(data)
    except ValueError:  # it may be the surrogates
        return json.loads(data.decode("utf-8", "surrogatepass"))


def _data(rule: Rule) -> dict[str, Any]:
    """What of a rule differs from the defaults."""
    told = {name: getattr(rule, name) for name in _DEFAULTS if name != "examples"}
    return {name: value for name, value in told.items() if value != _DEFAULTS[name]}


def _rule(data: dict[str, Any], examples: Sequence[Example]) -> Rule:
    for name in _TUPLES:
        if name in data:
            data[name] = tuple(data[name])
    if "swap" in data:
        data["swap"] = tuple((a, b) for a, b in data["swap"])
    if "options" in data:
        data["options"] = {k: tuple(v) if isinstance(v, list) else v for k, v in data["options"].items()}
    return Rule(**data, examples=examples)
