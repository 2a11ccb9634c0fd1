"""The gate and the baseline."""

import json

import pytest
from helpers import put


def gate(folder, text):
    base = (folder / "textrepair.toml").read_text().split("[gate]")[0]
    put("textrepair.toml", base + "[gate]\n" + text)


@pytest.mark.parametrize(
    ("rates", "code", "why"),
    [
        ("JOI = 200", 0, ""),
        ("JOI = 199.9", 1, "gate: JOI 200.00 per 1,000 records, 199.9 allowed"),
        ("ENC = 0", 0, ""),
        ("JOI901 = 1, MSK = 0", 1, "gate: JOI901 200.00 per 1,000 records, 1 allowed; gate: MSK 100.00"),
        ("ALL = 300", 0, ""),
        ("ALL = 299", 1, "gate: ALL 300.00"),
    ],
)
def test_max_rate(call, folder, rates, code, why):
    lines = ["an end.The", "an end.The", "a ***ic"] + ["fine"] * 7
    put("a.jsonl", "".join(json.dumps({"text": t}) + "\n" for t in lines))
    gate(folder, f'fail-on = "never"\nmax-rate = {{ {rates} }}\n')
    done = call("check", "a.jsonl")
    assert done.code == code
    assert why in done.last


def test_repaired_defects_do_not_count(call, folder):
    put("a.txt", "an end.The\n")
    gate(folder, "max-rate = { JOI = 0 }\n")
    assert call("check", "a.txt").code == 1
    assert call("fix", "a.txt", "-o", "out").code == 0


def test_baseline(call, folder):
    put("a.txt", "first end.The\nsecond end.The\n")
    done = call("check", "a.txt", "--baseline", "known.jsonl", "--write-baseline")
    assert done.code == 0 and "2 defects are known from now on: known.jsonl" in done.last
    done = call("check", "a.txt", "--baseline", "known.jsonl")
    assert (done.code, done.out) == (0, "")
    assert "Baseline: 2 known defects not counted" in done.err


def test_a_baseline_knows_no_path_and_no_line(call, folder):
    context = "x" * 40
    put("a.txt", f"{context} end.The {context}\n")
    call("check", "a.txt", "--baseline", "known.jsonl", "--write-baseline")
    (folder / "a.txt").rename(folder / "b.txt")
    put("b.txt", "new first line\n\n" + (folder / "b.txt").read_text())
    assert call("check", "b.txt", "--baseline", "known.jsonl").code == 0


def test_one_for_another_is_caught(call, folder):
    put("a.txt", "first end.The\nsecond thing.\n")
    call("check", "a.txt", "--baseline", "known.jsonl", "--write-baseline")
    put("a.txt", "first end. The\nsecond thing.But\n")
    done = call("check", "a.txt", "--baseline", "known.jsonl")
    assert done.code == 1
    assert "1 stale entry" in done.err and "a.txt:2:13: JOI901" in done.out


def test_two_of_a_kind_are_two(call, folder):
    same = ("y" * 40 + " end.The " + "z" * 40 + "\n") * 2
    put("a.txt", same)
    call("check", "a.txt", "--baseline", "known.jsonl", "--write-baseline")
    assert [json.loads(x)["count"] for x in (folder / "known.jsonl").read_text().splitlines()] == [2]
    put("a.txt", same + same)
    done = call("check", "a.txt", "--baseline", "known.jsonl", "--output-format", "jsonl")
    assert done.code == 1 and len(done.out.splitlines()) == 2


def test_baseline_from_the_configuration(call, folder):
    text = (folder / "textrepair.toml").read_text()
    put("textrepair.toml", text + 'baseline = "known.jsonl"\n')
    put("a.txt", "first end.The\n")
    done = call("check", "a.txt")
    assert done.code == 2 and "--write-baseline" in done.last
    assert call("check", "a.txt", "--write-baseline").code == 0
    assert call("check", "a.txt").code == 0


def test_reports_leave_the_known_out_and_the_folder_keeps_them(call, folder):
    put("a.txt", "a ***ic one\n")
    call("check", "a.txt", "--baseline", "known.jsonl", "--write-baseline")
    done = call("fix", "a.txt", "-o", "out", "--baseline", "known.jsonl", "--report", "jsonl:new.jsonl")
    assert done.code == 0
    assert (folder / "new.jsonl").read_text() == ""
    assert len((folder / "out/defects.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize("text", ["{", "[1]", '{"fingerprint": 1}', '{"fingerprint": "a", "count": 0}'])
def test_a_broken_baseline(call, text):
    put("a.txt", "fine\n")
    put("known.jsonl", text + "\n")
    done = call("check", "a.txt", "--baseline", "known.jsonl")
    assert done.code == 2 and "known.jsonl:1" in done.last
