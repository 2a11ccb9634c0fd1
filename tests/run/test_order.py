"""Defects are told by record, place and code; what comes first stays first."""

import io
from pathlib import Path

from textrepair.corpora import Piece
from textrepair.corpora.jsonl import JsonLines
from textrepair.model import Defect, Record, Result
from textrepair.run.source import Profile, Source
from textrepair.run.spool import row_of
from textrepair.run.worker import FileRun, Sinks, _by_piece


class Known:
    """Stands in for a repairer."""

    def __init__(self, results):
        self.results = results

    def found(self, records):
        return self.results


def defect(code, start, end):
    return Defect(code, "name", "error", "message", start, end, "x" * (end - start))


def test_defects_of_one_code_at_one_place():
    records = [Record("a text of words", index=n, field="text") for n in (0, 1)]
    pieces = [Piece(b'{"text": "a text of words"}\n', (record,)) for record in records]
    here = [defect("JOI901", 2, 6), defect("JOI901", 2, 4), defect("ENC901", 2, 9), defect("WSP901", 0, 1)]
    spool = io.BytesIO()
    known = Known({1: Result(records[1], "", (), tuple(here))})
    run = FileRun(Source("a.jsonl", Path("a.jsonl"), Profile()), known, Sinks(defects=spool))
    run._batch(JsonLines(), pieces)
    rows = [row_of(line) for line in spool.getvalue().splitlines()]
    assert [(row["code"], *row["span"]) for row in rows] == [
        ("WSP901", 0, 1), ("ENC901", 2, 9), ("JOI901", 2, 6), ("JOI901", 2, 4),
    ]  # fmt: skip
    assert {row["record"]["index"] for row in rows} == {1} and run.summary.total() == 4


def test_results_find_their_pieces():
    """A piece may have no record or several."""
    counts = (0, 2, 0, 0, 1, 3, 0)
    pieces = [Piece(b"", tuple(Record(f"{n}.{k}") for k in range(count))) for n, count in enumerate(counts)]
    texts = [record.text for piece in pieces for record in piece.records]
    found = _by_piece(pieces, dict(enumerate(texts)))
    assert [(n, k, text) for n, some in found for k, text in some.items()] == [
        (int(text[0]), int(text[2]), text) for text in texts
    ]
    assert _by_piece(pieces, {5: "x"}) == [(5, {2: "x"})]
