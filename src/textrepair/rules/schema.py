"""The keys of a rule document and how each is typed. This table is the schema; everything else is derived from it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import Any, get_args

from ..errors import nearest
from ..families import PREFIXES
from ..model import APPLICABILITIES, SEVERITIES
from . import types
from .problems import Problems
from .rule import Example, Kind
from .types import Type
from .values import Value

KINDS: tuple[Kind, ...] = get_args(Kind)
NEEDED = ("code", "name", "message", "examples")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how it is read and what it means to a reader of the documentation."""

    type: Type
    about: str


def _code(value: Value) -> str:
    found: str = types.matching(r"[A-Z]{3}[0-9]{3}", "JOI101").read(value)
    if found[:3] not in PREFIXES:
        raise value.error(f"code: no family has the prefix {found[:3]}", nearest(found[:3], PREFIXES))
    return found


def _prefixes(value: Value) -> tuple[str, ...]:
    found: tuple[str, ...] = types.TEXTS.read(value)
    for prefix in found:
        if prefix not in PREFIXES:
            raise value.error(f"{value.key}: no family has the prefix {prefix}", nearest(prefix, PREFIXES))
    return found


def _examples(value: Value) -> tuple[Example, ...]:
    return tuple(_example(item) for item in value.items())


def _example(item: Value) -> Example:
    entries = fields(item, EXAMPLE, "example")
    if ("bad" in entries) == ("ok" in entries) or ("good" in entries and "ok" in entries):
        raise item.error("an example has either bad (and good) or ok")
    if entries.pop("escaped", False):
        entries |= {k: _unescaped(entries[k]) for k in ("bad", "good", "ok") if k in entries}
    return Example(**entries, line=item.line)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text)


EXAMPLE: dict[str, Key] = {
    "bad": Key(types.EXACT, "a text in which the rule finds something"),
    "good": Key(types.EXACT, "the same text as the rule repairs it"),
    "ok": Key(types.EXACT, "a text that the rule leaves alone"),
    "lang": Key(types.TEXT, "the language of the text; default: the first of the rule's languages"),
    "note": Key(types.TEXT, "why the example is there"),
    "xfail": Key(types.TEXT, "the reason why the rule does not manage this one yet"),
    "escaped": Key(types.BOOLEAN, "\\uXXXX in the texts stands for code units: YAML itself can't hold lone surrogates"),
}

_CODE = Type(_code, {"type": "string", "pattern": f"^({'|'.join(PREFIXES)})[0-9]{{3}}$"})
_PREFIXES = Type(_prefixes, {"type": "array", "items": {"enum": list(PREFIXES)}})
_EXAMPLES = Type(_examples, {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/example"}})
_OPTIONS = Type(lambda value: value.mapping(), {"type": "object"})

RULE: dict[str, Key] = {
    "code": Key(_CODE, "the family's prefix and three digits, unique over all packs"),
    "name": Key(types.matching(r"[a-z0-9]+(-[a-z0-9]+)*", "run-together-words"), "kebab-case, unique over all packs"),
    "message": Key(types.LINE, "one line; {match}, {fix} and named groups are filled in"),
    "pattern": Key(types.EXACT, "a regular expression (Python module regex); ^ and $ are the ends of a line"),
    "swap": Key(types.TABLE, "a table of pattern -> replacement template"),
    "protect": Key(types.PATTERNS, "patterns of spans that no fix may touch"),
    "checker": Key(types.TEXT, "the name of a checker coded in Python"),
    "fix": Key(types.EXACT, "replacement template: \\1, \\g<name>; '' deletes; absent: report only"),
    "options": Key(_OPTIONS, "parameters of the checker"),
    "applicability": Key(types.one_of(*APPLICABILITIES), "safe: applied by default; unsafe: on demand; display: never"),
    "severity": Key(types.one_of(*SEVERITIES), "error, warning or info"),
    "languages": Key(
        types.LANGUAGES, "languages for which the rule is on (BCP-47, by prefix); default: all, known or not"
    ),
    "except-languages": Key(types.LANGUAGES, "languages for which the rule is off"),
    "unless": Key(types.PATTERNS, "patterns; a match that overlaps one of theirs is dropped"),
    "applies-to": Key(_PREFIXES, "for protect: the prefixes of the families it shields from; default: all but ENC"),
    "ignore-case": Key(types.BOOLEAN, "match without regard to case"),
    "trigger": Key(types.EXACT, "an RE2 pattern found wherever the rule matches; default: derived from the pattern"),
    "min-confidence": Key(types.NUMBER, "drop matches of the checker that are less certain (0 to 1)"),
    "examples": Key(_EXAMPLES, "at least one bad (with good where there is a fix) and one ok"),
    "why": Key(types.TEXT, "what the defect is and where it comes from"),
    "url": Key(types.TEXT, "where to read more"),
    "since": Key(types.TEXT, "the version that brought the rule"),
    "requires": Key(types.TEXT, "the version of textrepair that the rule needs"),
    "metadata": Key(types.ANYTHING, "free"),
}

#: The one kind of rule to which a key belongs.
BELONGS: dict[str, Kind] = {
    "fix": "pattern",
    "options": "checker",
    "applies-to": "protect",
    "min-confidence": "checker",
}


def fields(value: Value, keys: dict[str, Key], what: str) -> dict[str, Any]:
    """The typed entries of a mapping. Raises all errors; of an unknown key, with the nearest known one."""
    out: dict[str, Any] = {}
    problems = Problems()
    for name, entry in value.mapping().items():
        if name not in keys:
            problems.add(entry.key_error(f"unknown key {name} in a {what}", nearest(name, keys)))
        elif entry.content == "" and entry.plain:
            problems.add(entry.error(f"{name} has no value", "write '' for an empty text"))
        else:
            out[name.replace("-", "_")] = problems.tried(partial(keys[name].type.read, entry))
    problems.raise_if_any()
    return out


def is_code(word: str) -> bool:
    """Whether a word has the form of a rule code."""
    return bool(re.fullmatch(r"[A-Z]{3}[0-9]{3}", word))
