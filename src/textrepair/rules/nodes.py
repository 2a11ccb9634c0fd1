"""YAML read strictly: every scalar is the string that was written, and every error knows its place.

Plain YAML turns `[no, da]` into `[False, 'da']`, `1:30` into 90 and `010` into 8, lets a key stand twice, expands
aliases without bound and can name Python objects. None of it reaches a rule: scalars stay text until the schema
types them; anchors, aliases and tags are errors.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..errors import RuleError

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """A YAML value with its place. `content` is a string, a list of values or a dict of key -> value."""

    content: str | list[Value] | dict[str, Value]
    file: str
    line: int
    column: int
    plain: bool = False
    key: str = ""

    def error(self, message: str, hint: str = "") -> RuleError:
        """An error that names this place."""
        return RuleError(f"{self.file}:{self.line}:{self.column}: {message}", hint)

    def text(self) -> str:
        """The scalar's text."""
        if not isinstance(self.content, str):
            raise self.error(f"{self.key or 'value'}: expected text, found a {_kind(self.content)}")
        return self.content

    def items(self) -> list[Value]:
        """The list's values."""
        if not isinstance(self.content, list):
            raise self.error(f"{self.key or 'value'}: expected a list, found {_kind(self.content)}", "write [a, b] or one `- item` a line")
        return self.content

    def mapping(self) -> dict[str, Value]:
        """The mapping's entries."""
        if not isinstance(self.content, dict):
            raise self.error(f"{self.key or 'value'}: expected a mapping, found {_kind(self.content)}", "write key: value")
        return self.content


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the closest known name, or lists them all."""
    known = sorted(known)
    close = difflib.get_close_matches(name, known, 1, 0.6)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"


def read_documents(data: str, file: str) -> Iterator[Value]:
    """All non-empty YAML documents of a file's text. Raises `RuleError`."""
    try:
        for node in yaml.compose_all(data, Loader=_Loader):
            if node is not None and not (isinstance(node, yaml.ScalarNode) and node.value == ""):
                yield _value(node, file, set(), "")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{mark.line + 1}:{mark.column + 1}" if mark else "1:1"
        raise RuleError(f"{file}:{place}: {error.problem or error.context}", "this is not valid YAML") from error
    except yaml.YAMLError as error:  # characters that YAML does not allow
        raise RuleError(f"{file}:1:1: {str(error).splitlines()[0]}", "write invisible characters as escapes: \\u200b") from error


def read_file(path: Path) -> str:
    """The text of a rule file. Raises `RuleError` where it is no readable UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}:1:1: byte {error.start} is not UTF-8", "save the file as UTF-8") from error
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from error


def _value(node: yaml.Node, file: str, seen: set[int], key: str) -> Value:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    here = Value("", file, line, column, key=key)
    if id(node) in seen:
        raise here.error("aliases are not allowed in rule files", "write the value out")
    seen.add(id(node))
    if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
        raise here.error(f"the tag {node.tag} is not allowed in rule files", "remove it")
    if isinstance(node, yaml.ScalarNode):
        return Value(node.value, file, line, column, node.style is None, key)
    if isinstance(node, yaml.SequenceNode):
        return Value([_value(n, file, seen, key) for n in node.value], file, line, column, key=key)
    entries: dict[str, Value] = {}
    for k, v in node.value:
        name = _value(k, file, seen, "key")
        text = name.text()
        if text in entries:
            raise name.error(f"duplicate key {text}", f"it stands at line {entries[text].line} already")
        entries[text] = _value(v, file, seen, text)
    return Value(entries, file, line, column, key=key)


def _kind(content: object) -> str:
    return {str: "text", list: "list", dict: "mapping"}[type(content)]
