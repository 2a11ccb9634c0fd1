"""The labelled cases and the sample documents of `seeds/`, through the whole catalogue as a user gets it."""

import json
from functools import cache
from pathlib import Path

import pytest

from textrepair import Record, Repairer, Settings
from textrepair.cli.main import main
from textrepair.families import FAMILIES

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
LABELLED = ("wild.jsonl", "negative.jsonl", "known-failures.jsonl")

pytestmark = pytest.mark.checkout


def cases(name):
    """The lines of a file of labelled cases, as parameters named by their ids."""
    rows = [json.loads(line) for line in (SEEDS / name).read_text("utf-8").split("\n") if line]
    return [pytest.param(row, id=row["id"]) for row in rows]


@cache
def repairer(unsafe):
    return Repairer(Settings(unsafe_fixes=unsafe))


def run(row, unsafe=False):
    return repairer(unsafe).run(Record(row["text"], language=row["lang"]))


def codes(result):
    return {d.code for d in result.defects}


@pytest.mark.parametrize("row", cases("wild.jsonl"))
def test_wild(row):
    """The text becomes `fixed` at its tier, not before; every code is reported."""
    fixed = row["text"] if row["fixed"] is None else row["fixed"]
    result = run(row, unsafe=row["tier"] != "safe")
    assert result.text == fixed
    assert set(row["codes"]) <= codes(result)
    if row["tier"] == "unsafe":
        assert run(row).text != fixed, "the safe fixes do it alone: its tier is safe"


@pytest.mark.parametrize("row", cases("negative.jsonl"))
def test_negative(row):
    """Right text stays, and nobody is alarmed."""
    result = run(row)
    assert result.text == row["text"]
    assert [d for d in result.defects if d.severity != "info"] == []


@pytest.mark.xfail(strict=True, reason="known failures: one that passes belongs into wild.jsonl")
@pytest.mark.parametrize("row", cases("known-failures.jsonl"))
def test_known_failure(row):
    """What cannot be done yet: the text becomes `want`, and a code that begins as one of `codes` is reported."""
    result = run(row, unsafe=True)
    assert result.text == row["want"]
    assert all(any(code.startswith(c) for code in codes(result)) for c in row.get("codes", ()))


def test_ids_are_unique():
    """A failure names one line."""
    ids = [param.id for name in LABELLED for param in cases(name)]
    assert len(ids) == len(set(ids))


@pytest.fixture(scope="module")
def fixed(tmp_path_factory):
    """The output folder of `textrepair fix seeds`, and what `textrepair check` found."""
    out = tmp_path_factory.mktemp("seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        quiet = ["--isolated", "--exit-zero", "--no-progress", "-q"]
        assert main(["fix", "seeds", "-o", str(out / "fix"), *quiet]) == 0
        assert main(["check", "seeds", "--report", f"jsonl:{out / 'check.jsonl'}", *quiet]) == 0
    return out


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_documents_show_every_family(fixed):
    """The labelled cases aside: the documents alone are a tour of the tool."""
    found = {d["family"] for d in lines(fixed / "fix/defects.jsonl") if Path(d["path"]).name not in LABELLED}
    assert found >= set(FAMILIES.values())


def test_check_and_fix_find_the_same(fixed):
    """Defect for defect; only `fix` has applied some."""
    repaired = lines(fixed / "fix/defects.jsonl")
    assert any(row["applied"] for row in repaired)
    assert [{**row, "applied": False} for row in repaired] == lines(fixed / "check.jsonl")


def test_every_edit_is_a_defect_of_check(fixed):
    """Nothing is changed that would not have been reported."""
    found = {}
    for row in lines(fixed / "check.jsonl"):
        found.setdefault((row["path"], row["record"]["index"], row["code"]), []).append(row["span"])
    for edit in lines(fixed / "fix/edits.jsonl"):
        spans = found[edit["path"], edit["record"]["index"], edit["code"].split("+")[0]]
        assert any(start <= edit["span"][1] and edit["span"][0] <= end for start, end in spans), edit
