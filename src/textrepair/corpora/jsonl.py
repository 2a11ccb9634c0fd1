"""JSON Lines: one object a line, the texts in named fields. A change touches the string it is in and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

import orjson

from ..model import Edit, Record
from . import json_splice
from .piece import Options, Piece, Problem


class JsonLines:
    """One JSON object a line. Blank lines pass; a line that is no object is an INP defect and passes untouched."""

    splittable = True

    def read(self, stream: BinaryIO, path: str, options: Options) -> Iterator[Piece]:
        """A piece a line."""
        for number, raw in enumerate(stream):
            yield _piece(raw, number, path, options)

    def rebuild(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> bytes:
        """The line with the edited parts of its strings replaced."""
        line = piece.raw.decode("utf-8", "surrogateescape")
        changes = {}
        for number, some in edits.items():
            name = piece.records[number].field
            assert name is not None
            changes[tuple(name.split("."))] = some
        return json_splice.spliced(line, changes).encode("utf-8", "surrogateescape")


def _piece(raw: bytes, index: int, path: str, options: Options) -> Piece:
    line = index + 1
    if not raw.strip():
        return Piece(raw, line=line)
    nowhere = Record("", None, None, path, index, line)
    try:
        row = _loads(raw)
    except ValueError as error:
        problem = Problem("INP002", f"the line is no JSON: {error}", line, nowhere)
        return Piece(raw, (), (problem,), line)
    if not isinstance(row, dict):
        problem = Problem("INP002", f"the line is no JSON object but {type(row).__name__}", line, nowhere)
        return Piece(raw, (), (problem,), line)
    identity = _scalar(row, options.id_field)
    language = _scalar(row, options.language_field)
    records = tuple(
        Record(text, identity, language or None, path, index, line, name)
        for wanted in options.fields
        for name, text in _texts(row, wanted.split("."), ())
    )
    if not records:
        missing = Problem("INP003", f"no text in the field {' or '.join(options.fields)}", line, nowhere)
        return Piece(raw, (), (missing,), line)
    return Piece(raw, records, (), line)


def _loads(raw: bytes) -> Any:
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:
        # Lone surrogates, NaN, deep nesting: the standard library takes what orjson does not.
        return json.loads(raw)


def _scalar(row: dict[str, Any], name: str | None) -> str | None:
    if name is None:
        return None
    value: Any = row
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return str(value) if isinstance(value, (str, int)) else None


def _texts(value: Any, path: list[str], gone: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The strings at a dotted path, with their full path; a list on the way stands for each of its items."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, path, (*gone, str(number)))
    elif not path:
        if isinstance(value, str):
            yield ".".join(gone), value
    elif isinstance(value, dict) and path[0] in value:
        yield from _texts(value[path[0]], path[1:], (*gone, path[0]))
