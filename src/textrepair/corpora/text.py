"""Plain text: one record a file, a paragraph or a line.

Files above a megabyte stream in blocks of whole paragraphs. Bytes that are no UTF-8 become lone surrogates while
the text is looked at (PEP 383) and come out as the bytes they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..edits import replay
from ..model import Edit, Record
from .piece import Lines, Options, Piece, Problem

BLOCK = 1 << 20
_BOM = b"\xef\xbb\xbf"
_UNDECODED = re.compile("[\udc80-\udcff]+")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_LINE = re.compile(r"[^\n]+")


class PlainText:
    """Any text file in UTF-8."""

    splittable = False

    def read(self, stream: Lines, path: str, options: Options, first: int = 0) -> Iterator[Piece]:
        """Cut into blocks of whole paragraphs. A byte order mark at the very beginning is no part of the text."""
        place = _Place(path)
        for number, raw in enumerate(_blocks(stream)):
            if number == 0 and raw.startswith(_BOM):
                place.offset = -1
            yield place.piece(raw, options)

    def rebuild(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> bytes:
        """Put the changed records back between the bytes around them."""
        text = decoded(piece.raw)
        parts: list[str] = []
        at = 0
        for number, record in enumerate(piece.records):
            if number in edits:
                start = record.offset - piece.offset
                parts += (text[at:start], replay(record.text, edits[number]))
                at = start + len(record.text)
        parts.append(text[at:])
        return "".join(parts).encode("utf-8", "surrogateescape")

    def raw(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Mapping[int, Sequence[str | None]]:
        """Text stands as itself."""
        return {}


class _Place:
    """Where in the file the next block begins."""

    def __init__(self, path: str) -> None:
        self.path, self.line, self.index, self.offset = path, 1, 0, 0

    def piece(self, raw: bytes, options: Options) -> Piece:
        text = decoded(raw)
        records, problems = [], []
        line, at = self.line, 0
        for start, end in _units(text, options, max(0, -self.offset)):
            line, at = line + text.count("\n", at, start), start
            record = Record(text[start:end], None, None, self.path, self.index, line, None, self.offset + start)
            self.index += 1
            records.append(record)
            problems += undecoded(record)
        piece = Piece(raw, tuple(records), tuple(problems), self.line, self.offset)
        self.line += text.count("\n")
        self.offset += len(text)
        return piece


def decoded(raw: bytes) -> str:
    """UTF-8, with undecodable bytes as lone surrogates."""
    return raw.decode("utf-8", "surrogateescape")


def undecoded(record: Record) -> list[Problem]:
    """The undecodable bytes of a record."""
    found = []
    line, at = record.line, 0
    for m in _UNDECODED.finditer(record.text):
        shown = " ".join(f"{ord(c) - 0xDC00:02x}" for c in m.group()[:8])
        if record.field is None:
            line, at = line + record.text.count("\n", at, m.start()), m.start()
        found.append(Problem("INP001", f"bytes that are not UTF-8: {shown}", line, record, m.span()))
    return found


def _units(text: str, options: Options, begin: int) -> Iterator[tuple[int, int]]:
    if options.text_unit == "file":
        if begin < len(text):
            yield begin, len(text)
        return
    for m in (_LINE if options.text_unit == "line" else _PARAGRAPH).finditer(text, begin):
        end = m.end()
        while end > m.start() and text[end - 1] in "\r\n":
            end -= 1
        if end > m.start():
            yield m.start(), end


def _blocks(stream: Lines) -> Iterator[bytes]:
    """The stream in blocks that end after a blank line, or after a line where none comes within four blocks."""
    held = b""
    while True:
        more = stream.read(BLOCK)
        held += more
        if not more:
            break
        while len(held) > BLOCK:
            cut = _cut(held)
            if not cut:
                break
            yield held[:cut]
            held = held[cut:]
    if held:
        yield held


def _cut(held: bytes) -> int:
    blank = re.compile(rb"\n\r?\n").search(held, BLOCK - 2)
    if blank:
        return blank.end() if blank.end() < len(held) else 0
    return held.find(b"\n", BLOCK) + 1 if len(held) > 4 * BLOCK else 0
