"""A text makes only so much work, and what goes beyond is a defect: the same by any engine and on any machine."""

import pytest

from textrepair.active import ActiveRule
from textrepair.engine import Engine
from textrepair.model import Match, Record
from textrepair.rules.rule import Rule
from textrepair.settings import Settings

TEXT = "one bee and two sees"


def rule(pattern, fix, code="JOI901"):
    """A safe rule."""
    return Rule(code=code, name="n", message="m", kind="pattern", pattern=pattern, fix=fix, applicability="safe")


OTHER = rule("two", "three", "JOI902")


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("fix", ["ee" * 50, "e" * 20_000, r"\g<0>" * 3000])
def test_repairs_that_feed_on_each_other(plain, fix):
    """Ten passes of a rule that finds its own repair again would fill the memory."""
    result = Engine([rule("e", fix), OTHER], Settings(plain=plain)).run(Record(TEXT, language="en"))
    assert result.text == TEXT and not result.edits
    problem = next(d for d in result.defects if d.code == "FIX003")
    assert "JOI901" in problem.message and "grow" in problem.message


def test_a_checker_that_never_ends():
    """Its matches are left out; those of the other rules stay."""

    def endless(doc, span):
        while True:
            yield Match(0, 3, "eins")

    engine = Engine([rule("one", "1"), OTHER], Settings())
    endless_rule = engine._rules[0].rule
    engine._matcher._rules[0] = ActiveRule(endless_rule, endless, "record", "")
    result = engine.run(Record(TEXT, language="en"))
    assert result.text == TEXT.replace("two", "three")
    assert [d.code for d in result.defects] == ["FIX003", "JOI902"]


def test_as_many_matches_as_characters():
    """A text that is nothing but defects is within bounds."""
    result = Engine([rule("x", "")], Settings()).run(Record("x " * 7000 + "y", language="en"))
    assert result.text == " " * 7000 + "y" and {d.code for d in result.defects} == {"JOI901"}
