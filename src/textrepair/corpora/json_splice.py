"""Changing parts of strings inside a line of JSON, with every other character of the line as it was.

A round trip through a parser would turn `1.10` into `1.1`, reorder nothing but respace everything, and lose which
characters were written as escapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Edit
from . import json_rewritten, offsets
from .piece import RawEdit

_BOM = b"\xef\xbb\xbf"
_BLANK = re.compile(rb"[ \t\n\r]*")
_SIMPLE = re.compile(rb"[^,\]}\s]+")
_BLOCK = 1 << 16
_IN_ASCII, _AS_IT_IS = json.JSONEncoder().encode, json.JSONEncoder(ensure_ascii=False).encode

#: Edits by the paths of the strings that they change, and what that means for the line.
Changes = Mapping[tuple[str, ...], Sequence[Edit]]
Cuts = Mapping[tuple[str, ...], Sequence[offsets.Cut]]


def cuts(raw: bytes, changes: Changes, texts: Mapping[tuple[str, ...], str]) -> Cuts:
    """What is to be cut out of the line and put in; spans of `changes` are in the decoded strings, `texts`."""
    found: dict[tuple[str, ...], list[offsets.Cut]] = {}
    spans: dict[tuple[str, ...], tuple[int, int]] | None = None
    for path, edits in changes.items():
        numbers = [number for e in edits for number in (e.start, e.end)]
        known = json_rewritten.places(raw, path, texts[path], numbers)
        if known:
            place, edges = (known[0], known[-1]), iter(known[1:-1])
        else:
            spans = dict(_strings(raw, _begin(raw), ())) if spans is None else spans
            place = spans[path][0] + 1, spans[path][1] - 1
            edges = offsets.places(raw, *place, numbers, escapes=True)
        found[path] = list(_replaced(raw, place, edges, edits))
    return found


def spliced(raw: bytes, found: Cuts) -> bytes:
    """The line with these cuts made."""
    return offsets.spliced(raw, sorted(cut for some in found.values() for cut in some))


def written(raw: bytes, found: Cuts, changes: Changes) -> dict[tuple[str, ...], list[str | None]]:
    """How the `before` of each edit stands in the line, None where it is JSON's shortest form of it."""
    return {
        path: [
            _unless_plain(_decoded(raw[start:end]), e.before)
            for (start, end, _), e in zip(some, changes[path], strict=True)
        ]
        for path, some in found.items()
    }


def quoted(text: str, *, ascii_only: bool = False) -> str:
    """A string of JSON without its quotes. What stands for an undecodable byte stays, and becomes that byte again."""
    return (_IN_ASCII if ascii_only else _AS_IT_IS)(text)[1:-1]


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _unless_plain(raw: str, before: str) -> str | None:
    return None if raw == quoted(before) else raw


def _replaced(raw: bytes, place: tuple[int, int], edges: Iterator[int], edits: Sequence[Edit]) -> Iterator[offsets.Cut]:
    """Raw spans and raw replacements. New text is escaped in the style of the string it goes into."""
    start, end = place
    ascii_only = raw.find(b"\\u", start, end) >= 0 and _is_ascii(raw, start, end)
    undecoded = set(filter(_lone, _decoded(raw[start:end]))) if any(_lone(e.after) for e in edits) else set()
    for e in edits:
        yield next(edges), next(edges), _escaped(e, undecoded, ascii_only).encode("utf-8", "surrogateescape")


def _is_ascii(raw: bytes, start: int, end: int) -> bool:
    return all(raw[at : min(end, at + _BLOCK)].isascii() for at in range(start, end, _BLOCK))


def _escaped(e: Edit, undecoded: set[str], ascii_only: bool) -> str:
    """The new text as it is written. A lone surrogate is an escape, unless the string has it as an undecodable byte."""
    if isinstance(e, RawEdit):
        return quoted(e.after) if e.raw is None else e.raw
    if ascii_only or not _lone(e.after):
        return quoted(e.after, ascii_only=ascii_only)
    return "".join(c if c in undecoded else quoted(c, ascii_only=_lone(c)) for c in e.after)


def _lone(text: str) -> bool:
    return not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text)


def _begin(raw: bytes) -> int:
    return _skip(raw, len(_BOM) if raw.startswith(_BOM) else 0)


def _strings(raw: bytes, at: int, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """All string values below a value with their spans, then `((), (end, end))` for the value itself.

    A key that stands twice yields twice; the last one counts, as in every parser.
    """
    end = at
    char = raw[at : at + 1]
    if char in (b"{", b"["):
        number = 0
        end = _skip(raw, at + 1)
        while raw[end] not in b"}]":
            if char == b"{":
                close = _string_end(raw, end)
                name = json.loads(_decoded(raw[end:close]))
                end = _skip(raw, _skip(raw, close) + 1)
            else:
                name = str(number)
                number += 1
            for where, span in _strings(raw, end, (*path, name)):
                if where == ():
                    end = span[1]
                else:
                    yield where, span
            end = _skip(raw, end)
            if raw[end : end + 1] == b",":
                end = _skip(raw, end + 1)
        end += 1
    elif char == b'"':
        end = _string_end(raw, at)
        yield path, (at, end)
    else:
        simple = _SIMPLE.match(raw, at)
        assert simple is not None
        end = simple.end()
    yield (), (end, end)


def _string_end(raw: bytes, at: int) -> int:
    """Where the string that begins at this quote ends. (A regular expression would remember every character.)"""
    end = raw.index(b'"', at + 1)
    while _backslashes(raw, end) % 2:
        end = raw.index(b'"', end + 1)
    return end + 1


def _backslashes(raw: bytes, end: int) -> int:
    """How many stand before this place."""
    at = end
    while raw[at - 1] == 0x5C:
        at -= 1
    return end - at


def _skip(raw: bytes, at: int) -> int:
    return _BLANK.match(raw, at).end()  # type: ignore[union-attr]
