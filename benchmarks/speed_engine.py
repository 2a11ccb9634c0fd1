"""The engine in parts, each on its own, over batches as large as those of a run; and the whole of it in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from speed_corpus import Corpus
from speed_measure import Part

from textrepair import Record, Repairer, Settings, kernel
from textrepair.corpora import Piece
from textrepair.corpora.jsonl import JsonLines
from textrepair.corpora.piece import Options
from textrepair.language import detect
from textrepair.resolve import hold_back, resolve
from textrepair.run.diff import DiffWriter
from textrepair.run.garbage import seldom_meanwhile
from textrepair.run.source import Profile, Source
from textrepair.run.worker import FileRun, Sinks, _batches
from textrepair.scan.batch import Batch
from textrepair.work import Work

_FORM = JsonLines()


def engine_parts(corpus: Corpus) -> list[Part]:
    """Stages in the order in which a text meets them; what a stage is given was made ready outside of its time."""
    size = corpus.megabytes
    stages = _Stages(corpus)
    return [
        Part("engine: read to write, in memory", size, stages.whole),
        Part("- read", size, stages.read),
        Part("- language of each record", size, stages.languages),
        Part("- join and cut into tokens", size, stages.tokens),
        Part("- scan: all gates, tokens included", size, stages.scan, stages.documents),
        Part("- check: rules on what was found", size, stages.check, stages.candidates),
        Part("- shields and exceptions", size, stages.shield, stages.matches),
        Part("- resolve and apply", size, stages.resolve, stages.hits),
        Part("- all passes", size, stages.passes),
        Part("- write: text, journal, diff, defects", size, stages.write),
    ]


@dataclass
class _Known:
    """Stands in for a repairer: what it is asked for is at hand."""

    results: Iterator[Any]

    def found(self, records: object) -> Any:
        return next(self.results)


@dataclass
class _Stages:
    corpus: Corpus
    repairer: Repairer = field(default_factory=lambda: Repairer(Settings()))

    def __post_init__(self) -> None:
        self.raw = b"".join(self.corpus.lines)
        self.pieces = list(_batches(_FORM.read(BytesIO(self.raw), "", Options())))
        self.batches: list[list[Record]] = [[r for p in some for r in p.records] for some in self.pieces]
        self.engine: Any = self.repairer._ready()
        self.results = [self.repairer.found(records) for records in self.batches]

    def read(self) -> list[list[Piece]]:
        return list(_batches(_FORM.read(BytesIO(self.raw), "", Options())))

    def languages(self) -> list[str | None]:
        return [detect(r.text) for records in self.batches for r in records]

    def tokens(self) -> None:
        for records in self.batches:
            batch = Batch([r.text for r in records])
            if kernel.available():
                from textrepair.kernel._kernel import Scan

                Scan(batch.buffer, batch.starts, batch.ends)
            else:
                from textrepair.scan.tokens import tokenize

                tokenize(batch.buffer)

    def documents(self) -> tuple[object, ...]:
        return ([[self.engine._document(r.text, r) for r in records] for records in self.batches],)

    def scan(self, batches: Any) -> list[Any]:
        return [self.engine._scanners.scan(docs, {}) for docs in batches]

    def candidates(self) -> tuple[object, ...]:
        (batches,) = self.documents()
        works = [[Work(r) for r in records] for records in self.batches]
        return batches, self.scan(batches), works

    def check(self, batches: Any, candidates: Any, works: Any) -> list[Any]:
        rounds = zip(batches, candidates, works, strict=True)
        return [self.engine._matcher.found(docs, places, some, {}) for docs, places, some in rounds]

    def matches(self) -> tuple[object, ...]:
        batches, candidates, works = self.candidates()
        return batches, self.check(batches, candidates, works), works

    def shield(self, batches: Any, found: Any, works: Any) -> list[Any]:
        rounds = zip(batches, found, works, strict=True)
        return [self.engine._matcher.hits(docs, matches, some) for docs, matches, some in rounds]

    def hits(self) -> tuple[object, ...]:
        batches, found, works = self.matches()
        return batches, self.shield(batches, found, works), works

    def resolve(self, batches: Any, hits: Any, works: Any) -> None:
        for docs, some, batch in zip(batches, hits, works, strict=True):
            for place, of_text in some.items():
                winners, losers = resolve(hold_back(of_text))
                batch[place].note(winners, losers, docs[place].language)
                batch[place].apply([h for h in winners if h.applies])

    def passes(self) -> None:
        with seldom_meanwhile():
            for records in self.batches:
                self.repairer.found(records)

    def write(self) -> None:
        self._run(_Known(iter(self.results)))

    def whole(self) -> None:
        self.read()
        self._run(self.repairer)

    def _run(self, repairer: Any) -> None:
        """All that is written goes into memory."""
        diff, cleaned = BytesIO(), BytesIO()
        sinks = Sinks(lambda raw, _: cleaned.write(raw), BytesIO(), BytesIO(), DiffWriter("corpus.jsonl", diff.write))
        run = FileRun(Source("corpus.jsonl", Path("corpus.jsonl"), Profile()), repairer, sinks)
        with seldom_meanwhile():  # as in a run
            for pieces in self.pieces:
                run._batch(_FORM, pieces)
        if sinks.diff:
            sinks.diff.close()
