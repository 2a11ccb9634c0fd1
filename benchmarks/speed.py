"""How fast is it? CPU time per megabyte, beside the tools one would compare with, all in one process and in turn.

    python benchmarks/speed.py                        the project's own seeds, enlarged
    python benchmarks/speed.py CORPUS.jsonl[.gz] ...  corpora of your own (field `text`)
    python benchmarks/speed.py --json FILE            the figures as JSON too

Machines are noisy: every row is measured in several rounds, in alternation with all the others; the table shows the
median, the spread (lowest to highest) and the ratio to `ftfy.fix_text` and to the orjson passthrough of the same rounds.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import orjson
from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parent))

from speed_corpus import Corpus, enlarged_seeds, read_corpus
from speed_process import memory_rows, process_rows, scaling_rows

Part = tuple[str, Callable[[], object]]


def parts(corpus: Corpus) -> list[Part]:
    """What is timed inside this process. Each callable works through the whole sample once."""
    import ftfy

    from textrepair import Record, Repairer, Settings

    lines, texts = corpus.lines, corpus.texts
    few = texts[:: max(1, len(texts) // 60)]
    repairer = Repairer(Settings(language="en"))
    records = [Record(t) for t in texts]
    repairer.run_batch(records)
    rows: list[Part] = [
        ("plain copy", lambda: b"".join(lines)),
        ("orjson passthrough", lambda: [orjson.dumps(orjson.loads(line)) for line in lines]),
        ("ftfy.fix_text (sample)", lambda: [ftfy.fix_text(t) for t in few]),
        ("ftfy.fix_encoding (sample)", lambda: [ftfy.fix_encoding(t) for t in few]),
        ("  the same behind the gate", lambda: _gated(texts)),
        ("engine: check and fix in memory", lambda: _batches(repairer, records)),
    ]
    rows += engine_parts(repairer, texts, lines)
    return rows


def engine_parts(repairer: object, texts: list[str], lines: list[bytes]) -> list[Part]:
    """The engine's stages on their own."""
    from io import BytesIO

    from textrepair.corpora.jsonl import JsonLines
    from textrepair.corpora.piece import Options
    from textrepair.document import Document
    from textrepair.language import detect
    from textrepair.scan.batch import Batch
    from textrepair.scan.tokens import tokenize

    docs = [Document(t, "en") for t in texts]
    engine = repairer._engine  # type: ignore[attr-defined]
    groups = [slice(i, i + 100) for i in range(0, len(texts), 100)]
    form = JsonLines()
    raw = b"".join(lines)
    return [
        ("  read", lambda: list(form.read(BytesIO(raw), "", Options()))),
        ("  join the batch", lambda: [Batch(texts[g]) for g in groups]),
        ("  words", lambda: [tokenize(Batch(texts[g]).buffer) for g in groups]),
        ("  scan: all gates", lambda: [engine._scan(docs[g]) for g in groups]),
        ("  language of each record", lambda: [detect(t) for t in texts]),
    ]


def _gated(texts: list[str]) -> list[str]:
    """ftfy's repair of encodings on the lines that need it; tests show that the others would not change."""
    from textrepair.checkers.encoding.badness import BADNESS
    from textrepair.checkers.encoding.layers import repaired
    from textrepair.scan.batch import Batch
    from textrepair.scan.gate import Gate

    gate = _GATES.setdefault(BADNESS, Gate([(0, BADNESS)]))
    out = []
    for i in range(0, len(texts), 100):
        batch = Batch(texts[i : i + 100])
        for record, line, _ in gate.lines(batch):
            start, end = batch.characters(record, line)
            out.append(repaired(texts[i + record][start:end]))
    return out


_GATES: dict[str, object] = {}


def _batches(repairer: object, records: list[object]) -> None:
    for i in range(0, len(records), 100):
        repairer.run_batch(records[i : i + 100])  # type: ignore[attr-defined]


def measured(rows: list[Part], size: float, sample: float, rounds: int) -> list[dict[str, object]]:
    """Megabytes per CPU second of each part: median and spread over rounds in alternation."""
    times: dict[str, list[float]] = {name: [] for name, _ in rows}
    for _ in range(rounds):
        for name, work in rows:
            began = time.process_time()
            work()
            times[name].append(max(time.process_time() - began, 1e-9))
    speeds = {n: [(sample if "(sample)" in n else size) / t for t in ts] for n, ts in times.items()}
    ftfy = statistics.median(speeds["ftfy.fix_text (sample)"])
    passed = statistics.median(speeds["orjson passthrough"])
    return [
        {
            "what": name,
            "MB/s": statistics.median(found),
            "low": min(found),
            "high": max(found),
            "x ftfy": statistics.median(found) / ftfy,
            "x passthrough": statistics.median(found) / passed,
        }
        for name, found in speeds.items()
    ]


def main() -> int:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpora", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--megabytes", type=float, default=8.0, help="how much of each corpus is measured in memory")
    options.add_argument("--no-processes", action="store_true", help="leave out start-up, memory and scaling")
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    report = {}
    corpora = [read_corpus(p, given.megabytes) for p in given.corpora] or [enlarged_seeds(given.megabytes)]
    for corpus in corpora:
        few = corpus.texts[:: max(1, len(corpus.texts) // 60)]
        rows = measured(
            parts(corpus), corpus.megabytes, sum(len(t.encode("utf-8", "replace")) for t in few) / 1e6, given.rounds
        )
        if not given.no_processes:
            rows += process_rows(corpus, given.rounds)
        print(f"\n{corpus.name}: {corpus.megabytes:.1f} MB, {len(corpus.lines)} records, {given.rounds} rounds")
        print(tabulate(rows, headers="keys", floatfmt=".2f"))
        report[corpus.name] = rows
    if not given.no_processes:
        for title, rows in (("memory and growth", memory_rows(corpora[0])), ("workers", scaling_rows(corpora[0]))):
            print(f"\n{title}")
            print(tabulate(rows, headers="keys", floatfmt=".2f"))
            report[title] = rows
    if given.json:
        given.json.write_text(json.dumps(report, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
