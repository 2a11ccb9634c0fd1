"""The page stays below 5 MB and the memory small, whatever the corpus."""

import json
import tracemalloc

from textrepair.reports import Findings, render
from textrepair.run.spool import spooled
from textrepair.run.summary import Summary


class Counted:
    """A file that only counts."""

    def __init__(self):
        self.size = 0

    def write(self, data):
        self.size += len(data)


def spool(path, number, rules, text):
    """A spool of many defects, and its counts."""
    summary = Summary(files=1, records=number, records_with_defects=number)
    with path.open("wb") as out:
        for i in range(number):
            row = {
                "schema": 1, "code": f"JOI{100 + i % rules}", "name": f"rule-{i % rules}", "family": "joined", "severity": "warning",
                "path": f"file{i % 50}.txt", "line": i + 1, "record": {"index": i, "id": None, "field": None}, "span": [0, len(text)],
                "match": text, "message": text, "language": "en", "confidence": 1.0,
                "fix": {"applicability": "safe", "replacement": text, "alternatives": []}, "applied": i % 2 == 0, "fingerprint": f"{i:032}",
                "place": {"head": text[:72], "tail": text[:72], "cut": [True, True], "column": 1},
            }  # fmt: skip
            summary.add(row)
            out.write(spooled(row))
    return Findings(path, summary, "fix")


def test_hostile_text_in_every_rule(tmp_path):
    findings = spool(tmp_path / "s", 40_000, 600, "&\"'<>\u202e" * 60)
    page = Counted()
    render("html", findings, page)
    assert 3_000_000 < page.size < 5_000_000


def test_a_million_defects(tmp_path):
    findings = spool(tmp_path / "s", 1_000_000, 20, "an end.The")
    page = Counted()
    render("html", findings, page)
    assert page.size < 5_000_000


def test_memory_does_not_grow_with_the_defects(tmp_path):
    findings = spool(tmp_path / "s", 50_000, 5, "an end.The")
    tracemalloc.start()
    render("html", findings, Counted())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_the_page_says_what_it_leaves_out(tmp_path):
    findings = spool(tmp_path / "s", 1000, 3, "an end.The")
    out = tmp_path / "page.html"
    with out.open("wb") as file:
        render("html", findings, file)
    assert "the worst of each rule, 180 of 1,000" in out.read_text()
    assert json.dumps("defects.jsonl") in out.read_text()
