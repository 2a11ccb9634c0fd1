"""How fast is it? CPU time per megabyte, beside the tools one would compare with, all in one process and in turn.

    python benchmarks/speed.py                        the project's own seeds, enlarged
    python benchmarks/speed.py CORPUS.jsonl[.gz] ...  corpora of your own (field `text`)
    python benchmarks/speed.py --json FILE            the figures as JSON too

Machines are noisy: every row is measured in several rounds, in alternation with all the others; the table shows the
median, the spread (lowest to highest) and the ratio to `ftfy.fix_text` and the orjson passthrough of the same rounds.
The parts of the engine are warm: what they ask of words was asked before. The commands start anew each time.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tabulate import tabulate

sys.path.insert(0, str(Path(__file__).parent))

from speed_corpus import Corpus, enlarged_seeds, read_corpus
from speed_engine import engine_parts
from speed_growth import growth_rows, worker_rows
from speed_measure import Row, measured
from speed_process import process_rows, start_rows
from speed_tools import tools


def main() -> int:
    """Measure and print."""
    given = _options().parse_args()
    report: dict[str, list[Row]] = {}
    corpora = [read_corpus(p, given.megabytes) for p in given.corpora] or [enlarged_seeds(given.megabytes)]
    for corpus in corpora:
        rows = measured([*tools(corpus), *engine_parts(corpus)], given.rounds)
        title = f"{corpus.name}: {corpus.megabytes:.1f} MB, {len(corpus.lines)} records, {given.rounds} rounds"
        _show(report, corpus.name, rows, title)
        if not given.no_processes:
            _show(report, f"{corpus.name}: commands", process_rows(corpus, given.rounds))
    if not given.no_processes:
        _processes(report, corpora[0], given)
    if given.json:
        given.json.write_text(json.dumps(report, indent=1))
    return 0


def _processes(report: dict[str, list[Row]], corpus: Corpus, given: argparse.Namespace) -> None:
    """What is measured of one corpus only."""
    _show(report, "start", start_rows(corpus, given.rounds))
    _show(report, "memory and growth", growth_rows(corpus, given.largest))
    _show(report, "workers", worker_rows(corpus, given.shared, given.workers))


def _show(report: dict[str, list[Row]], name: str, rows: list[Row], title: str = "") -> None:
    report[name] = rows
    print(f"\n{title or name}")
    print(tabulate(rows, headers="keys", floatfmt=".2f"), flush=True)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpora", nargs="*", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--megabytes", type=float, default=8.0, help="how much of each corpus is measured in memory")
    options.add_argument("--no-processes", action="store_true", help="leave out commands, start, growth and workers")
    options.add_argument("--largest", type=float, default=16.0, help="megabytes of the largest corpus and record")
    options.add_argument("--shared", type=float, default=40.0, help="megabytes that workers share")
    options.add_argument("--workers", type=int, default=2, help="most workers that are tried")
    options.add_argument("--json", type=Path)
    return options


if __name__ == "__main__":
    sys.exit(main())
