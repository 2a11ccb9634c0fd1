"""Parquet: a record a string of the named columns. Schema, row groups and other values stay; the container is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..edits import replay
from ..model import Edit, Record
from .jsonl import scalar, texts
from .parquet_stream import HEAD, arrow, frame, rows_of
from .piece import Lines, Options, Piece, Problem


class Parquet:
    """Reads the frames of `parquet_stream`. A record's line is its row, counted from 1."""

    splittable = False

    def read(self, stream: Lines, path: str, options: Options, first: int = 0) -> Iterator[Piece]:
        """A piece for some rows of a group."""
        head = stream.read(HEAD.size)
        raw = head + stream.read(HEAD.unpack(head)[0])
        yield Piece(raw, (), _missing(rows_of(raw).schema.names, options, path))
        row = 0
        while head := stream.read(HEAD.size):
            raw = head + stream.read(HEAD.unpack(head)[0])
            table = rows_of(raw)
            yield Piece(raw, tuple(_records(table, row, path, options)), (), row + 1)
            row += len(table)

    def rebuild(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> bytes:
        """The same rows with the edited strings."""
        pa, table = arrow(), rows_of(piece.raw)
        changed: dict[str, list[Any]] = {}
        for number, some in edits.items():
            record = piece.records[number]
            name, *path = (record.field or "").split(".")
            values = changed.setdefault(name, []) or table.column(name).to_pylist()
            changed[name] = values
            place = record.index - (piece.line - 1)
            values[place] = _with(values[place], path, replay(record.text, some))
        for name, values in changed.items():
            index = table.schema.get_field_index(name)
            field = table.schema.field(index)
            table = table.set_column(index, field, _array(pa, values, field.type))
        return frame(table, last=bool(HEAD.unpack_from(piece.raw)[1]))

    def raw(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Mapping[int, Sequence[str | None]]:
        """Text stands as itself."""
        return {}


def _array(pa: Any, values: list[Any], kind: Any) -> Any:
    """Values as a column of the old type; a dictionary of strings is encoded anew."""
    if pa.types.is_dictionary(kind):
        return pa.array(values, kind.value_type).dictionary_encode().cast(kind)
    return pa.array(values, kind)


def _with(value: Any, path: Sequence[str], new: str) -> Any:
    """The value with the string at a path replaced."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, list):
        return [_with(v, rest, new) if n == int(step) else v for n, v in enumerate(value)]
    return {k: _with(v, rest, new) if k == step else v for k, v in value.items()}


def _records(table: Any, first: int, path: str, options: Options) -> Iterator[Record]:
    wanted = [name for name in options.fields if name.split(".")[0] in table.schema.names]
    used = [*wanted, *(n for n in (options.id_field, options.language_field) if n)]
    columns = {n: table.column(n).to_pylist() for n in {u.split(".")[0] for u in used} if n in table.schema.names}
    for place in range(len(table)):
        row = {name: values[place] for name, values in columns.items()}
        identity, language = scalar(row, options.id_field), scalar(row, options.language_field)
        found = {name: text for field in wanted for name, text in texts(row, field.split("."), ())}
        for name, text in found.items():
            yield Record(text, identity, language or None, path, first + place, first + place + 1, name)


def _missing(names: Sequence[str], options: Options, path: str) -> tuple[Problem, ...]:
    if any(field.split(".")[0] in names for field in options.fields):
        return ()
    message = f"no column {' or '.join(options.fields)}: there are {', '.join(names)[:200]}"
    return (Problem("INP003", message, 1, Record("", None, None, path, 0, 1)),)
