"""CSV and TSV: a record a cell of the named columns. A change touches the cell it is in and nothing else.

Cells are as in RFC 4180. In TSV a quoted cell ends on its own line: corpora hold single quotes that quote nothing.
A row with more or fewer cells than the header is not understood; it passes untouched, with a defect.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..edits import replay
from ..model import Edit, Record
from .piece import Lines, Options, Piece, Problem, RawEdit
from .text import undecoded

_LONGEST = 1 << 20
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with its place in the row; its text is between the quotes, if there are any."""

    start: int
    end: int
    quoted: bool

    def text(self, row: str) -> str:
        """The text it stands for."""
        return row[self.start + 1 : self.end - 1].replace('""', '"') if self.quoted else row[self.start : self.end]


class Table:
    """Rows of cells; the first row names the columns."""

    splittable = False

    def __init__(self, delimiter: str, *, multiline: bool) -> None:
        self._delimiter, self._multiline = delimiter, multiline
        mark = re.escape(delimiter)
        # Nothing is given back: behind half of a doubled quote the other half stands, and never the cell's end.
        self._quoted = re.compile(rf'"[^"]*+(?:""[^"]*+)*+"(?={mark}|\Z)')
        self._bare = re.compile(rf"[^{mark}]*")
        self._open = re.compile(r'"[^"]*+(?:""[^"]*+)*+\Z')

    def read(self, stream: Lines, path: str, options: Options, first: int = 0) -> Iterator[Piece]:
        """A piece a row."""
        header: list[str] | None = None
        line, index = 1, -1
        for raw in self._rows(stream):
            row = _body(raw)
            cells = self._cells(row)
            if header is None:
                header = [c.text(row) for c in cells]
                yield Piece(raw, (), _missing(header, options, path), line)
            elif not row:
                yield Piece(raw, (), (), line)
            else:
                yield self._piece(raw, row, cells, header, Record("", None, None, path, index, line), options)
            line += raw.count(b"\n")
            index += 1

    def rebuild(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> bytes:
        """The row with the edited cells. One that now needs quotes gets them."""
        row, parts, at = _decoded(piece.raw), [""], 0
        for number, some in sorted(edits.items(), key=lambda item: self._cell(piece, item[0]).start):
            cell = self._cell(piece, number)
            parts += (row[at : cell.start], self._written(row, cell, some))
            at = cell.end
        return "".join((*parts, row[at:])).encode("utf-8", "surrogateescape")

    def raw(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Mapping[int, Sequence[str | None]]:
        """For a cell that gets quotes, the whole of it as it was: undoing takes them off again."""
        row = _decoded(piece.raw)
        found = {}
        for number, some in edits.items():
            cell = self._cell(piece, number)
            whole = row[cell.start : cell.end]
            lost = cell.quoted is not self._written(row, cell, some).startswith('"')
            found[number] = [whole if lost else None for _ in some]
        return found

    def _written(self, row: str, cell: _Cell, edits: Sequence[Edit]) -> str:
        text = replay(cell.text(row), edits)
        before = {e.raw for e in edits if isinstance(e, RawEdit) and e.raw is not None}
        for raw in before:
            if _Cell(0, len(raw), raw.startswith('"')).text(raw) == text:
                return raw
        if cell.quoted or not self._stands_bare(text):
            return '"' + text.replace('"', '""') + '"'
        return text

    def _stands_bare(self, text: str) -> bool:
        if "\n" in text or "\r" in text or self._delimiter in text:
            return False
        return not text.startswith('"') or (self._cells(text) == [_Cell(0, len(text), False)] and not self._multiline)

    def _rows(self, stream: Lines) -> Iterator[bytes]:
        """Lines, with those put together that a quoted cell joins. Where none closes it, the line stands alone."""
        waiting: deque[bytes] = deque()
        lines = iter(stream)
        while line := waiting.popleft() if waiting else next(lines, b""):
            held = [line]
            size = len(line)
            open_ = self._multiline and line.count(b'"') % 2 == 1 and self._is_open(line)
            while open_ and size < _LONGEST:
                more = waiting.popleft() if waiting else next(lines, b"")
                if not more:
                    break
                held.append(more)
                size += len(more)
                open_ = b'"' not in more or self._is_open(b'"' + more)  # the cell goes on as if it began here
            if open_:
                waiting.extendleft(reversed(held[1:]))
                held = held[:1]
            yield b"".join(held)

    def _is_open(self, raw: bytes) -> bool:
        row = _body(raw)
        last = self._cells(row)[-1]
        return not last.quoted and self._open.match(row, last.start) is not None

    def _cells(self, row: str) -> list[_Cell]:
        cells, at = [], 0
        if row.startswith(_BOM):
            at = 1
        while True:
            quoted = self._quoted.match(row, at)
            open_ = None if quoted or not self._multiline else self._open.match(row, at)
            m = quoted or open_ or self._bare.match(row, at)
            assert m is not None
            cells.append(_Cell(at, m.end(), quoted is not None))
            if m.end() >= len(row):
                return cells
            at = m.end() + 1

    def _cell(self, piece: Piece, number: int) -> _Cell:
        return self._cells(_body(piece.raw))[piece.columns[number]]

    def _piece(
        self, raw: bytes, row: str, cells: list[_Cell], header: list[str], where: Record, options: Options
    ) -> Piece:
        if len(cells) != len(header):
            told = Problem("INP002", f"a row of {len(cells)} cells below {len(header)} columns", where.line, where)
            return Piece(raw, (), (told,), where.line)
        values = {name: cell.text(row) for name, cell in reversed(list(zip(header, cells, strict=True)))}
        identity, language = (values.get(n) if n else None for n in (options.id_field, options.language_field))
        names = [n for n in options.fields if n in values]
        records = tuple(
            Record(values[n], identity, language or None, where.path, where.index, where.line, n) for n in names
        )
        problems = [p for r in records for p in undecoded(r)]
        if self._multiline and not cells[-1].quoted and self._open.match(row, cells[-1].start):
            message = "a cell begins with a quotation mark and none closes it; read as if it meant nothing"
            problems.append(Problem("INP002", message, where.line, where))
        return Piece(raw, records, tuple(problems), where.line, columns=tuple(header.index(n) for n in names))


def _missing(header: list[str], options: Options, path: str) -> tuple[Problem, ...]:
    if any(name in header for name in options.fields):
        return ()
    message = f"no column {' or '.join(options.fields)}: there are {', '.join(header)[:200]}"
    return (Problem("INP003", message, 1, Record("", None, None, path, 0, 1)),)


def _decoded(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")


def _body(raw: bytes) -> str:
    """The row without its line end."""
    return _decoded(raw.removesuffix(b"\n").removesuffix(b"\r"))
