"""The benchmark of quality: it counts what a reader would count, and runs on any labelled folder."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.checkout

TEXT = "The end.Then the the fog came."
JOINED = {"start": 4, "end": 12, "family": "joined", "gold": ["end. Then"], "alt": ["punctuation"]}
DOUBLED = {"start": 13, "end": 20, "family": "repeated", "gold": ["the"]}
CLEAN = "The end. Then the fog came."


@pytest.fixture
def counted(monkeypatch):
    """`counted(defects, fixed)` is the score of a tool that only rewrites."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from quality_score import Score
    from quality_sets import labelled
    from quality_systems import rewriting

    def count(defects, fixed, **more):
        record = labelled({"id": "1", "lang": "en", "text": TEXT, "defects": defects, **more})
        score = Score()
        score.add(record, rewriting(lambda _: fixed)([record])[0])
        return score

    return count


@pytest.mark.parametrize(
    ("fixed", "right", "touched", "alarms", "false_fixes"),
    [
        (CLEAN, 2, 2, 0, 0),
        (TEXT, 0, 0, 0, 0),
        ("The end. Then the the fog came.", 1, 1, 0, 0),
        ("The end! Then the fog came.", 1, 2, 0, 0),
        ("The end. Then the fog went.", 2, 2, 1, 1),
    ],
)
def test_counts(counted, fixed, right, touched, alarms, false_fixes):
    """Right, wrong and untouched places, and changes where nothing was wrong."""
    score = counted([JOINED, DOUBLED], fixed)
    assert (score.gold["all"], score.fixable["all"]) == (2, 2)
    assert (score.right["all"], score.default_touched["all"]) == (right, touched)
    assert (score.alarms["all"], score.false_fixes) == (alarms, false_fixes)


def test_what_is_to_be_ignored_is_neither_right_nor_wrong(counted):
    """Nor is anything outside the marks of a partial record."""
    went = "The end. Then the fog went."
    for more in ({"ignore": [[25, 29]]}, {"partial": True}):
        score = counted([JOINED, DOUBLED], went, **more)
        assert (score.alarms["all"], score.false_fixes) == (0, 0)


def test_it_runs_on_a_folder_and_writes_the_precision_of_rules(tmp_path):
    """In the form that `rules show` reads."""
    row = {"id": "1", "lang": "en", "text": TEXT, "defects": [JOINED, DOUBLED]}
    for name in ("some", "synth_some"):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    command = [sys.executable, "benchmarks/quality.py", tmp_path, "--no-peers", "--measured", tmp_path / "m.json"]
    done = subprocess.run([*command, "--measured-as", "two words"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "some" in done.stdout
    measured = json.loads((tmp_path / "m.json").read_text("utf-8"))
    assert measured["JOI101"] == {"precision": 1.0, "n": 2, "real": 1, "set": "two words"}
