"""The benchmark of speed: on a tiny corpus it prints every row it promises. No figure is looked at."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.checkout

PARTS = {
    *("plain copy", "orjson passthrough", "ftfy.fix_text (sample)", "ftfy.fix_encoding (sample)"),
    *("- the same behind our gate", "engine: read to write, in memory", "- read", "- language of each record"),
    *("- join and cut into tokens", "- scan: all gates, tokens included", "- check: rules on what was found"),
    *("- shields and exceptions", "- resolve and apply", "- all passes", "- write: text, journal, diff, defects"),
}
COMMANDS = {"fix, as a user runs it", "fix, start-up aside", "fix, the very first time: all caches cold"}
STARTS = {
    *("--version", "check a small file", "fix a small file", "fix a small file, language given"),
    "fix a small file, all caches cold",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The figures of a run over a corpus of a few records."""
    folder = tmp_path_factory.mktemp("speed")
    texts = ["The end.Then the the fog came.", "A clean line of text, and another one.", "It is fÃ¼r alle."] * 4
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(texts)]
    (folder / "tiny.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ("--rounds", "1", "--largest", "0.002", "--shared", "0.001", "--json", folder / "report.json")
    command = [sys.executable, ROOT / "benchmarks" / "speed.py", folder / "tiny.jsonl", *options]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads((folder / "report.json").read_text("utf-8")), done.stdout


def test_every_row_is_there(report):
    """Tools beside the engine, its parts, the commands with warm and cold caches, the start."""
    rows, printed = report
    datatrove = "datatrove, reader to writer" + ("" if find_spec("datatrove") else ": datatrove is not installed")
    assert {row["what"] for row in rows["tiny.jsonl"]} == PARTS | {datatrove}
    assert {row["what"] for row in rows["tiny.jsonl: commands"]} == COMMANDS
    assert {row["what"] for row in rows["start"]} == STARTS
    assert all(title in printed for title in ("tiny.jsonl: 0.0 MB", "start", "memory and growth", "workers"))


def test_what_was_measured_has_a_median_and_a_spread(report):
    """And the two ratios, where there is something to compare with."""
    rows, _ = report
    for row in rows["tiny.jsonl"]:
        if row["MB/s"] is not None:
            assert row["low"] <= row["MB/s"] <= row["high"]
            assert row["x ftfy"] > 0 < row["x passthrough"]


def test_growth_and_workers(report):
    """Three sizes of each; and two workers write what one writes."""
    rows, _ = report
    kinds = [row["what"] for row in rows["memory and growth"]]
    assert kinds == [kind for kind in ("corpus", "one record", "one record in one line") for _ in range(3)]
    assert all(row["peak MB"] > 0 < row["CPU s/MB"] for row in rows["memory and growth"])
    assert [(row["workers"], row["same bytes"]) for row in rows["workers"]] == [(1, True), (2, True)]
