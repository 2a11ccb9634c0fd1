"""One file through the engine: pieces in, pieces out, and a line for each defect and edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from ..corpora import Format, Piece, format_for
from ..corpora.streams import open_input
from ..edits import replay
from ..model import Edit, Result
from ..repairer import Repairer
from ..selection import muted
from ..settings import Settings
from .diff import DiffWriter, line_groups
from .places import Places
from .rows import Row, defect_row, edit_row, encoded, problem_row
from .source import Source
from .summary import Summary


@dataclass(slots=True)
class Sinks:
    """Where the parts of the result go; None: nowhere. `cleaned` is called with bytes and whether they were changed."""

    cleaned: Callable[[bytes, bool], object] | None = None
    edits: BinaryIO | None = None
    defects: BinaryIO | None = None
    diff: BinaryIO | None = None
    progress: Callable[[int], object] | None = None
    dry: bool = False


@dataclass(slots=True)
class FileRun:
    """The state of one file's run."""

    source: Source
    repairer: Repairer
    sinks: Sinks
    summary: Summary = field(default_factory=Summary)
    muted: frozenset[str] = frozenset()

    def run(self) -> Summary:
        """Stream the file through. Raises `CorpusError` where it can't be read."""
        source, profile = self.source, self.source.profile
        form = format_for(source.path, profile.input_format)
        self.muted = muted(profile.settings)
        diff = DiffWriter(source.shown, self.sinks.diff.write) if self.sinks.diff and _is_plain(source) else None
        self.summary.files = 1
        with open_input(source.path) as stream:
            for piece in form.read(stream, source.shown, profile.options):
                self._piece(form, piece, diff)
        if diff:
            diff.close()
        return self.summary

    def _piece(self, form: Format, piece: Piece, diff: DiffWriter | None) -> None:
        results = [self.repairer.run(r) for r in piece.records]
        edits = {n: r.edits for n, r in enumerate(results) if r.edits}
        raw = form.rebuild(piece, edits) if edits else piece.raw
        if self.sinks.cleaned:
            self.sinks.cleaned(raw, bool(edits))
        if diff:
            _diff(diff, piece, raw, edits)
        places = [Places(r) for r in piece.records]
        if edits and self.sinks.edits:
            self._journal(form, piece, edits, places, self.sinks.edits)
        self._count(piece, results)
        self._report(piece, results, places)
        if self.sinks.progress:
            self.sinks.progress(len(piece.raw))

    def _journal(
        self, form: Format, piece: Piece, edits: Mapping[int, Sequence[Edit]], places: Sequence[Places], out: BinaryIO
    ) -> None:
        raws = form.raw(piece, edits)
        for n, some in edits.items():
            for e, raw in zip(some, raws.get(n) or [None] * len(some), strict=True):
                out.write(encoded(edit_row(e, piece.records[n], places[n], raw)))

    def _count(self, piece: Piece, results: Sequence[Result]) -> None:
        s = self.summary
        s.records += len(results)
        s.bytes += len(piece.raw)
        for result in results:
            s.characters += len(result.record.text)
            s.superseded += result.superseded
            s.records_with_defects += any(d.code not in self.muted for d in result.defects)
            s.records_changed += result.changed
            s.edits += len(result.edits)

    def _report(self, piece: Piece, results: Sequence[Result], places: Sequence[Places]) -> None:
        known = {id(r): where for r, where in zip(piece.records, places, strict=True)}
        rows: list[Row] = [
            problem_row(p, known.get(id(p.record)) or Places(p.record))
            for p in piece.problems
            if p.code not in self.muted
        ]
        for result, where in zip(results, places, strict=True):
            rows += [defect_row(d, result.record, where) for d in result.defects if d.code not in self.muted]
        for row in sorted(rows, key=lambda row: (row["record"]["index"], row["span"][0], row["code"])):
            row["applied"] = row["applied"] and not self.sinks.dry
            self.summary.add(row)
            if self.sinks.defects:
                self.sinks.defects.write(encoded(row))


_REPAIRERS: list[tuple[Settings, Repairer]] = []


def repairer_for(settings: Settings) -> Repairer:
    """The repairer of these settings in this process: its rules are loaded and compiled once."""
    for known, repairer in _REPAIRERS:
        if known is settings or known == settings:
            return repairer
    _REPAIRERS.append((settings, Repairer(settings)))
    return _REPAIRERS[-1][1]


def _is_plain(source: Source) -> bool:
    """Whether the file's bytes are lines of text, so that a diff can speak of them."""
    return source.path is None or source.path.suffix.lower() not in (".gz", ".zst", ".parquet")


def _diff(diff: DiffWriter, piece: Piece, raw: bytes, edits: Mapping[int, Sequence[Edit]]) -> None:
    if not edits:
        diff.keep(_lines(piece.raw))
    elif piece.records[0].field is not None:
        diff.change(_lines(piece.raw), _lines(raw))
    else:
        _diff_text(diff, piece, edits)


def _diff_text(diff: DiffWriter, piece: Piece, edits: Mapping[int, Sequence[Edit]]) -> None:
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
