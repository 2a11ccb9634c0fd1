"""One file through the engine: pieces in, pieces out, and a line for each defect and edit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import BinaryIO

from ..corpora import Format, Piece, Problem, format_for
from ..corpora.streams import open_input
from ..corpora.text import cuts
from ..model import Defect, Edit, Record, Result
from ..repairer import Repairer
from ..selection import muted
from ..settings import Settings
from .diff import line_groups
from .diff_events import Diff
from .part import WHOLE, Part
from .places import Places
from .rows import defect_row, edit_row, encoded, problem_row
from .source import Source
from .summary import Summary

#: Bytes of input that go through the engine at once: the cost of a pass is shared by all records in it.
BATCH = 1 << 20
#: Code points of context that the journal keeps on either side of an edit that has to be told by it.
CONTEXT = 4


@dataclass(slots=True)
class Sinks:
    """Where the parts of the result go; None: nowhere. `cleaned` is called with bytes and whether they were changed."""

    cleaned: Callable[[bytes, bool], object] | None = None
    edits: BinaryIO | None = None
    defects: BinaryIO | None = None
    diff: Diff | None = None
    progress: Callable[[int], object] | None = None
    dry: bool = False


@dataclass(slots=True)
class FileRun:
    """The state of one file's run, or of the run over a part of it."""

    source: Source
    repairer: Repairer
    sinks: Sinks
    part: Part = WHOLE
    summary: Summary = field(default_factory=Summary)
    muted: frozenset[str] = frozenset()

    def run(self) -> Summary:
        """Stream the file through. Raises `CorpusError` where it can't be read."""
        source, profile = self.source, self.source.profile
        form = format_for(source.path, profile.input_format)
        self.muted = muted(profile.settings)
        self.summary.files = int(self.part.start == 0)
        with open_input(source.path) as stream, self.part.of(stream) as lines:
            for pieces in _batches(form.read(lines, source.shown, profile.options, self.part.first)):
                self._batch(form, pieces)
                pieces.clear()  # before the next ones are read: a piece may be a hundred megabytes
        if self.sinks.diff:
            self.sinks.diff.close()
        return self.summary

    def _batch(self, form: Format, pieces: Sequence[Piece]) -> None:
        records = [r for p in pieces for r in p.records]
        found = self.repairer.found(records)
        s = self.summary
        s.records += len(records)
        s.characters += sum(len(r.text) for r in records)
        size = sum(len(p.raw) for p in pieces)
        s.bytes += size
        at, quiet = 0, 0  # pieces[quiet:n] hold nothing of interest
        for n, piece in enumerate(pieces):
            results = {k: found[at + k] for k in range(len(piece.records)) if at + k in found}
            at += len(piece.records)
            if results or piece.problems:
                self._clean(form, pieces[quiet:n])
                self._piece(form, piece, results)
                quiet = n + 1
        self._clean(form, pieces[quiet:])
        if self.sinks.progress:
            self.sinks.progress(size)

    def _clean(self, form: Format, pieces: Sequence[Piece]) -> None:
        """Pieces in which nothing was found: their bytes go out as they came in."""
        if not pieces:
            return
        if self.sinks.cleaned:
            self.sinks.cleaned(b"".join([p.raw for p in pieces]), False)
        if self.sinks.diff:
            one_line = form.splittable and pieces[0].records and pieces[0].records[0].field is not None
            self.sinks.diff.keep(
                [p.raw for p in pieces] if one_line else [line for p in pieces for line in _lines(p.raw)]
            )

    def _piece(self, form: Format, piece: Piece, results: Mapping[int, Result]) -> None:
        edits = {n: r.edits for n, r in results.items() if r.edits}
        raw = form.rebuild(piece, edits) if edits else piece.raw
        if self.sinks.cleaned:
            self.sinks.cleaned(raw, bool(edits))
        if self.sinks.diff:
            _diff(self.sinks.diff, piece, raw, edits)
        places = {n: Places(piece.records[n]) for n in results}
        if edits and self.sinks.edits:
            self._journal(form, piece, edits, places, self.sinks.edits)
        self._count(results.values())
        self._report(piece, results, places)

    def _journal(
        self,
        form: Format,
        piece: Piece,
        edits: Mapping[int, Sequence[Edit]],
        places: Mapping[int, Places],
        out: BinaryIO,
    ) -> None:
        raws = form.raw(piece, edits)
        for n, some in edits.items():
            record = piece.records[n]
            contexts = _contexts(record.text, some)
            for e, raw, context in zip(some, raws.get(n) or [None] * len(some), contexts, strict=True):
                out.write(encoded(edit_row(e, record, places[n], raw, context)))

    def _count(self, results: Iterable[Result]) -> None:
        s = self.summary
        for result in results:
            s.superseded += result.superseded
            s.records_with_defects += any(d.code not in self.muted for d in result.defects)
            s.records_changed += result.changed
            s.edits += len(result.edits)

    def _report(self, piece: Piece, results: Mapping[int, Result], places: Mapping[int, Places]) -> None:
        known = {id(piece.records[n]): where for n, where in places.items()}
        found: list[tuple[Record, Problem | Defect]] = [
            (p.record, p) for p in piece.problems if p.code not in self.muted
        ]
        found += [(r.record, d) for r in results.values() for d in r.defects if d.code not in self.muted]
        for record, what in sorted(found, key=_order):
            where = known.get(id(record)) or Places(record)
            row = defect_row(what, record, where) if isinstance(what, Defect) else problem_row(what, where)
            row["applied"] = row["applied"] and not self.sinks.dry
            self.summary.add(row)
            if self.sinks.defects:
                self.sinks.defects.write(encoded(row))


