"""The shapes that other programs read, and that corpus text can do nothing in them."""

import json
import re
import xml.etree.ElementTree as ET

import jsonschema
import pytest
from helpers import put

from textrepair.reports.registry import FORMATS

HOSTILE = "<script>alert(1)</script> ::error::x %0A \x1b[31m \u202e {{ }} ]]> \"' ` | @you #1"
CORPUS = {
    "a b/ü:,%.txt": f"Größen.The end.The start {HOSTILE} ***ic\r\nsecond  line ***ic {HOSTILE}",
    "n.jsonl": json.dumps({"id": "x::y", "text": f"an end.The {HOSTILE}\x1b"}) + "\n{broken\n",
    "clean.txt": "All is well.\n",
}
BARE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2028\u2029]")


@pytest.fixture
def report(call):
    """The text of a report on the hostile corpus."""

    def made(name, command="check", **corpus):
        for path, text in (corpus or CORPUS).items():
            put(path, text)
        done = call(command, *(corpus or CORPUS), "--id-field", "id", "--report", f"{name}:report.{name}", "-q")
        assert done.code == 1, done.err
        with open(f"report.{name}", encoding="utf-8", newline="") as file:
            return file.read()

    return made


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_hidden_gets_through(report, name):
    """No control and no bidi character stands in any report, none begins a workflow command of its own."""
    text = report(name)
    assert not BARE.search(text)
    if name != "github":
        assert not re.search(r"^::", text, re.MULTILINE)


@pytest.mark.parametrize("name", ["full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjsonl"])
def test_stdout_and_file_say_the_same(call, report, name):
    written = report(name)
    done = call("check", *CORPUS, "--id-field", "id", "--output-format", name, "-q")
    clock = re.compile(r'time="[0-9.]+"')
    assert clock.sub("", done.raw.decode()) == clock.sub("", written)


def test_json_and_jsonl_are_the_rows_of_the_contract(report):
    rows = json.loads(report("json"))
    assert rows == [json.loads(line) for line in report("jsonl").splitlines()]
    assert {row["code"] for row in rows} == {"JOI901", "MSK901", "WSP901", "INP002"}
    assert [(r["path"], r["record"]["index"], r["span"][0], r["code"]) for r in rows] == sorted(
        (r["path"], r["record"]["index"], r["span"][0], r["code"]) for r in rows
    )
    assert "place" not in rows[0]


def test_empty_reports_are_whole(call, folder):
    put("clean.txt", "All is well.\n")
    names = list(FORMATS)
    done = call("check", "clean.txt", *(f"--report={n}:r.{n}" for n in names))
    assert done.code == 0
    assert json.loads((folder / "r.json").read_text()) == [] == json.loads((folder / "r.gitlab").read_text())
    assert (folder / "r.jsonl").read_text() == ""
    assert json.loads((folder / "r.sarif").read_text())["runs"][0]["results"] == []
    assert ET.parse(folder / "r.junit").getroot().get("failures") == "0"
    assert "No defects" in (folder / "r.md").read_text()


POSITIVE = {"type": "integer", "minimum": 1}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": dict.fromkeys(("startLine", "startColumn", "endLine", "endColumn"), POSITIVE),
    "additionalProperties": False,
}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
ARTIFACT = {
    "type": "object",
    "required": ["uri", "uriBaseId"],
    "properties": {"uri": {"type": "string", "pattern": r"^[A-Za-z0-9._~/%-]+$"}, "uriBaseId": {"const": "%SRCROOT%"}},
}
SARIF_RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "properties": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": MESSAGE,
        "rank": {"type": "number", "minimum": -1, "maximum": 100},
        "partialFingerprints": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "properties": {
                    "physicalLocation": {
                        "required": ["artifactLocation", "region"],
                        "properties": {"artifactLocation": ARTIFACT, "region": REGION},
                    }
                }
            },
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "$schema", "runs"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["tool", "results", "columnKind"],
                "properties": {
                    "columnKind": {"const": "unicodeCodePoints"},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {"rules": {"items": {"required": ["id"]}}},
                            }
                        },
                    },
                    "results": {"type": "array", "maxItems": 25_000, "items": SARIF_RESULT},
                },
            },
        },
    },
}


