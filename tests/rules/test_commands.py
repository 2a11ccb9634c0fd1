"""`rules list`, `show`, `schema`, `new`, and the generated documentation."""

import importlib.util
import json
from pathlib import Path

import pytest

from textrepair.cli.main import main
from textrepair.rules import load_catalogue
from textrepair.rules.visible import is_hidden, visible

ROOT = Path(__file__).resolve().parents[2]


def test_list_is_a_table(capsys):
    """Of all rules, or of some."""
    assert main(["rules", "list", "--isolated", "--select", "JOI101"]) == 0
    out = capsys.readouterr()
    assert "JOI101" in out.out and "safe" in out.out
    assert out.err == "1 rule\n"


def test_list_as_json_and_codes(capsys):
    """For scripts."""
    assert main(["rules", "list", "--isolated", "--output-format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"code", "name", "family", "applicability", "source"} <= rows[0].keys()
    assert main(["rules", "list", "--isolated", "--output-format", "codes"]) == 0
    assert capsys.readouterr().out.split() == [r["code"] for r in rows]


def test_list_shows_the_tuned_rules(tmp_path, monkeypatch, capsys):
    """As the project's configuration makes them, its own rules included."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/a.yaml").write_text(
        "code: LNG991\nname: own-rule\nmessage: m\npattern: qx\nexamples: [{bad: qx}, {ok: y}]\n", encoding="utf-8"
    )
    (tmp_path / "textrepair.toml").write_text('rule-paths = ["own"]\n[rule.LNG991]\nseverity = "error"\n')
    assert main(["rules", "list", "--select", "LNG991"]) == 0
    assert "error" in capsys.readouterr().out


@pytest.mark.parametrize("word", ["JOI101", "missing-space-after-stop"])
def test_show_is_a_page(word, capsys):
    """What, why, examples."""
    assert main(["rules", "show", "--isolated", word]) == 0
    out = capsys.readouterr().out
    assert out.startswith("JOI101 missing-space-after-stop\n")
    assert "\n  stays   " in out and "\n  becomes " in out


def test_the_page_is_plain_text(capsys):
    """No mark of Markdown, no escape of one, nothing unseen, nothing lost."""
    assert main(["rules", "show", "--isolated", "ALL"]) == 0
    out = capsys.readouterr().out
    assert "-\\>" not in out and "| --- |" not in out
    assert not any(is_hidden(c) for c in out if c != "\n")
    for rule in load_catalogue():
        assert f"{rule.code} {rule.name}\n" in out
        for e in rule.examples:
            assert visible(e.text) in out


def test_unknown_codes_are_exit_2(capsys):
    """With the nearest name."""
    assert main(["rules", "show", "--isolated", "JOI1011"]) == 2
    assert "did you mean" in capsys.readouterr().err


def test_generated_files_are_current():
    """Run `python docs/generate.py` after a change of rules or checkers."""
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs/generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert [p.name for p in module.stale()] == []


def test_the_schema_knows_what_the_loader_knows(capsys):
    """Every key with its explanation; the options of each built-in checker."""
    from textrepair.rules.schema import EXAMPLE, RULE

    assert main(["rules", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"].keys() == RULE.keys()
    assert all(p["description"] for p in schema["properties"].values())
    assert schema["definitions"]["example"]["properties"].keys() == EXAMPLE.keys()
    assert not schema["additionalProperties"]


@pytest.mark.parametrize(
    ("bad", "good", "code"),
    [
        ("He went to teh shop.", "He went to the shop.", "LNG901"),
        ("thisThe end of it", "this The end of it", "JOI901"),
        ("two re ports here", "two reports here", "SPL901"),
        ("Hello , world", "Hello, world", "WSP901"),
        ("the US*** and party", "the US Republican Party", "MSK901"),
        ("a\u200bb c", "ab c", "ENC901"),
        ("it is is so", "it is so", "REP901"),
        ("no end", "no end.", "PUN901"),
        ("back\\slash (fo) 'x' \"y\"", "back\\slash (of) 'x' \"y\"", "LNG901"),
        ("first qa\nsecond qb", "first qa, and second qb", "LNG901"),
    ],
)
def test_new_writes_a_rule_that_passes(bad, good, code, tmp_path, capsys):
    """As it is written, in the company of the whole catalogue."""
    path = tmp_path / "new.yaml"
    assert main(["rules", "new", "--isolated", "--bad", bad, "--good", good, "-o", str(path)]) == 0
    assert main(["rules", "test", "--isolated", str(path)]) == 0, capsys.readouterr().out
    text = path.read_text(encoding="utf-8")
    assert f"code: {code[:3]}" in text
    assert main(["rules", "new", "--isolated", "--bad", bad, "--good", good, "-o", str(path)]) == 2


def test_new_from_an_edited_journal(tmp_path, monkeypatch, capsys):
    """A reviewer's own edit becomes a rule."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("One line.\nHe went to teh shop.\n", encoding="utf-8")
    row = {
        "path": "a.txt",
        "record": {"index": 0, "id": None, "field": None},
        "span": [21, 24],
        "before": "teh",
        "after": "the",
        "code": "NEW",
    }
    (tmp_path / "edits.jsonl").write_text(json.dumps(row) + "\n")
    assert main(["rules", "new", "--isolated", "--journal", "edits.jsonl", "-o", "own.yaml"]) == 0, (
        capsys.readouterr().err
    )
    assert "He went to teh shop." in (tmp_path / "own.yaml").read_text()
    assert main(["rules", "test", "--isolated", "own.yaml"]) == 0
    (tmp_path / "edits.jsonl").write_text(json.dumps({**row, "span": [20, 23]}) + "\n")
    assert main(["rules", "new", "--isolated", "--journal", "edits.jsonl"]) == 2
    assert "does not stand there" in capsys.readouterr().err


def test_new_from_a_journal_with_other_edits(tmp_path, monkeypatch, capsys):
    """What the other lines repair is no noise: the examples have it repaired. Just as the guide says, word by word."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    text = "One line.\nThe bridge is closed.In the evening it was teh end of the the day.\n"
    (tmp_path / "corpus/a.txt").write_text(text, encoding="utf-8")
    assert main(["fix", "corpus", "--isolated", "-q"]) == 0
    lines = (tmp_path / "textrepair-out/edits.jsonl").read_text().splitlines()
    start = text.index("teh")
    row = {**json.loads(lines[0]), "span": [start, start + 3], "before": "teh", "after": "the", "code": "NEW"}
    (tmp_path / "edits.jsonl").write_text("\n".join([json.dumps(row), *lines]) + "\n")
    command = ["rules", "new", "--isolated", "--journal", "edits.jsonl", "-o", "own.yaml"]
    assert main(command) == 0, capsys.readouterr().err
    assert "closed. In the evening it was teh end of the day." in (tmp_path / "own.yaml").read_text()
    assert main(["rules", "test", "--isolated", "own.yaml"]) == 0
    assert main(["apply", "edits.jsonl", "-o", "again", "-q"]) == 0
    good = "The bridge is closed. In the evening it was the end of the day.\n"
    assert (tmp_path / "again/corpus/a.txt").read_text().endswith(good)


def test_new_from_json_lines(tmp_path, monkeypatch, capsys):
    """The span is in the decoded field."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n{"text": "He saw teh c\\u0061t."}\n', encoding="utf-8")
    row = {
        "path": "a.jsonl",
        "record": {"index": 1, "id": None, "field": "text"},
        "span": [7, 10],
        "before": "teh",
        "after": "the",
    }
    (tmp_path / "edits.jsonl").write_text(json.dumps(row) + "\n")
    assert main(["rules", "new", "--isolated", "--journal", "edits.jsonl"]) == 0
    assert "He saw teh cat." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("bad", "good", "says"),
    [("same", "same", "the same"), ("go to http://a.org/teh x", "go to http://a.org/the x", "shields")],
)
def test_new_says_why_not(bad, good, says, capsys):
    """Exit 2 where no rule can be made."""
    assert main(["rules", "new", "--isolated", "--bad", bad, "--good", good]) == 2
    assert says in capsys.readouterr().err
