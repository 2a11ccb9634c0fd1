"""A journal's edits made again on a file, or undone. Streams; an edit that does not fit is left out and told."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import BinaryIO

from ..corpora import Options, format_for
from ..corpora.piece import RawEdit
from ..corpora.registry import format_name
from ..corpora.streams import Write, open_input
from ..model import Edit
from .journal import Entry

_CHUNK = 1 << 20
#: Code points of the text gone by that an edit's context may ask for.
_SEEN = 64


@dataclass(slots=True)
class Replay:
    """One file's turn. `stale` collects the edits that did not fit."""

    path: Path
    entries: Sequence[Entry]
    reverse: bool
    write: Write
    stale: list[Entry] = field(default_factory=list)
    applied: int = 0

    def run(self) -> None:
        """Read the file and write it anew."""
        with open_input(self.path) as stream:
            if self.entries[0].field is None:
                self._text(stream)
            else:
                self._records(stream)

    def _text(self, stream: BinaryIO) -> None:
        text = _Text(stream, lambda s, changed: self.write(s.encode("utf-8", "surrogateescape"), changed))
        shift = 0
        for e in sorted(self.entries, key=attrgetter("start", "end")):
            old, new = self._sides(e)
            if not text.go(e.start + shift) or not text.replace(old, new, e.left, e.right):
                self.stale.append(e)
                continue
            self.applied += 1
            shift += len(old) - len(new) if self.reverse else 0
        text.rest()

    def _records(self, stream: BinaryIO) -> None:
        waiting: dict[tuple[int, str | None], list[Entry]] = {}
        for e in self.entries:
            waiting.setdefault((e.index, e.field), []).append(e)
        name = format_name(self.path)
        form = format_for(self.path, "jsonl" if name == "text" else name)
        fields = dict.fromkeys(e.field for e in self.entries if e.field is not None)
        for piece in form.read(stream, str(self.path), Options(fields=tuple(fields))):
            edits = {}
            for number, record in enumerate(piece.records):
                if some := waiting.pop((record.index, record.field), None):
                    edits[number] = self._fitting(record.text, some)
            edits = {number: some for number, some in edits.items() if some}
            self.write(form.rebuild(piece, edits) if edits else piece.raw, bool(edits))
        self.stale += [e for some in waiting.values() for e in some]

    def _fitting(self, text: str, entries: Iterable[Entry]) -> list[Edit]:
        """The edits of one text, as edits of what stands there now."""
        edits: list[Edit] = []
        shift = done = 0
        for e in sorted(entries, key=attrgetter("start", "end")):
            old, new = self._sides(e)
            start = e.start + shift
            at = start + len(old)
            fits = text[start:at] == old and text.endswith(e.left, 0, start) and text.startswith(e.right, at)
            if start < done or not fits:
                self.stale.append(e)
                continue
            done = at + (not old)  # nothing is put in twice at the same place
            if self.reverse:
                edits.append(RawEdit(start, at, old, new, e.code, raw=e.raw))
                shift += len(old) - len(new)
            else:
                edits.append(Edit(start, at, old, new, e.code))
        self.applied += len(edits)
        return edits

    def _sides(self, e: Entry) -> tuple[str, str]:
        return (e.after, e.before) if self.reverse else (e.before, e.after)


class _Text:
    """A text that goes by: kept up to a position, replaced, kept on. A byte order mark stands before position 0."""

    def __init__(self, stream: BinaryIO, write: Callable[[str, bool], object]) -> None:
        self._stream, self._write = stream, write
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._held, self._at, self._ended = "", 0, False
        self._seen, self._inserted = "", -2
        self._more()
        if self._held.startswith("\ufeff"):
            self._keep(1)
            self._at = 0

    def go(self, position: int) -> bool:
        """Keep everything before the position; False if it is behind us or after the end."""
        if position < self._at:
            return False
        while self._at + len(self._held) < position and not self._ended:
            self._keep(len(self._held))
            self._more()
        self._keep(min(position - self._at, len(self._held)))
        return self._at == position

    def replace(self, old: str, new: str, left: str = "", right: str = "") -> bool:
        """Put `new` in the place of `old`; False if `old` is not what stands here, between `left` and `right`."""
        while len(self._held) < len(old) + len(right) and not self._ended:
            self._more()
        here = self._at if not old else -1
        if here == self._inserted or not self._held.startswith(old + right) or not self._seen.endswith(left):
            return False
        self._inserted = here if not old else self._inserted
        self._pass(len(old))
        self._write(new, True)
        return True

    def rest(self) -> None:
        """Keep everything to the end."""
        while self._held or not self._ended:
            self._keep(len(self._held))
            self._more()

    def _keep(self, number: int) -> None:
        if number:
            self._write(self._held[:number], False)
            self._pass(number)

    def _pass(self, number: int) -> None:
        self._seen = (self._seen[-_SEEN:] + self._held[max(0, number - _SEEN) : number])[-_SEEN:]
        self._held = self._held[number:]
        self._at += number

    def _more(self) -> None:
        raw = self._stream.read(_CHUNK)
        self._ended = not raw
        self._held += self._decoder.decode(raw, final=not raw)
