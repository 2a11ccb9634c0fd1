"""Rule files of strangers: no code runs, and neither time nor memory is without bound."""

import time

import pytest

from textrepair.engine import Engine
from textrepair.errors import RuleError
from textrepair.model import Record
from textrepair.rules.load import load_file, load_text
from textrepair.settings import Settings

RULE = """\
code: {code}
name: hostile
message: "{{match}}"
{body}
examples:
  - {{bad: x, good: y}}
  - {{ok: z}}
"""


def rule(body, code="JOI901"):
    """A rule around some lines."""
    return load_text(RULE.format(body=body, code=code), "hostile.yaml")[0]


def refused(text, match):
    """Assert that a text is refused, and quickly."""
    begun = time.process_time()
    with pytest.raises(RuleError, match=match):
        load_text(text, "hostile.yaml")
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "value",
    [
        "!!python/object/apply:os.system ['touch /tmp/owned']",
        "!!python/name:os.system",
        "!!python/module:antigravity",
        "!<tag:yaml.org,2002:python/object:os.system> {}",
        "!!binary aGVsbG8=",
        "!own x",
    ],
)
def test_no_tag_reaches_python(value, tmp_path):
    """Nothing is constructed."""
    refused(f"code: JOI901\nwhy: {value}\n", "is not allowed")


def test_aliases_do_not_expand():
    """A billion laughs."""
    lines = ["a: &a [x, x]"] + [f"{c}: &{c} [*{p}, *{p}]" for p, c in zip("abcdefgh", "bcdefghi", strict=True)]
    refused("\n".join(lines), "anchors and aliases")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused(opening):
    """Before it reaches the stack of C or of Python."""
    refused(
        "why: " * (opening != "- ") + opening * 100_000,
        "nested more than|not allowed|expected|did not find|found|mapping",
    )


def test_too_many_values():
    """A file of a million entries is no rule file."""
    refused("metadata: [" + "x," * 300_000 + "]", "values")


def test_huge_files_are_not_read(tmp_path):
    """Not even into memory."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(10 << 30)  # sparse
    with pytest.raises(RuleError, match="more than 2,000,000 bytes"):
        load_file(path)


def test_bytes_that_are_no_text(tmp_path):
    """Named with their place."""
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"why: caf\xe9")
    with pytest.raises(RuleError, match="byte 8 is not UTF-8"):
        load_file(path)


@pytest.mark.parametrize(
    "pattern",
    [
        "(" * 5000 + "x" + ")" * 5000,
        "x{1,99999999999}",
        "x" * 30_000,
        "|".join(["x"] * 20_000),
        "(?<=x",
        "x(?R)(",
        "[" * 500,
    ],
)
def test_patterns_out_of_proportion_are_refused(pattern):
    """With a rule error, never a RecursionError or MemoryError."""
    with pytest.raises(RuleError):
        rule(f"pattern: '{pattern}'\nfix: y")


SLOW = [
    r"(?:x+)+$",
    r"(?:x|xx)+y",
    r"(?:(?:(?:x{1,1000}){1,1000}){1,1000}){1,1000}y",
    r"(x*)*(x*)*(x*)*y",
    r"(?:xxx){e<=3}yyy",
    r"x(?:x|(?R))*y",
    r"(?=(x+)+y)x",
    r"(?:.*x){20}y",
]
TEXT = "x" * 30_000 + "\n"


@pytest.mark.parametrize("pattern", SLOW)
def test_a_slow_pattern_times_out(pattern):
    """It is a defect of the engine's, the text stays, and after three times the rule is off."""
    found = rule(f"pattern: '{pattern}'\nfix: y")
    engine = Engine([found], Settings(regex_timeout=0.05))
    begun = time.process_time()
    result = engine.run(Record(TEXT * 20, language="en"))
    assert time.process_time() - begun < 10
    assert result.text == TEXT * 20 or found.code in {e.code for e in result.edits}


def test_timeouts_are_reported():
    """As FIX002, three times at most."""
    engine = Engine([rule("pattern: '(?:x+)+y'\nfix: z\ntrigger: x")], Settings(regex_timeout=0.05))
    result = engine.run(Record(TEXT * 20, language="en"))
    assert [d.code for d in result.defects] == ["FIX002"] * 3


def test_slow_exceptions_leave_the_text_alone():
    """What can't be told in time is not changed."""
    engine = Engine(
        [rule("pattern: ab\nfix: y\nunless: ['(?:x+)+y']")], Settings(regex_timeout=0.05, unsafe_fixes=True)
    )
    text = "ab " + "x" * 5000 + " xy"  # without the end RE2 says at once that there is nothing
    result = engine.run(Record(text, language="en"))
    assert result.text == text
    assert {d.code for d in result.defects} == {"FIX002"}


def test_slow_shields_protect_all():
    """A protect rule that times out shields the line, then always, and says so."""
    shield = rule("protect: ['(?:x+)+y']", "PRT901")
    engine = Engine([rule("pattern: ab\nfix: y"), shield], Settings(regex_timeout=0.05, unsafe_fixes=True))
    text = ("ab " + "x" * 5000 + "! xy\n") * 8
    result = engine.run(Record(text, language="en"))
    assert result.text == text
    assert sum(d.code == "FIX002" for d in result.defects) <= 3


def test_templates_are_checked_when_read():
    """Not when the first match comes along."""
    for template in (r"\3", r"\g<no>", r"\g<", "\\"):
        with pytest.raises(RuleError, match="does not fit the pattern"):
            rule(f"pattern: '(x)'\nfix: '{template}'")


@pytest.mark.parametrize("pattern", ["(?R)?foo", "(?:(?R)|y)?x", "x(?:x|(?R))*y"])
def test_lint_survives_every_pattern(pattern, tmp_path, monkeypatch, capsys):
    """What would never end is a finding, or refused with its place; never an internal error."""
    from textrepair.cli.main import main

    monkeypatch.chdir(tmp_path)
    text = RULE.format(body=f"pattern: '{pattern}'\nfix: y", code="JOI901")
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    assert main(["rules", "lint", "--isolated", "own.yaml"]) in (1, 2)
    shown = capsys.readouterr()
    assert "internal error" not in shown.err and "own.yaml:" in shown.out + shown.err
