"""A YAML value with its place: a scalar is the text that was written, whatever plain YAML would make of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..errors import RuleError


@dataclass(frozen=True, slots=True)
class Value:
    """`content` is a string, a list of values or a dict of key -> value.

    `plain`: a scalar without quotes. `key` is the name under which it stands, with its place.
    `trap`: what YAML did to the scalar that its author can't have meant, as a message.
    """

    content: str | list[Value] | dict[str, Value]
    file: str
    line: int
    column: int
    plain: bool = False
    key: str = ""
    key_line: int = 0
    key_column: int = 0
    trap: str = ""

    def error(self, message: str, hint: str = "") -> RuleError:
        """An error that names this place."""
        return RuleError(f"{self.file}:{self.line}:{self.column}: {message}", hint)

    def key_error(self, message: str, hint: str = "") -> RuleError:
        """An error that names the place of the key."""
        return RuleError(f"{self.file}:{self.key_line or self.line}:{self.key_column or self.column}: {message}", hint)

    def text(self) -> str:
        """The scalar's text."""
        if not isinstance(self.content, str):
            raise self.error(f"{self.key or 'value'}: expected text, found a {_kind(self.content)}")
        return self.content

    def items(self) -> list[Value]:
        """The list's values."""
        if not isinstance(self.content, list):
            hint = "write [a, b] or one `- item` a line"
            raise self.error(f"{self.key or 'value'}: expected a list, found a {_kind(self.content)}", hint)
        return self.content

    def mapping(self) -> dict[str, Value]:
        """The mapping's entries."""
        if not isinstance(self.content, dict):
            hint = "write key: value"
            raise self.error(f"{self.key or 'value'}: expected a mapping, found a {_kind(self.content)}", hint)
        return self.content


def _kind(content: object) -> str:
    return "text" if isinstance(content, str) else "list" if isinstance(content, list) else "mapping"