def _order(found: tuple[Record, Problem | Defect]) -> tuple[int, int, str]:
    """By record, place and code."""
    record, what = found
    return record.index, record.offset + (what.start if isinstance(what, Defect) else what.span[0]), what.code


def _contexts(text: str, edits: Sequence[Edit]) -> Iterator[list[str] | None]:
    """The text around each edit that has one empty side, up to the edits beside it."""
    bounds = [0, *(e.end for e in edits)], [*(e.start for e in edits[1:]), len(text)]
    for e, low, high in zip(edits, *bounds, strict=False):
        beside = [text[max(low, e.start - CONTEXT) : e.start], text[e.end : min(high, e.end + CONTEXT)]]
        yield None if e.before and e.after else beside


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece.raw)
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_REPAIRERS: list[tuple[Settings, Repairer]] = []


def repairer_for(settings: Settings) -> Repairer:
    """The repairer of these settings in this process: its rules are loaded and compiled once."""
    for known, repairer in _REPAIRERS:
        if known is settings or known == settings:
            return repairer
    _REPAIRERS.append((settings, Repairer(settings)))
    return _REPAIRERS[-1][1]


def is_plain(source: Source) -> bool:
    """Whether the file's bytes are lines of text, so that a diff can speak of them."""
    return source.path is None or source.path.suffix.lower() not in (".gz", ".zst", ".parquet")


def _diff(diff: Diff, piece: Piece, raw: bytes, edits: Mapping[int, Sequence[Edit]]) -> None:
    if not edits:
        diff.keep(_lines(piece.raw))
    elif piece.records[0].field is not None:
        diff.change(_lines(piece.raw), _lines(raw))
    else:
        _diff_text(diff, piece, raw, edits)


def _diff_text(diff: Diff, piece: Piece, new: bytes, edits: Mapping[int, Sequence[Edit]]) -> None:
    old, at, shift = piece.raw, 0, 0
    for (start, end), some in line_groups(old, cuts(piece, edits)):
        growth = sum(len(to) - (high - low) for low, high, to in some)
        diff.keep(_lines(old[at:start]))
        diff.change(_lines(old[start:end]), _lines(new[start + shift : end + shift + growth]))
        at, shift = end, shift + growth
    diff.keep(_lines(old[at:]))


def _lines(raw: bytes) -> list[bytes]:
    """Lines with their ends, cut at `\\n` only. One line is not copied: it may be a hundred megabytes."""
    if raw.find(b"\n") in (-1, len(raw) - 1):
        return [raw] if raw else []
    return BytesIO(raw).readlines()
