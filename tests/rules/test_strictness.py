"""Rule files are read as they are written; what is wrong is named with its place, key and nearest known name."""

import re

import pytest

from textrepair.errors import RuleError
from textrepair.rules.load import load_text
from textrepair.rules.problems import RuleErrors

RULE = """\
code: JOI901
name: test-rule
message: "{{match}} is wrong"
{body}
examples:
  - {{bad: foo, good: bar}}
  - {{ok: baz}}
"""


def rule(body: str) -> str:
    """A complete rule around some lines of YAML."""
    return RULE.format(body=body)


def loaded(body: str):
    """The rule of a text."""
    return load_text(rule(body), "r.yaml")[0]


FOO = "pattern: foo\nfix: bar\n"


@pytest.mark.parametrize(
    ("body", "place", "message", "hint"),
    [
        (FOO + "patern: x", "6:1", "unknown key patern", "did you mean pattern?"),
        (FOO + "severity: eror", "6:11", "severity: 'eror' is not one of", "did you mean error?"),
        (FOO + "languages: [en, deutsch]", "6:12", "'deutsch' is no language tag", "BCP-47"),
        (FOO + "code: JOI902", "6:1", "duplicate key code", "line 1 already"),
        (FOO + "ignore-case: yes", "6:14", "ignore-case: 'yes' is not true or false", "write true or false"),
        (FOO + "ignore-case: on", "6:14", "'on' is not true or false", ""),
        (FOO + "url:", "6:", "url has no value", "write ''"),
        (FOO + "why: null", "6:6", "null means nothing", "leave"),
        (FOO + "why: &a text", "6:6", "anchors and aliases", "write the value out"),
        (FOO + "why: !!python/object:os.system x", "6:6", "the tag", "remove it"),
        (FOO + "why: !!str x", "6:6", "the tag", "remove it"),
        ("pattern: foo\nfix: ~", "5:6", "~ means nothing", ""),
        ("pattern: foo # bar\nfix: bar", "4:10", "comment", "quotes"),
        ('pattern: "\\bfoo"\nfix: bar', "4:10", "\\b as a control character", "single quotes"),
        ("pattern: |\n  foo\nfix: bar", "4:10", "the block ends in a line break", "|-"),
        ("pattern: '(foo'\nfix: bar", "4:10", "missing )", "module regex"),
        ("pattern: 'x*'\nfix: bar", "4:10", "matches the empty text", "at least one character"),
        ("pattern: 'foo'\nfix: '\\2'", "5:6", "does not fit the pattern", "groups of the pattern: none"),
        ("pattern: '(?<a>foo)'\nfix: '\\g<b>'", "5:6", "does not fit the pattern", "a"),
        ("pattern: foo\nfix: bar\nswap: {a: b}", "1:1", "found pattern and swap", ""),
        ("why: nothing to look for", "1:1", "expected one of pattern, swap, protect, checker", ""),
        ("swap: {foo: bar}\nfix: bar", "5:1", "fix belongs to a rule with pattern", ""),
        ("checker: nope.nothing", "4:10", "there is no checker nope.nothing", ""),
        ("pattern: foo\nfix: bar\ntrigger: '(?=x)'", "6:10", "RE2 refuses", "no lookaround"),
        ("protect: [foo]", "1:7", "codes that begin with PRT", ""),
        ("pattern: foo\nfix: bar\nunless: ['(']", "6:10", "missing )", ""),
        ("pattern: foo\nfix: bar\nmin-confidence: 0.5", "6:1", "belongs to a rule with checker", ""),
        ("pattern: [foo]\nfix: bar", "4:10", "found a list", ""),
    ],
)
def test_errors_name_place_and_remedy(body, place, message, hint):
    """`file:line:column: key: what is wrong`, and what to do about it."""
    with pytest.raises(RuleError) as caught:
        load_text(rule(body), "r.yaml")
    assert re.search(rf"^r\.yaml:{place}", caught.value.message, re.M), caught.value.message
    assert message in str(caught.value)
    assert hint in str(caught.value)


def test_all_errors_of_a_file_are_reported():
    """Over documents, and over the keys of one."""
    text = rule(FOO + "severity: eror\npatern: x") + "---\n" + rule(FOO + "ignore-case: yes")
    with pytest.raises(RuleErrors) as caught:
        load_text(text, "r.yaml")
    assert len(caught.value.errors) == 3


@pytest.mark.parametrize(
    ("yaml", "read"),
    [
        ("languages: [no, da]", ("no", "da")),
        ("languages: no", ("no",)),
        ("why: 1:30", "1:30"),
        ("why: 010", "010"),
        ("why: 0x1F", "0x1F"),
        ("why: 1_000", "1_000"),
        ("why: yes", "yes"),
        ("why: 2024-01-01", "2024-01-01"),
        ("why: 1.10", "1.10"),
        ("why: .inf", ".inf"),
        ("why: =", "="),
        ("since: 0.10", "0.10"),
    ],
)
def test_scalars_stay_what_was_written(yaml, read):
    """Nothing is guessed: `no` is Norwegian, 1.10 is not 1.1."""
    assert getattr(loaded(FOO + yaml), yaml.split(":")[0]) == read


@pytest.mark.parametrize("number", ["010", "1_000", "1:30", "1e3", ".5", "0x1", "0o7", "nan", "٣", "+1"])
def test_odd_numbers_are_refused(number):
    """Each YAML reads them in its own way."""
    body = f"checker: test.any\nmin-confidence: {number}"
    with pytest.raises(RuleError, match="not a plain decimal number"):
        loaded(body)


@pytest.mark.parametrize("fix", ["no", "1:30", "'null'", "'~'", "0777", "''"])
def test_fixes_are_text(fix):
    """A replacement is inserted as it is written."""
    text = rule(f"pattern: foo\nfix: {fix}").replace("good: bar", f"good: {fix}")
    assert load_text(text, "r.yaml")[0].fix == fix.strip("'")


def test_a_byte_order_mark_and_windows_line_ends_are_fine():
    """Editors write them."""
    text = "\ufeff" + rule(FOO).replace("\n", "\r\n")
    assert load_text(text, "r.yaml")[0].pattern == "foo"


@pytest.mark.parametrize("example", ["{bad: a, ok: b}", "{good: a}", "{ok: a, good: b}", "{}"])
def test_examples_are_bad_or_ok(example):
    """An example is one thing."""
    text = rule(FOO) + f"  - {example}\n"
    with pytest.raises(RuleError, match="either bad"):
        load_text(text, "r.yaml")


def test_a_rule_needs_bad_and_ok():
    """A rule without evidence is an opinion."""
    with pytest.raises(RuleError, match="at least one bad and one ok"):
        load_text(rule(FOO).replace("  - {ok: baz}\n", ""), "r.yaml")


def test_a_feature_that_no_scan_knows_is_an_error():
    """It would be asked for in the midst of a run."""
    text = "code: JOI901\nname: x-y\nmessage: m\npattern: ab\ntrigger: '@repeats'\nexamples: [{bad: ab}, {ok: c}]\n"
    with pytest.raises((RuleError, RuleErrors), match=r"r\.yaml:5:10: trigger: unknown feature @repeats"):
        load_text(text, "r.yaml")
