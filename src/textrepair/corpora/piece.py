"""The seam between the engine and the formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from ..model import Edit, Record

TextUnit = Literal["file", "paragraph", "line"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to find the records: names of fields (dotted), of the id and of the language; the unit of plain text."""

    fields: tuple[str, ...] = ("text",)
    id_field: str | None = None
    language_field: str | None = None
    text_unit: TextUnit = "file"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that can't be read as it should; it passes through untouched. `span`: in the record."""

    code: str
    message: str
    line: int
    record: Record
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Piece:
    """Some consecutive bytes of a corpus with the records in them, in order. Not frozen: that takes thrice as long.

    `line` is the 1-based line of its first byte, `offset` the place of its first character in the file's text (plain
    text only): -1 where a byte order mark, which is no part of the text, stands before it.
    """

    raw: bytes
    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    line: int = 1
    offset: int = 0
    #: For tables: the column of each record.
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RawEdit(Edit):
    """An edit that undoes another and may know how its `after` stood in the file, in the words of the format."""

    raw: str | None = None


class Lines(Protocol):
    """A stream of bytes, by lines or by size: a binary file, or a part of one."""

    def __iter__(self) -> Iterator[bytes]:
        """The lines with their ends, cut at `\\n` only."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""


class Format(Protocol):
    """A way to read and write records. Stateless: one instance serves all files."""

    #: Whether a file may be cut at any `\\n` and the parts read apart from each other.
    splittable: bool

    def read(self, stream: Lines, path: str, options: Options, first: int = 0) -> Iterator[Piece]:
        """Cut the stream into pieces, with bounded memory. `first`: lines before the stream, a part of a file."""

    def rebuild(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> bytes:
        """The piece's bytes after the edits of its records, by place in `piece.records`; spans: in the records."""

    def raw(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Mapping[int, Sequence[str | None]]:
        """For each edit how its `before` stands in the piece, None where it stands there as itself; {} where all do."""
