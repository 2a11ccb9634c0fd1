"""YAML read strictly: every scalar is the string that was written, and every error knows its place.

Plain YAML turns `[no, da]` into `[False, 'da']`, `1:30` into 90 and `010` into 8, lets a key stand twice, expands
aliases without bound and can name Python objects. None of it reaches a rule: scalars stay text until the schema
types them; anchors, aliases and tags are errors. Values are built from the parser's events, so that a hostile file
meets the limits below before it has cost anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..errors import RuleError
from .values import Value

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_BYTES = 2_000_000
MOST_VALUES = 200_000
MOST_DEPTH = 16
#: Escapes of regular expressions that YAML's double quotes read as something else.
_MISREAD = re.compile(r"(?<!\\)(?:\\\\)*\\([abefvNLP_])")
_COMMENT = re.compile(r"[ \t]+#")


def read_documents(data: str, file: str) -> Iterator[Value]:
    """All non-empty YAML documents of a file's text. Raises `RuleError`."""
    try:
        yield from _Reader(data.removeprefix("\ufeff"), file).documents()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        tab = mark is not None and data[mark.index : mark.index + 1] == "\t"
        remedy = "YAML indents with blanks, not with tabs" if tab else _remedy(str(error.problem))
        raise RuleError(f"{file}:{place}: {error.problem or error.context}", remedy) from error
    except yaml.YAMLError as error:  # characters that YAML does not allow
        hint = "write invisible characters as escapes: \\u200b"
        raise RuleError(f"{file}:1:1: {str(error).splitlines()[0]}", hint) from error


def _remedy(problem: str) -> str:
    if "escape" in problem:
        return "in double quotes \\ begins an escape of YAML: put patterns in single quotes"
    if "cannot start any token" in problem or "mapping values" in problem:
        return "put the text in single quotes"
    return "this is not valid YAML"


def read_file(path: Path) -> str:
    """The text of a rule file. Raises `RuleError` where it is no readable UTF-8 or far too large."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise RuleError(f"{path}:1:1: more than {MOST_BYTES:,} bytes", "split the file; is it a rule file at all?")
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}:1:1: byte {error.start} is not UTF-8", "save the file as UTF-8") from error
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from error


class _Reader:
    """Builds values from events."""

    def __init__(self, data: str, file: str) -> None:
        self._data, self._file, self._count = data, file, 0
        self._events: Iterator[yaml.Event] = yaml.parse(data, Loader=_Loader)

    def documents(self) -> Iterator[Value]:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                value = self._value(next(self._events), 0, None)
                if value.content != "":
                    yield value

    def _value(self, event: yaml.Event, depth: int, key: Value | None) -> Value:
        self._allow(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return self._made(event, key, event.value, not event.style, self._trap(event))
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Value] = []
            for inner in self._events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                items.append(self._value(inner, depth + 1, key))
            return self._made(event, key, items)
        return self._made(event, key, self._entries(depth))

    def _made(
        self, event: yaml.Event, key: Value | None, content: Any = "", plain: bool = False, trap: str = ""
    ) -> Value:
        line, column = event.start_mark.line + 1, event.start_mark.column + 1
        if key is None:
            return Value(content, self._file, line, column, plain, trap=trap)
        return Value(content, self._file, line, column, plain, key.text(), key.line, key.column, trap)

    def _entries(self, depth: int) -> dict[str, Value]:
        entries: dict[str, Value] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            name = self._value(event, depth + 1, None)
            text = name.text()
            if text in entries:
                raise name.error(f"duplicate key {text}", f"it stands at line {entries[text].key_line} already")
            entries[text] = self._value(next(self._events), depth + 1, name)
        return entries

    def _allow(self, event: yaml.Event, depth: int) -> None:
        """Raise `RuleError` for what rule files may not hold."""
        self._count += 1
        if self._count > MOST_VALUES:
            raise self._made(event, None).error(f"more than {MOST_VALUES:,} values", "split the file")
        if depth > MOST_DEPTH:
            raise self._made(event, None).error(f"nested more than {MOST_DEPTH} deep", "no rule needs that")
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            wrong = "anchors and aliases are not allowed in rule files"
            raise self._made(event, None).error(wrong, "write the value out")
        if event.tag:
            raise self._made(event, None).error(f"the tag {event.tag} is not allowed in rule files", "remove it")

    def _trap(self, event: yaml.ScalarEvent) -> str:
        """What YAML silently did to a scalar."""
        if event.style == '"':
            found = _MISREAD.search(self._data, event.start_mark.index, event.end_mark.index)
            return (
                f"in double quotes YAML reads \\{found[1]} as a control character: use single quotes" if found else ""
            )
        if event.style in ("|", ">"):
            return "the block ends in a line break: write |- or >-" if event.value.endswith("\n") else ""
        if not event.style and event.value:
            if _COMMENT.match(self._data, event.end_mark.index):
                return "YAML takes the text after # for a comment: use quotes"
            if event.value in ("null", "~", "Null", "NULL"):
                return f"{event.value} means nothing in YAML: leave the key out, or put the word in quotes"
        return ""


__all__ = ["Value", "read_documents", "read_file"]
