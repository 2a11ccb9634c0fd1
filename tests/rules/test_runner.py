"""`rules test`: each way in which a rule can fail its evidence has a name."""

import json

import pytest

from textrepair.cli.main import main

RULE = """\
code: {code}
name: {name}
message: "{{match}}"
{body}
examples:
{examples}
"""


@pytest.fixture
def outcomes(tmp_path, capsys):
    """Write rules into a file, test it, and return exit code and output."""

    def run(*rules, negatives=(), verbose=False):
        path = tmp_path / "own.yaml"
        path.write_text("---\n".join(rules), encoding="utf-8")
        args = ["rules", "test", str(path), "--isolated", *["-v"] * verbose]
        if negatives:
            file = tmp_path / "right.jsonl"
            file.write_text("\n".join(json.dumps({"text": t, "lang": "en"}) for t in negatives))
            args += ["--negative", str(file)]
        code = main(args)
        return code, capsys.readouterr()

    return run


def rule(body, *examples, code="LNG991", name="own"):
    """A rule with examples in flow style."""
    return RULE.format(code=code, name=name, body=body, examples="\n".join(f"  - {{{e}}}" for e in examples))


FOO = "pattern: qfooq\nfix: qbarq"


def test_all_is_well(outcomes):
    """Exit 0 and a line that counts."""
    code, out = outcomes(rule(FOO, "bad: a qfooq b, good: a qbarq b", "ok: a qbarq b"))
    assert code == 0
    assert "1 rule," in out.err and "2 passed" in out.err
    assert out.out == ""


@pytest.mark.parametrize(
    ("outcome", "body", "examples"),
    [
        ("missing", FOO, ("bad: a qfoq b, good: a qbarq b", "ok: fine")),
        ("noisy", FOO, ("bad: a qfooq b, good: a qbarq b", "ok: the qfooq")),
        ("wrong-fix", FOO, ("bad: a qfooq b, good: a qbazq b", "ok: fine")),
        ("not-idempotent", "pattern: qz\nfix: qzz", ("bad: a qz b, good: a qzz b", "ok: fine")),
        ("unexpected-pass", FOO, ("bad: a qfooq b, good: a qbarq b, xfail: too hard", "ok: fine")),
    ],
)
def test_outcomes(outcomes, outcome, body, examples):
    """Exit 1, with file, line, code and what came out."""
    code, out = outcomes(rule(body, *examples))
    assert code == 1
    line = 8 if outcome == "noisy" else 7
    found = outcome if outcome != "not-idempotent" else "not-idempotent"
    assert f"own.yaml:{line}: LNG991 " in out.out
    assert found in out.out or (outcome == "not-idempotent" and "wrong-fix" in out.out)


def test_an_expected_failure_is_no_failure(outcomes):
    """It is counted, and shown with -v."""
    code, out = outcomes(
        rule(FOO, "bad: qfoq, good: qbarq, xfail: not yet", "bad: qfooq, good: qbarq", "ok: x"), verbose=True
    )
    assert code == 0
    assert "1 expected-failure" in out.err
    assert "not yet" in out.out


def test_noise_of_another_rule(outcomes):
    """A repaired text must be right under all rules."""
    other = rule("pattern: qbarq x\nfix: y", "bad: qbarq x, good: y", "ok: z", code="LNG992", name="other")
    code, out = outcomes(rule(FOO, "bad: qfooq x, good: qbarq x", "ok: fine"), other)
    assert code == 1
    assert "LNG991 noise" in out.out and "LNG992 other" in out.out


def test_safe_is_earned(outcomes):
    """A safe rule leaves all texts alone that are right; others need not."""
    body = FOO + "\napplicability: safe"
    examples = ("bad: a qfooq b, good: a qbarq b", "ok: fine")
    code, out = outcomes(rule(body, *examples), negatives=["the word qfooq is right here"])
    assert code == 1
    assert "not-safe" in out.out and "right.jsonl:1" in out.out
    code, _ = outcomes(rule(FOO, *examples), negatives=["the word qfooq is right here"])
    assert code == 0


def test_broken_rules_are_exit_2(outcomes):
    """As every error of the user's own."""
    code, out = outcomes("code: x")
    assert code == 2
    assert "own.yaml:1:7" in out.err


def test_a_missing_path_is_exit_2(capsys):
    """Never silently nothing."""
    assert main(["rules", "test", "no/such/path.yaml", "--isolated"]) == 2


def test_a_bad_file_of_negatives_is_exit_2(outcomes, tmp_path, capsys):
    """With its line."""
    (tmp_path / "x.jsonl").write_text('{"no": "text"}\n')
    assert main(["rules", "test", "--select", "PRT001", "--isolated", "--negative", str(tmp_path / "x.jsonl")]) == 2
    assert "x.jsonl:1" in capsys.readouterr().err
