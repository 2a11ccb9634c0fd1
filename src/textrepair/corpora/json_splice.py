"""Changing parts of strings inside a line of JSON, with every other character of the line as it was.

A round trip through a parser would turn `1.10` into `1.1`, reorder nothing but respace everything, and lose which
characters were written as escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Edit
from .piece import RawEdit

_BLANK = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_UNIT = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)
_SIMPLE = re.compile(r"[^,\]}\s]+")


#: A place in the line and what comes there.
_Cut = tuple[int, int, str]


def spliced(line: str, changes: Mapping[tuple[str, ...], Sequence[Edit]]) -> str:
    """The line with the edits made in the strings at the given paths; spans are in the decoded strings."""
    cuts = [cut for some in _cuts(line, changes).values() for cut in some]
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(cuts):
        parts += (line[at:start], new)
        at = end
    return "".join((*parts, line[at:]))


def written(line: str, changes: Mapping[tuple[str, ...], Sequence[Edit]]) -> dict[tuple[str, ...], list[str | None]]:
    """How the `before` of each edit stands in the line, None where it is JSON's shortest form of it."""
    return {
        path: [_unless_plain(line[start:end], e.before) for (start, end, _), e in zip(cuts, changes[path], strict=True)]
        for path, cuts in _cuts(line, changes).items()
    }


def quoted(text: str, *, ascii_only: bool = False) -> str:
    """A string of JSON without its quotes. What stands for an undecodable byte stays, and becomes that byte again."""
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _unless_plain(raw: str, before: str) -> str | None:
    return None if raw == quoted(before) else raw


def _cuts(line: str, changes: Mapping[tuple[str, ...], Sequence[Edit]]) -> dict[tuple[str, ...], list[_Cut]]:
    begin = _skip(line, 1 if line.startswith("\ufeff") else 0)
    places = dict(_strings(line, begin, ()))
    return {path: list(_replaced(line, places[path], edits)) for path, edits in changes.items()}


def _replaced(line: str, place: tuple[int, int], edits: Sequence[Edit]) -> Iterator[_Cut]:
    """Raw spans and raw replacements. New text is escaped in the style of the string it goes into."""
    start, end = place[0] + 1, place[1] - 1
    body = line[start:end]
    bounds = [m.start() for m in _UNIT.finditer(line, start, end)] + [end] if "\\" in body else range(start, end + 1)
    ascii_only = body.isascii() and "\\u" in body
    for e in edits:
        yield bounds[e.start], bounds[e.end], _escaped(e, body, ascii_only)


def _escaped(e: Edit, body: str, ascii_only: bool) -> str:
    """The new text as it is written. A lone surrogate is an escape, unless the string has it as an undecodable byte."""
    if isinstance(e, RawEdit):
        return quoted(e.after) if e.raw is None else e.raw
    if ascii_only or not _lone(e.after):
        return quoted(e.after, ascii_only=ascii_only)
    return "".join(c if c in body and _lone(c) else quoted(c, ascii_only=_lone(c)) for c in e.after)


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
