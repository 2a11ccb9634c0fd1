"""Plain text: one record a file, a paragraph or a line.

Files above a megabyte stream in blocks of whole paragraphs. Bytes that are no UTF-8 become lone surrogates while
the text is looked at (PEP 383) and come out as the bytes they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ..model import Edit, Record
from .offsets import Cut, places, spliced
from .piece import Lines, Options, Piece, Problem

BLOCK = 1 << 20
_BOM = b"\xef\xbb\xbf"
_UNDECODED = re.compile("[\udc80-\udcff]+")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|$))+")
_LINE = re.compile(r"[^\n]+")
_BLANK_LINE = re.compile(rb"\n\r?\n")


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
        """Put what is new between the bytes around it."""
        return spliced(piece.raw, cuts(piece, edits))

    def raw(self, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Mapping[int, Sequence[str | None]]:
        """Text stands as itself."""
        return {}


def cuts(piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> Iterator[Cut]:
    """The edits in bytes of the piece, and in its order."""
    moved = [(piece.records[number].offset - piece.offset, some) for number, some in sorted(edits.items())]
    edges = places(
        piece.raw, 0, len(piece.raw), (at + shift for shift, some in moved for e in some for at in (e.start, e.end))
    )
    for _, some in moved:
        for e in some:
            yield next(edges), next(edges), e.after.encode("utf-8", "surrogateescape")


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
    if _is_whole(record.text):
        return []
    found = []
    line, at = record.line, 0
    for m in _UNDECODED.finditer(record.text):
        shown = " ".join(f"{ord(c) - 0xDC00:02x}" for c in m.group()[:8])
        if record.field is None:
            line, at = line + record.text.count("\n", at, m.start()), m.start()
        found.append(Problem("INP001", f"bytes that are not UTF-8: {shown}", line, record, m.span()))
    return found


def _is_whole(text: str) -> bool:
    """Whether there is no lone surrogate: an encoder sees that twenty times as fast as a search."""
    try:
        return text.isascii() or bool(text.encode())
    except UnicodeEncodeError:
        return False


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
    held = _Held()
    while more := stream.read(BLOCK):
        held.raw += more
        while cut := held.cut():
            yield held.taken(cut)
    if held.raw:
        yield held.taken(len(held.raw))


class _Held:
    """Bytes that wait for the end of their block. What was searched is not searched again."""

    def __init__(self) -> None:
        self.raw = bytearray()
        self._searched = self._lines_searched = 0

    def cut(self) -> int:
        """Where the block ends; 0 if that is still to come."""
        blank = _BLANK_LINE.search(self.raw, max(BLOCK, self._searched) - 2) if len(self.raw) > BLOCK else None
        if blank:
            return blank.end() if blank.end() < len(self.raw) else 0
        self._searched = len(self.raw)
        if len(self.raw) <= 4 * BLOCK:
            return 0
        end = self.raw.find(b"\n", max(BLOCK, self._lines_searched)) + 1
        self._lines_searched = len(self.raw)
        return end

    def taken(self, size: int) -> bytes:
        """The block, which is no longer held."""
        block = bytes(memoryview(self.raw)[:size])
        del self.raw[:size]
        self._searched = self._lines_searched = 0
        return block
