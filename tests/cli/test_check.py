"""`check`: exit codes, streams, what counts."""

import json
import os
import subprocess
import sys
import time

import pytest
from helpers import put

BAD = "The end.The start and a ***ic  one.\n"  # a warning, an error, an info


def test_the_shape_of_the_contract(call):
    put("a.txt", "All is well.\nand an end.The start.\n")
    put("n.jsonl", '{"id": "a7", "text": "fine"}\n{"id": "a8", "text": "an end.The"}\n')
    done = call("check", "a.txt", "n.jsonl", "--id-field", "id")
    assert done.out == (
        "a.txt:2:11: JOI901 [*] no blank after the stop: . -> . \nn.jsonl:2 #a8 text[6:7]: JOI901 [*] no blank after the stop: . -> . \n"
    )
    assert "Found 2 defects in 2 of 3 records: 2 fixable with `textrepair fix`." in done.err
    assert done.last == "textrepair: exit 1: 2 defects of severity warning or above remain"
    assert done.code == 1


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(call, level, code):
    put("a.txt", BAD)
    assert call("check", "a.txt", "--fail-on", level).code == code
    put("b.txt", "two  blanks\n")
    assert call("check", "b.txt", "--fail-on", level).code == int(level == "info")


def test_exit_zero_says_what_it_hides(call):
    put("a.txt", BAD)
    done = call("check", "a.txt", "--exit-zero")
    assert done.code == 0
    assert done.last == "textrepair: exit 0: --exit-zero, although 2 defects of severity warning or above remain"


def test_nothing_is_written(call, folder):
    put("a.txt", BAD)
    before = {p: p.stat().st_mtime_ns for p in folder.rglob("*")}
    call("check", "a.txt", "--unsafe-fixes")
    assert {p: p.stat().st_mtime_ns for p in folder.rglob("*")} == before


def test_check_and_fix_find_the_same(call, folder):
    put("a.txt", BAD * 3)
    put("b.jsonl", json.dumps({"text": BAD}) + "\n")
    checked = [json.loads(line) for line in call("check", ".", "--output-format", "jsonl").out.splitlines()]
    fixed = [json.loads(line) for line in call("fix", ".", "--output-format", "jsonl").out.splitlines()]
    assert [{**r, "applied": None} for r in checked] == [{**r, "applied": None} for r in fixed]
    assert not any(r["applied"] for r in checked)
    assert [r["applied"] for r in fixed] == [r["code"] == "JOI901" for r in fixed]
    assert fixed == [json.loads(line) for line in (folder / "textrepair-out/defects.jsonl").read_text().splitlines()]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "JOI9"], {"JOI901"}),
        (["--select", "JOI901,test-masked"], {"JOI901", "MSK901"}),
        (["--select", "JOI901", "--extend-select", "WSP901"], {"JOI901", "WSP901"}),
        (["--ignore", "MSK901"], {"JOI901", "WSP901"}),
        (["--ignore", "MSK"], {"JOI901", "MSK901", "WSP901"}),  # the configuration selects it by its whole code
        (["--select", "JOI9,MSK9", "--ignore", "JOI901"], {"MSK901"}),
    ],
)
def test_selection(call, options, codes):
    put("a.txt", BAD)
    rows = [json.loads(line) for line in call("check", "a.txt", *options, "--output-format", "jsonl").out.splitlines()]
    assert {r["code"] for r in rows if r["code"].endswith("901")} == codes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "missing.txt"], "missing.txt: no such file"),
        (["check", "a.txt", "--select", "JOY"], "no rule is called JOY"),
        (["check", "a.txt", "--selekt", "JOI"], "--select"),
        (["check", "a.txt", "--output-format", "xml"], "xml"),
        (["check", "a.txt", "--report", "htlm:x"], "did you mean html?"),
        (["check", "a.txt", "--report", "html"], "FORMAT:PATH"),
        (["check", "a.txt", "--lang", "english please"], "no language tag"),
        (["check", "a.txt", "--config", "none.toml"], "none.toml"),
        (["check", "a.txt", "--baseline", "none.jsonl"], "none.jsonl"),
        (["check", "a.txt", "--limit", "-1"], "-1"),
        (["chekc", "a.txt"], "did you mean check?"),
        (["apply", "a.txt"], "-o"),
        (["apply", "none.jsonl", "-o", "x"], "none.jsonl"),
    ],
)
def test_usage_errors_are_two_and_one_line(call, arguments, said):
    put("a.txt", BAD)
    done = call(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.strip().split("\n")) == 1
    assert done.last.startswith("error: ") and said in done.last


def test_a_broken_rule_file(call, folder):
    put("a.txt", BAD)
    (folder / ".rules.yaml").write_text("code: JOI901\nname: x\nmesage: m\n")
    done = call("check", "a.txt")
    assert done.code == 2
    assert ".rules.yaml:3:" in done.last and "did you mean message?" in done.last


def test_an_internal_error_is_two(call, monkeypatch):
    put("a.txt", BAD)
    monkeypatch.setattr("textrepair.repairer.Repairer.found", lambda *_: 1 / 0)
    monkeypatch.setattr("textrepair.run.worker._REPAIRERS", [])
    done = call("check", "a.txt")
    assert done.code == 2
    assert done.last.startswith("error: internal error: ZeroDivisionError")


