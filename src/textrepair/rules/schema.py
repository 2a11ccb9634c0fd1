"""The keys of a rule document and how each is typed. This table is the schema; everything else is derived from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from ..families import PREFIXES
from ..model import APPLICABILITIES, SEVERITIES
from .nodes import Value, nearest
from .rule import Example, Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Key:
    """One key: how it is read and what it means to a reader of the documentation."""

    read: Callable[[Value], Any]
    about: str


def text(value: Value) -> str:
    """Any scalar."""
    return value.text()


def line_of_text(value: Value) -> str:
    """A scalar without a line end."""
    if "\n" in value.text().strip():
        raise value.error(f"{value.key}: one line only")
    return value.text().strip()


def texts(value: Value) -> tuple[str, ...]:
    """A list of scalars; a single scalar counts as a list of one."""
    return (value.text(),) if isinstance(value.content, str) else tuple(v.text() for v in value.items())


def boolean(value: Value) -> bool:
    """`true` or `false`; YAML's `yes`, `no`, `on`, `off` are not taken, in any spelling."""
    if value.text() not in ("true", "false"):
        raise value.error(f"{value.key}: {value.text()!r} is not true or false", "write true or false")
    return value.text() == "true"


def number(value: Value) -> float:
    """A decimal number."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", value.text()):
        raise value.error(f"{value.key}: {value.text()!r} is not a number")
    return float(value.text())


def one_of(*choices: str) -> Callable[[Value], str]:
    """One of a few words."""

    def read(value: Value) -> str:
        if value.text() not in choices:
            raise value.error(f"{value.key}: {value.text()!r} is not one of {', '.join(choices)}", nearest(value.text(), choices))
        return value.text()

    return read


def matching(pattern: str, example: str) -> Callable[[Value], str]:
    """A scalar of a certain form."""

    def read(value: Value) -> str:
        if not re.fullmatch(pattern, value.text()):
            raise value.error(f"{value.key}: {value.text()!r} has the wrong form", f"for example {example}")
        return value.text()

    return read


def code(value: Value) -> str:
    """A rule code: the prefix of a family and three digits."""
    found = matching(r"[A-Z]{3}[0-9]{3}", "JOI101")(value)
    if found[:3] not in PREFIXES:
        raise value.error(f"code: no family has the prefix {found[:3]}", nearest(found[:3], PREFIXES))
    return found


def table(value: Value) -> tuple[tuple[str, str], ...]:
    """A mapping of pattern -> template."""
    return tuple((key, v.text()) for key, v in value.mapping().items())


def languages(value: Value) -> tuple[str, ...]:
    """BCP-47 tags."""
    found = texts(value)
    for tag in found:
        if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", tag):
            raise value.error(f"{value.key}: {tag!r} is no language tag", "BCP-47, such as en or zh-Hant")
    return found


def anything(value: Value) -> Any:
    """Free content, as plain strings, lists and dicts."""
    content = value.content
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return [anything(v) for v in content]
    return {k: anything(v) for k, v in content.items()}


EXAMPLE: dict[str, Key] = {
    "bad": Key(text, "a text in which the rule finds something"),
    "good": Key(text, "the same text as the rule repairs it"),
    "ok": Key(text, "a text that the rule leaves alone"),
    "lang": Key(text, "the language of the text; default: the first of the rule's languages"),
    "note": Key(text, "why the example is there"),
    "xfail": Key(text, "the reason why the rule does not manage this one yet"),
    "escaped": Key(boolean, "\\uXXXX in the texts stands for code units: YAML itself can't hold lone surrogates"),
}
_CODE_UNIT = re.compile(r"\\u([0-9a-fA-F]{4})")


def examples(value: Value) -> tuple[Example, ...]:
    """A list of `{bad, good}` and `{ok}`."""
    found = []
    for item in value.items():
        entries = fields(item, EXAMPLE, "example")
        if ("bad" in entries) == ("ok" in entries) or ("good" in entries and "ok" in entries):
            raise item.error("an example has either bad (and good) or ok")
        if entries.pop("escaped", False):
            entries |= {k: _CODE_UNIT.sub(lambda m: chr(int(m[1], 16)), entries[k]) for k in ("bad", "good", "ok") if k in entries}
        found.append(Example(**entries, line=item.line))
    return tuple(found)


RULE: dict[str, Key] = {
    "code": Key(code, "the family's prefix and three digits, unique over all packs"),
    "name": Key(matching(r"[a-z0-9]+(-[a-z0-9]+)*", "run-together-words"), "kebab-case, unique over all packs"),
    "message": Key(line_of_text, "one line; {match}, {fix} and named groups are filled in"),
    "pattern": Key(text, "a regular expression (Python module regex); ^ and $ are the ends of a line"),
    "swap": Key(table, "a table of pattern -> replacement template"),
    "protect": Key(texts, "patterns of spans that no fix may touch"),
    "checker": Key(text, "the name of a checker coded in Python"),
    "fix": Key(text, "replacement template: \\1, \\g<name>; '' deletes; absent: report only"),
    "options": Key(lambda v: v.mapping(), "parameters of the checker"),
    "applicability": Key(one_of(*APPLICABILITIES), "safe: applied by default; unsafe: applied on demand; display: shown only"),
    "severity": Key(one_of(*SEVERITIES), "error, warning or info"),
    "languages": Key(languages, "languages for which the rule is on (BCP-47, by prefix); default: all, known or not"),
    "except-languages": Key(languages, "languages for which the rule is off"),
    "unless": Key(texts, "patterns; a match that overlaps one of theirs is dropped"),
    "applies-to": Key(texts, "for protect: the prefixes of the families it shields from; default: all but ENC"),
    "ignore-case": Key(boolean, "match without regard to case"),
    "trigger": Key(text, "an RE2 pattern found wherever the rule matches; default: derived from the pattern"),
    "min-confidence": Key(number, "drop matches of the checker that are less certain (0 to 1)"),
    "examples": Key(examples, "at least one bad (with good where there is a fix) and one ok"),
    "why": Key(text, "what the defect is and where it comes from"),
    "url": Key(text, "where to read more"),
    "since": Key(text, "the version that brought the rule"),
    "requires": Key(text, "the version of textrepair that the rule needs"),
    "metadata": Key(anything, "free"),
}


def fields(value: Value, keys: dict[str, Key], what: str) -> dict[str, Any]:
    """The typed entries of a mapping. Unknown keys are errors that name the nearest known one."""
    out = {}
    for name, entry in value.mapping().items():
        if name not in keys:
            raise entry.error(f"unknown key {name} in a {what}", nearest(name, keys))
        if entry.content == "" and entry.plain:
            raise entry.error(f"{name} has no value", "write '' for an empty text")
        out[name.replace("-", "_")] = keys[name].read(entry)
    return out
