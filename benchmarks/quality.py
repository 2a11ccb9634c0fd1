"""How good is it? Precision, recall and right repairs on labelled text, beside the tools one would compare with.

    python benchmarks/quality.py seeds                      the project's own cases
    python benchmarks/quality.py FOLDER --only a,b          some sets of a folder (format: quality_sets.py)
    python benchmarks/quality.py FOLDER --json FILE         every count
    python benchmarks/quality.py FOLDER --measured FILE     precision by rule, for rules/measured.json

Precision, recall and right fixes are in percent, of everything found, marked and fixable; right fixes count the unsafe
repairs too. The last columns speak of the default: the safe repairs alone. How it is counted: quality_score.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from quality_score import Score
from quality_sets import Labelled, read_sets
from quality_systems import System, peers, textrepair_system
from quality_tables import as_json, family_table, measured, system_table, words_table

OURS = "textrepair"


def main() -> int:
    """Measure and print."""
    options = _options()
    sets = dict(read_sets(options.folder, frozenset(filter(None, options.only.split(",")))))
    if not sets:
        print(f"{options.folder}: no labelled sets here", file=sys.stderr)
        return 2
    systems = {OURS: textrepair_system(declare_language=not options.no_lang)}
    if not options.no_peers:
        systems.update(peers(lambda text: print(text, file=sys.stderr)))
    scores = {name: {s: scored(system, records) for s, records in sets.items()} for name, system in systems.items()}
    for table in (words_table(scores[OURS]), family_table(scores[OURS]), system_table(scores)):
        print(table, end="\n\n")
    _write(options.json, as_json(scores))
    _write(options.measured, measured(scores[OURS], options.measured_as or options.folder.resolve().name))
    return 0


def scored(system: System, records: Sequence[Labelled], batch: int = 200) -> Score:
    """One system on one set."""
    score = Score()
    for start in range(0, len(records), batch):
        some = records[start : start + batch]
        for record, outcome in zip(some, system(some), strict=True):
            score.add(record, outcome)
    return score


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=Path(__file__).parents[1] / "seeds")
    parser.add_argument("--only", default="", metavar="SETS", help="names of sets, with commas")
    parser.add_argument("--no-lang", action="store_true", help="the tool must find the language itself")
    parser.add_argument("--no-peers", action="store_true", help="measure textrepair alone")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every count")
    parser.add_argument("--measured", type=Path, metavar="FILE", help="write the precision of each rule")
    parser.add_argument(
        "--measured-as", metavar="NAME", help="what to call the texts there (default: the folder's name)"
    )
    return parser.parse_args()


def _write(path: Path | None, value: object) -> None:
    if path:
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
