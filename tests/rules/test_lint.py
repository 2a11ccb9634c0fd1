"""`rules lint`: what no example shows."""

import pytest

from textrepair.cli.main import main
from textrepair.rules.lint import Linter
from textrepair.rules.load import load_text

RULE = """\
code: {code}
name: {name}
message: "{message}"
{body}
examples:
  - {{bad: {bad}, good: {good}}}
  - {{ok: fine}}
  - {{ok: good}}
why: because
"""


def findings(body, bad="a qx b", good="a qy b", message="{match}", code="LNG991", name="own", others=()):
    """Checks and levels of what the linter says of one rule, in the company of others."""
    (rule,) = load_text(RULE.format(code=code, name=name, message=message, body=body, bad=bad, good=good), "own.yaml")
    linter = Linter([rule, *others], "All is well.\n\nThis is clean text, and nobody minds.\n")
    return [f for f in linter.findings([rule], []) if f.code == code]


@pytest.mark.parametrize(
    ("body", "options", "check", "level"),
    [
        ("pattern: qx\nfix: qy", {}, None, None),
        ("pattern: '(?:qx+)+y?'\nfix: qy", {}, "nested-repeat", "info"),
        ("pattern: '(?:x|xx)+q|qx'\nfix: qy", {}, "blow-up", "error"),
        ("pattern: 'a*qx'\nfix: qy", {"bad": "aaqx b", "good": "qy b"}, "blow-up", "warning"),
        ("pattern: qx\nfix: qy", {"message": "{match} and {other}"}, "unknown-field", "error"),
        ("pattern: '(?<q>q)x'\nfix: qy", {"message": "{q} and {match}"}, None, None),
        ("pattern: qx\nfix: qy\nlanguages: [jp]", {}, "unknown-language", "error"),
        ("pattern: qx\nfix: qy\nlanguages: [en-GB]\nexcept-languages: [en]", {}, "unreachable-language", "error"),
        ("pattern: '(?|q)x'\nfix: qy", {}, "no-trigger", "warning"),
        ("pattern: '(?|q)x'\nfix: qy\ntrigger: qx", {}, None, None),
        ("pattern: qx\nfix: qy\ntrigger: qz", {}, "trigger-misses", "error"),
        (
            "pattern: '[a-z]+ (?!is|clean|text|and|nobody|minds|well)[a-z]+ b'\nfix: qy\ntrigger: '[a-z]'",
            {"good": "qy"},
            "broad-trigger",
            "warning",
        ),
    ],
)
def test_checks(body, options, check, level):
    """Each by its name; a rule without fault gets no remark."""
    found = [(f.check, f.level) for f in findings(body, **options)]
    if check is None:
        assert found == []
    else:
        assert (check, level) in found


def test_overlaps_are_named():
    """Another rule that does something else to an example."""
    (other,) = load_text(
        RULE.format(code="ENC991", name="other", message="m", body="pattern: qxq\nfix: z", bad="qxq", good="z"),
        "other.yaml",
    )
    (found,) = [
        f for f in findings("pattern: qx\nfix: qy", bad="a qxq", good="a qyq", others=[other]) if f.check == "overlap"
    ]
    assert "ENC991" in found.message


def test_hidden_characters(tmp_path, capsys):
    """By line and column, with the escape to write."""
    path = tmp_path / "own.yaml"
    text = RULE.format(
        code="LNG991", name="own", message="m", body="pattern: q\u200bx\nfix: qy", bad='"q\\u200bx"', good="qy"
    )
    path.write_text(text, encoding="utf-8")
    assert main(["rules", "lint", "--isolated", str(path)]) == 1
    out = capsys.readouterr().out
    assert "own.yaml:4:" in out and "column 11" in out and "write \\u200b" in out


def test_cost_is_printed(tmp_path, capsys):
    """Per megabyte of clean text."""
    path = tmp_path / "own.yaml"
    path.write_text(
        RULE.format(code="LNG991", name="own", message="m", body="pattern: qx\nfix: qy", bad="qx", good="qy"),
        encoding="utf-8",
    )
    assert main(["rules", "lint", "--isolated", "--cost", str(path)]) == 0
    assert "findings/MB" in capsys.readouterr().out


def test_a_rule_of_the_project_off_the_fast_path(tmp_path, monkeypatch, capsys):
    """Linted by its file although the configuration names its folder; a run says what would help, with its place."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/a.yaml").write_text(
        "code: LNG991\nname: own-rule\nmessage: m\npattern: '\\((?:[^()\\n]|(?R))*\\)x'\nexamples: [{bad: (a)x}, {ok: y}]\n",
        encoding="utf-8",
    )
    (tmp_path / "textrepair.toml").write_text('rule-paths = ["own"]\n', encoding="utf-8")
    (tmp_path / "t.txt").write_text("So (a)x.\n", encoding="utf-8")
    for _ in range(2):  # read, and remembered
        assert main(["rules", "lint", "own/a.yaml", "--cost"]) == 1
        out = capsys.readouterr().out
        assert "no-trigger" in out and "add `trigger:`" in out and "lines/MB" in out
        main(["check", "t.txt"])
        assert "LNG991: slow path" in capsys.readouterr().err