def test_sarif(report):
    log = json.loads(report("sarif"))
    jsonschema.validate(log, SARIF)
    run = log["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    first = run["results"][0]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "a%20b/%C3%BC%3A%2C%25.txt"
    assert first["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 7,
        "endLine": 1,
        "endColumn": 8,
    }


@pytest.mark.parametrize("files", [{}, {"many.txt": "an end.The ***ic " * 3000}, {"one.txt": "an end.The\n"}])
def test_sarif_holds_the_published_schema(report, files):
    """All of it, as the package `pydantic-sarif` has it: made from the schema, it refuses what is not there."""
    model = pytest.importorskip("pydantic_sarif.model")
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(report("sarif", **files))


def test_sarif_stays_below_the_limits_and_tells(report):
    log = json.loads(report("sarif", **{"many.txt": "an end.The ***ic " * 3000}))
    jsonschema.validate(log, SARIF)
    results = log["runs"][0]["results"]
    assert len(results) == 5000
    assert sum(r["level"] == "error" for r in results) == 3000  # the worst went in first
    assert "6000" in log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]
    prints = [r["partialFingerprints"]["textrepair/v1"] for r in results]
    assert len(set(prints)) == len(prints)


def test_gitlab(report):
    schema = {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "additionalProperties": False,
            "properties": {
                "description": {"type": "string", "minLength": 1},
                "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^[^./]"},
                        "lines": {"required": ["begin"], "properties": {"begin": POSITIVE}},
                    },
                },
            },
        },
    }
    issues = json.loads(report("gitlab", **{"a.txt": "an end.The\n" * 100}))
    jsonschema.validate(issues, schema)
    assert len({i["fingerprint"] for i in issues}) == len(issues) == 100
    jsonschema.validate(json.loads(report("gitlab")), schema)


def test_rdjsonl_counts_bytes(report):
    point = {"required": ["line"], "properties": {"line": POSITIVE, "column": POSITIVE}, "additionalProperties": False}
    span = {"required": ["start"], "properties": {"start": point, "end": point}, "additionalProperties": False}
    schema = {
        "type": "object",
        "required": ["message", "location", "severity"],
        "additionalProperties": False,
        "properties": {
            "message": {"type": "string"},
            "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
            "location": {"required": ["path", "range"], "properties": {"path": {"type": "string"}, "range": span}},
            "source": {"required": ["name"]},
            "code": {"required": ["value"]},
            "suggestions": {"items": {"required": ["range", "text"], "properties": {"range": span}}},
        },
    }
    rows = [json.loads(line) for line in report("rdjsonl").splitlines()]
    for row in rows:
        jsonschema.validate(row, schema)
    raw = CORPUS["a b/ü:,%.txt"].encode().split(b"\n")
    first = rows[0]["location"]["range"]
    assert raw[0][first["start"]["column"] - 1 : first["end"]["column"] - 1] == b"."
    for row in rows:
        if row["code"]["value"] == "MSK901":
            span = row["location"]["range"]
            assert raw[span["start"]["line"] - 1][span["start"]["column"] - 1 : span["end"]["column"] - 1] == b"***ic"


def test_junit(report):
    root = ET.fromstring(report("junit").encode())
    assert root.tag == "testsuites"
    cases = list(root.iter("testcase"))
    assert int(root.get("tests")) == len(cases)
    assert int(root.get("failures")) == sum(case.find("failure") is not None for case in cases)
    for suite in root:
        assert suite.tag == "testsuite" and {"name", "tests", "failures", "errors"} <= set(suite.attrib)
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        assert all({"name", "classname"} <= set(case.attrib) for case in suite)
    assert any(case.find("failure") is None for case in cases)  # the clean file


def test_github_shows_ten_of_a_kind(report):
    text = report("github", **{f"f{i:02}.txt": "an end.The ***ic a  b\n" * 3 for i in range(30)})
    lines = text.splitlines()
    kinds = [re.match(r"::(error|warning|notice) ", line)[1] for line in lines]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {"error": 10, "warning": 10, "notice": 10}
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert "and 2 more in this file" in lines[0]
    assert "183 more defects" in lines[-1]


def test_github_escapes_properties(report):
    assert "::warning file=a b/ü%3A%2C%25.txt,line=1,title=JOI901 test-joined,col=7,endColumn=8::" in report("github")


def test_markdown_acts_nowhere(report):
    text = report("md", "fix")
    assert len(text) < 65_536
    assert "<script" not in text and "@you" not in text and "#1" not in re.sub(r"&#\d+;", "", text)


def test_markdown_is_short(report):
    text = report("md", **{f"{'d' * 100}{i}.txt": ("***ic " + "x" * 200 + "end.The " + "|" * 90) for i in range(300)})
    assert len(text) < 65_536