def test_nothing_to_check(call, folder):
    (folder / "empty").mkdir()
    done = call("check", "empty")
    assert (done.code, done.out) == (0, "")
    assert len(done.err.strip().split("\n")) == 1 and "nothing to check in empty" in done.err


def test_undecodable_bytes_and_malformed_lines(call):
    put("a.txt", b"fine\nbad \xff\xfe here\n")
    put("b.jsonl", b'{"text": "fine"}\n[1]\n{"text": "x\xff"}\n{"other": 1}\n{"text": "\\ud800"}\n')
    rows = [json.loads(line) for line in call("check", ".", "--output-format", "jsonl").out.splitlines()]
    assert [(r["path"], r["line"], r["code"], r["severity"]) for r in rows] == [
        ("a.txt", 2, "INP001", "error"),
        ("b.jsonl", 2, "INP002", "error"),
        ("b.jsonl", 3, "INP001", "error"),
        ("b.jsonl", 4, "INP003", "info"),
    ]
    assert call("check", "a.txt", "--ignore", "INP").code == 0
    assert call("check", "a.txt", "--select", "JOI").code == 1  # what was not read is told whatever is selected


def test_limit_cuts_the_listing_only(call, folder):
    put("a.txt", "an end.The\n" * 10)
    done = call("check", "a.txt", "--limit", "3", "--report", "jsonl:all.jsonl")
    assert len(done.out.splitlines()) == 3
    assert "7 more defects are not listed" in done.err and "Found 10 defects" in done.err
    assert len((folder / "all.jsonl").read_text().splitlines()) == 10


def test_statistics(call):
    put("a.txt", BAD * 2)
    done = call("check", "a.txt", "--statistics")
    assert [line.split()[:3] for line in done.out.splitlines()[2:]] == [
        ["JOI901", "test-joined", "2"],
        ["MSK901", "test-masked", "2"],
        ["WSP901", "test-blanks", "2"],
    ]
    done = call("check", "a.txt", "--statistics", "--output-format", "json")
    assert len(json.loads(done.out)) == 6 and "test-joined" in done.err


def test_quiet_keeps_results_and_the_reason(call):
    put("a.txt", "an end.The\n")
    done = call("check", "a.txt", "-q")
    assert done.err == "textrepair: exit 1: 1 defect of severity warning or above remains\n"
    put("b.txt", "fine\n")
    assert call("check", "b.txt", "-q").err == ""


def test_stdin(call):
    done = call("check", "-", stdin=b"an end.The\n")
    assert done.out.startswith("<stdin>:1:7: JOI901")
    assert done.code == 1


def test_fields(call):
    put("a.jsonl", '{"a": {"b": ["x end.The", {"c": "y end.The"}]}, "l": "de", "text": "no end.The"}\n')
    rows = [
        json.loads(x)
        for x in call(
            "check",
            "a.jsonl",
            "--field",
            "a.b",
            "--field",
            "a.b.c",
            "--language-field",
            "l",
            "--output-format",
            "jsonl",
        ).out.splitlines()
    ]
    assert [(r["record"]["field"], r["language"]) for r in rows] == [("a.b.0", "de"), ("a.b.1.c", "de")]


@pytest.mark.parametrize(
    ("options", "environment", "colored"),
    [
        ((), {}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
    ],
)
def test_color(call, monkeypatch, options, environment, colored):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    put("a.txt", BAD)
    assert ("\x1b[" in call("check", "a.txt", *options).out) is colored


@pytest.mark.parametrize("unit", ["file", "paragraph", "line"])
def test_text_units_share_places(call, unit):
    put("a.txt", "one\n\ntwo end.The\nthree\n\n\nfour end.The")
    rows = [
        json.loads(x) for x in call("check", "a.txt", "--text-unit", unit, "--output-format", "jsonl").out.splitlines()
    ]
    assert [(r["line"], r["span"]) for r in rows] == [(3, [12, 13]), (7, [33, 34])]


def test_version_is_quick(folder):
    best = 9.0
    for _ in range(5):
        begin = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "textrepair", "--version"], capture_output=True, text=True, check=True
        )
        best = min(best, time.perf_counter() - begin)
    assert done.stdout.startswith("textrepair ")
    assert best < 0.1


def test_a_closed_pipe_is_no_traceback(folder):
    put("a.txt", "an end.The\n" * 20_000)
    command = [sys.executable, "-m", "textrepair", "check", "a.txt", "--no-progress"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read().decode()
    assert "Traceback" not in err and "Exception ignored" not in err


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("check --select JOI101,JO", "plain,JOI101,JOI101"),
        ("check --ignore doubled-wo", "plain,doubled-word-english"),
        ("check --report sar", "plain,sarif:"),
        ("check da", "file,da"),
        ("rules show JOI10", "plain,JOI101"),
        ("rules list --select joi10", "plain,JOI101"),
    ],
)
def test_completion(folder, line, found):
    """Of codes and names of rules, formats, and files."""
    words = ["textrepair", *line.split()]
    environment = {
        **os.environ,
        "_TEXTREPAIR_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    code = "import sys; sys.argv[0] = 'textrepair'; from textrepair.cli import run; run()"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert found in done.stdout.split("\n")
