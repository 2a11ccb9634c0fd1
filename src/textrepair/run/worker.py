"""One file through the engine: pieces in, pieces out, and a line for each defect and edit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import itemgetter
from typing import BinaryIO

from ..corpora import Format, Piece, Problem, format_for
from ..corpora.streams import open_input
from ..model import Defect, Result
from ..repairer import Repairer
from ..selection import muted
from ..settings import Settings
from .changes import tell_changed, tell_unchanged
from .diff_events import Diff
from .garbage import swept
from .part import WHOLE, Part
from .places import Places
from .rows import defect_row, edit_lines, problem_row
from .source import Source
from .spool import spooled
from .summary import Key, Summary, key_of

#: Bytes of input that go through the engine at once: the cost of a pass is shared by all records in it.
BATCH = 1 << 20
_BY_PLACE = itemgetter(0, 1, 2)


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
    _told: list[Key] = field(default_factory=list)  # of the defects of this batch

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
                swept()
        if self.sinks.diff:
            self.sinks.diff.close()
        return self.summary

    def _batch(self, form: Format, pieces: Sequence[Piece]) -> None:
        records = [r for p in pieces for r in p.records]
        found = self.repairer.found(records)
        s = self.summary
        s.records += len(records)
        s.characters += sum([len(r.text) for r in records])
        size = sum([len(p.raw) for p in pieces])
        s.bytes += size
        quiet = 0  # pieces[quiet:n] hold nothing of interest
        for n, results in _by_piece(pieces, found):
            self._clean(form, pieces[quiet:n])
            self._piece(form, pieces[n], results)
            quiet = n + 1
        self._clean(form, pieces[quiet:])
        s.count(self.source.shown, self._told)
        self._told.clear()
        if self.sinks.progress:
            self.sinks.progress(size)

    def _clean(self, form: Format, pieces: Sequence[Piece]) -> None:
        """Pieces in which nothing was found: their bytes go out as they came in."""
        if not pieces:
            return
        if self.sinks.cleaned:
            self.sinks.cleaned(b"".join([p.raw for p in pieces]), False)
        if self.sinks.diff:
            tell_unchanged(self.sinks.diff, form, pieces)

    def _piece(self, form: Format, piece: Piece, results: Mapping[int, Result]) -> None:
        edits = {n: r.edits for n, r in results.items() if r.edits}
        raw = form.rebuild(piece, edits) if edits else piece.raw
        if self.sinks.cleaned:
            self.sinks.cleaned(raw, bool(edits))
        if self.sinks.diff:
            tell_changed(self.sinks.diff, piece, raw, edits)
        places = {n: Places(piece.records[n]) for n in results}
        if edits and self.sinks.edits:
            raws = form.raw(piece, edits)
            for n, some in edits.items():
                self.sinks.edits.writelines(edit_lines(some, places[n], raws.get(n)))
        self._count(results.values())
        self._report(piece, results, places)

    def _count(self, results: Iterable[Result]) -> None:
        s = self.summary
        for result in results:
            s.superseded += result.superseded
            s.records_with_defects += any(d.code not in self.muted for d in result.defects)
            s.records_changed += result.changed
            s.edits += len(result.edits)

    def _report(self, piece: Piece, results: Mapping[int, Result], places: Mapping[int, Places]) -> None:
        """The defects of a piece by record, place and code; one that comes first stays before its equals."""
        found: list[tuple[int, int, str, Places, Problem | Defect]] = []
        for p in piece.problems:
            where = next((known for known in places.values() if known.record is p.record), None) or Places(p.record)
            found.append((p.record.index, p.record.offset + p.span[0], p.code, where, p))
        for n, result in results.items():
            index, offset = result.record.index, result.record.offset
            found += [(index, offset + d.start, d.code, places[n], d) for d in result.defects]
        if len(found) > 1:
            found.sort(key=_BY_PLACE)
        for _, _, code, where, what in found:
            if code not in self.muted:
                self._tell(what, where)

    def _tell(self, what: Problem | Defect, where: Places) -> None:
        row = defect_row(what, where) if isinstance(what, Defect) else problem_row(what, where)
        if self.sinks.dry:
            row["applied"] = False
        self._told.append(key_of(row))
        if self.sinks.defects:
            self.sinks.defects.write(spooled(row))


def _by_piece(pieces: Sequence[Piece], found: Mapping[int, Result]) -> list[tuple[int, dict[int, Result]]]:
    """The pieces with results, by place in their records, or with problems; `found` goes by place in all records."""
    some: dict[int, dict[int, Result]] = {n: {} for n, p in enumerate(pieces) if p.problems}
    ends = [*accumulate([len(p.records) for p in pieces])]
    for at in sorted(found):
        n = bisect_right(ends, at)
        some.setdefault(n, {})[at - ends[n] + len(pieces[n].records)] = found[at]
    return sorted(some.items())


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
