"""One file through the engine: pieces in, pieces out, and a line for each defect and edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from ..corpora import Piece, format_for
from ..corpora.streams import open_input
from ..edits import replay
from ..model import Edit, Result
from ..repairer import Repairer
from .diff import DiffWriter, line_groups
from .discover import Source
from .job import Job
from .rows import Row, defect_row, edit_row, encoded, problem_row
from .summary import Summary


@dataclass(slots=True)
class Sinks:
    """Where the parts of the result go; None: nowhere."""

    cleaned: BinaryIO | None = None
    edits: BinaryIO | None = None
    defects: BinaryIO | None = None
    diff: BinaryIO | None = None


@dataclass(slots=True)
class FileRun:
    """The state of one file's run."""

    source: Source
    repairer: Repairer
    job: Job
    sinks: Sinks
    summary: Summary = field(default_factory=Summary)

    def run(self) -> Summary:
        """Stream the file through. Raises `CorpusError` where it can't be read."""
        form = format_for(self.source.path, self.job.input_format)
        diff = DiffWriter(self.source.shown, self.sinks.diff.write) if self.sinks.diff else None
        self.summary.files = 1
        with open_input(self.source.path) as stream:
            for piece in form.read(stream, self.source.shown, self.job.options):
                results = [self.repairer.run(r) for r in piece.records]
                edits = {n: r.edits for n, r in enumerate(results) if r.edits}
                raw = form.rebuild(piece, edits) if edits else piece.raw
                if self.sinks.cleaned:
                    self.sinks.cleaned.write(raw)
                if diff:
                    _diff(diff, piece, raw, edits)
                self._report(piece, results)
        if diff:
            diff.close()
        return self.summary

    def _report(self, piece: Piece, results: Sequence[Result]) -> None:
        s = self.summary
        s.records += len(results)
        s.bytes += len(piece.raw)
        rows: list[tuple[int, int, str, Row]] = [
            (p.record.index, p.span[0], p.code, problem_row(p)) for p in piece.problems
        ]
        for result in results:
            s.characters += len(result.record.text)
            s.superseded += result.superseded
            s.records_with_defects += bool(result.defects)
            s.records_changed += result.changed
            rows += [(result.record.index, d.start, d.code, defect_row(d, result.record)) for d in result.defects]
            for e in result.edits:
                s.edits += 1
                if self.sinks.edits:
                    self.sinks.edits.write(encoded(edit_row(e, result.record)))
        for _, _, _, row in sorted(rows, key=lambda r: r[:3]):
            s.add(row)
            if self.sinks.defects:
                self.sinks.defects.write(encoded(row))


def _diff(diff: DiffWriter, piece: Piece, raw: bytes, edits: dict[int, tuple[Edit, ...]]) -> None:
    if not edits:
        diff.keep(_lines(piece.raw))
    elif piece.records[0].field is not None:
        diff.change(_lines(piece.raw), _lines(raw))
    else:
        _diff_text(diff, piece, edits)


def _diff_text(diff: DiffWriter, piece: Piece, edits: dict[int, tuple[Edit, ...]]) -> None:
    text = piece.raw.decode("utf-8", "surrogateescape")
    moved = []
    for number, some in edits.items():
        shift = piece.records[number].offset - piece.offset
        moved += [replace(e, start=e.start + shift, end=e.end + shift) for e in some]
    at = 0
    for (start, end), some in line_groups(text, moved):
        diff.keep(_lines(_bytes(text[at:start])))
        local = [replace(e, start=e.start - start, end=e.end - start) for e in some]
        diff.change(_lines(_bytes(text[start:end])), _lines(_bytes(replay(text[start:end], local))))
        at = end
    diff.keep(_lines(_bytes(text[at:])))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def _lines(raw: bytes) -> list[bytes]:
    """Lines with their ends, cut at `\\n` only."""
    lines = [part + b"\n" for part in raw.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
