"""JSON Lines: one object a line, the texts in named fields. A change touches the string it is in and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import orjson

from ..model import Edit, Record
from . import json_splice
from .piece import Lines, Options, Piece, Problem
from .text import undecoded


class JsonLines:
    """One JSON object a line. Blank lines pass; a line that is no object is an INP defect and passes untouched."""

    splittable = True

    def __init__(self) -> None:
        #: A piece is rebuilt, and right after it its edits are written down: the cuts are the same.
        self._last: tuple[Piece, Mapping[int, Sequence[Edit]], json_splice.Cuts] | None = None

    def read(self, stream: Lines, path: str, options: Options, first: int = 0) -> Iterator[Piece]:
        """A piece a line."""
        plain = len(options.fields) == 1 and "." not in (name := options.fields[0])
        for number, raw in enumerate(stream, first):
            try:
                row = orjson.loads(raw)
            except orjson.JSONDecodeError as error:
                yield _unusual(raw, error, number, path, options)
                continue
            text = row.get(name) if plain and type(row) is dict else None
            if type(text) is str:  # nearly always
                yield Piece(raw, (_record(row, name, text, number, path, options),), (), number + 1)
            else:
                yield _piece(raw, row, number, path, options)

    def rebuild(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> bytes:
        """The line with the edited parts of its strings replaced."""
        found = _cuts(piece, edits)
        self._last = piece, edits, found
        return json_splice.spliced(piece.raw, found)

    def raw(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Mapping[int, Sequence[str | None]]:
        """The escapes behind a `before` that was not written as JSON's shortest form."""
        last, self._last = self._last, None
        changes = _by_path(piece, edits)
        known = last is not None and last[0] is piece and last[1] is edits
        found = last[2] if last and known else _cuts(piece, edits)
        told = json_splice.written(piece.raw, found, changes)
        return {number: told[_path(piece, number)] for number in edits}


def _cuts(piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> json_splice.Cuts:
    texts = {_path(piece, number): piece.records[number].text for number in edits}
    return json_splice.cuts(piece.raw, _by_path(piece, edits), texts)


def _by_path(piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> dict[tuple[str, ...], Sequence[Edit]]:
    return {_path(piece, number): some for number, some in edits.items()}


def _path(piece: Piece, number: int) -> tuple[str, ...]:
    name = piece.records[number].field
    assert name is not None
    return tuple(name.split("."))


def _unusual(raw: bytes, error: ValueError, index: int, path: str, options: Options) -> Piece:
    """A line that orjson does not take: a blank one, lone surrogates, NaN, undecodable bytes, a byte order mark."""
    if not raw.strip():
        return Piece(raw, line=index + 1)
    try:
        row = _leniently(raw, error)
    except ValueError as told:
        return _unread(raw, index, path, "INP002", f"the line is no JSON: {_why(told)}")
    piece = _piece(raw, row, index, path, options)
    piece.problems += tuple(p for r in piece.records for p in _undecoded(r, raw))
    return piece


def _piece(raw: bytes, row: Any, index: int, path: str, options: Options) -> Piece:
    if not isinstance(row, dict):
        return _unread(raw, index, path, "INP002", f"the line is no JSON object but {_kind(row)}")
    found = {name: text for wanted in options.fields for name, text in texts(row, wanted.split("."), ())}
    if not found:
        return _unread(raw, index, path, "INP003", _missing(row, options.fields))
    return Piece(raw, tuple(_record(row, *some, index, path, options) for some in found.items()), (), index + 1)


def _record(row: dict[str, Any], name: str, text: str, index: int, path: str, options: Options) -> Record:
    identity, language = scalar(row, options.id_field), scalar(row, options.language_field)
    return Record(text, identity, language or None, path, index, index + 1, name)


def _unread(raw: bytes, index: int, path: str, code: str, message: str) -> Piece:
    """A line without a record, and why there is none."""
    nowhere = Record("", None, None, path, index, index + 1)
    return Piece(raw, (), (Problem(code, message, index + 1, nowhere),), index + 1)


def _why(error: ValueError) -> str:
    """The parser's words without its line, which is always 1, and the column as the message's reader counts."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:].removesuffix(' at')}, column {error.colno}"
    return str(error).splitlines()[0]


_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "a number")


def _missing(row: dict[str, Any], fields: Sequence[str]) -> str:
    """Why a line has no text: what stands in the field, or which fields there are."""
    names = " or ".join(fields)
    if len(fields) == 1 and names in row:
        return f"no text in the field {names}: it holds {_kind(row[names])}"
    return f"no field {names}: there are {', '.join(map(str, row))}"[:300]


def _undecoded(record: Record, raw: bytes) -> list[Problem]:
    """Undecodable bytes, told from lone surrogates that the line spells as escapes."""
    found = undecoded(record)
    return [] if not found or _is_utf8(raw) else found


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _leniently(raw: bytes, error: ValueError) -> Any:
    """What the standard library reads in a line in which orjson met an error."""
    try:
        return json.loads(raw.decode("utf-8", "surrogateescape").removeprefix("\ufeff"))
    except RecursionError:
        raise error from None


def scalar(row: dict[str, Any], name: str | None) -> str | None:
    """The string or number at a dotted path, as text."""
    if name is None:
        return None
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return str(value) if isinstance(value, (str, int)) else None


def texts(value: Any, path: list[str], gone: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The strings at a dotted path, with their full path; a list on the way stands for each of its items, or a number
    in the path for one."""
    if isinstance(value, list) and path and path[0].isdecimal():
        if int(path[0]) < len(value):
            yield from texts(value[int(path[0])], path[1:], (*gone, path[0]))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts(item, path, (*gone, str(number)))
    elif not path:
        if isinstance(value, str):
            yield ".".join(gone), value
    elif isinstance(value, dict) and path[0] in value:
        yield from texts(value[path[0]], path[1:], (*gone, path[0]))
