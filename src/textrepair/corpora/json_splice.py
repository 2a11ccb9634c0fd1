"""Changing parts of strings inside a line of JSON, with every other character of the line as it was.

A round trip through a parser would turn `1.10` into `1.1`, reorder nothing but respace everything, and lose which
characters were written as escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Edit

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_UNIT = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL)
_SIMPLE = re.compile(r"[^,\]}\s]+")


def spliced(line: str, changes: Mapping[tuple[str, ...], Sequence[Edit]]) -> str:
    """The line with the edits made in the strings at the given paths; spans are in the decoded strings."""
    cuts: list[tuple[int, int, str]] = []
    places = dict(_strings(line, _BLANK.match(line, 0).end(), ()))  # type: ignore[union-attr]
    for path, edits in changes.items():
        start, end = places[path]
        cuts += _cuts(line, start + 1, end - 1, edits)
    parts, at = [], 0
    for start, end, new in sorted(cuts):
        parts += (line[at:start], new)
        at = end
    return "".join((*parts, line[at:]))


def _cuts(line: str, start: int, end: int, edits: Sequence[Edit]) -> Iterator[tuple[int, int, str]]:
    """Raw spans and raw replacements. New text is escaped in the style of the string it goes into."""
    bounds = [m.start() for m in _UNIT.finditer(line, start, end)] + [end]
    body = line[start:end]
    ascii_only = body.isascii() and "\\u" in body
    for e in edits:
        yield bounds[e.start], bounds[e.end], json.dumps(e.after, ensure_ascii=ascii_only or _lone(e.after))[1:-1]


def _lone(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)


def _strings(line: str, at: int, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """All string values below a value with their spans, then `((), (end, end))` for the value itself.

    A key that stands twice yields twice; the last one counts, as in every parser.
    """
    end = at
    char = line[at]
    if char in "{[":
        number = 0
        end = _skip(line, at + 1)
        while line[end] not in "}]":
            if char == "{":
                key = _STRING.match(line, end)
                assert key is not None
                name = json.loads(key.group())
                end = _skip(line, _skip(line, key.end()) + 1)
            else:
                name = str(number)
                number += 1
            for where, span in _strings(line, end, (*path, name)):
                if where == ():
                    end = span[1]
                else:
                    yield where, span
            end = _skip(line, end)
            if line[end] == ",":
                end = _skip(line, end + 1)
        end += 1
    elif char == '"':
        found = _STRING.match(line, at)
        assert found is not None
        end = found.end()
        yield path, (at, end)
    else:
        simple = _SIMPLE.match(line, at)
        assert simple is not None
        end = simple.end()
    yield (), (end, end)


def _skip(line: str, at: int) -> int:
    return _BLANK.match(line, at).end()  # type: ignore[union-attr]
