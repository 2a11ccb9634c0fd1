"""Changing parts of strings inside a line of JSON, with every other character of the line as it was.

A round trip through a parser would turn `1.10` into `1.1`, reorder nothing but respace everything, and lose which
characters were written as escapes.
"""

from __future__ import annotations

import json
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from ..model import Edit
from .piece import RawEdit

_BLANK = re.compile(r"[ \t\n\r]*")
#: Everything of a string that stands for one character and is more than one.
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL)
_SIMPLE = re.compile(r"[^,\]}\s]+")


#: A place in the line and what comes there.
_Cut = tuple[int, int, str]


def spliced(raw: bytes, changes: Mapping[tuple[str, ...], Sequence[Edit]]) -> bytes:
    """The line with the edits made in the strings at the given paths; spans are in the decoded strings."""
    line = raw.decode("utf-8", "surrogateescape")
    cuts = [cut for some in _cuts(line, changes).values() for cut in some]
    parts: list[bytes] = []
    at = 0
    for start, end, new in sorted(cuts):
        parts += (_raw(line[at:start]), _raw(new))
        at = end
    parts.append(_raw(line[at:]))
    return b"".join(parts)


def _raw(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


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
    at = _places(line, start, end)
    ascii_only = line.find("\\u", start, end) >= 0 and (line.isascii() or line[start:end].isascii())
    for e in edits:
        yield at(e.start), at(e.end), _escaped(e, line, place, ascii_only)


def _places(line: str, start: int, end: int) -> Callable[[int], int]:
    """Where in the line the characters of the string between these places begin, by their numbers."""
    numbers, extra = array("q"), array("q", [0])  # of the escapes; lists would be ten times as large
    if line.find("\\", start, end) >= 0:
        for m in _ESCAPE.finditer(line, start, end):
            numbers.append(m.start() - start - extra[-1])
            extra.append(extra[-1] + m.end() - m.start() - 1)
    return lambda number: start + number + extra[bisect_left(numbers, number)]


def _escaped(e: Edit, line: str, place: tuple[int, int], ascii_only: bool) -> str:
    """The new text as it is written. A lone surrogate is an escape, unless the string has it as an undecodable byte."""
    if isinstance(e, RawEdit):
        return quoted(e.after) if e.raw is None else e.raw
    if ascii_only or not _lone(e.after):
        return quoted(e.after, ascii_only=ascii_only)
    return "".join(c if _lone(c) and line.find(c, *place) >= 0 else quoted(c, ascii_only=_lone(c)) for c in e.after)


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
                close = _string_end(line, end)
                name = json.loads(line[end:close])
                end = _skip(line, _skip(line, close) + 1)
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
        end = _string_end(line, at)
        yield path, (at, end)
    else:
        simple = _SIMPLE.match(line, at)
        assert simple is not None
        end = simple.end()
    yield (), (end, end)


def _string_end(line: str, at: int) -> int:
    """Where the string that begins at this quote ends. (A regular expression would remember every character.)"""
    end = line.index('"', at + 1)
    while _backslashes(line, end) % 2:
        end = line.index('"', end + 1)
    return end + 1


def _backslashes(line: str, end: int) -> int:
    """How many stand before this place."""
    at = end
    while line[at - 1] == "\\":
        at -= 1
    return end - at


def _skip(line: str, at: int) -> int:
    return _BLANK.match(line, at).end()  # type: ignore[union-attr]
