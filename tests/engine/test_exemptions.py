"""The `unless` patterns: a match that overlaps one of theirs is dropped, whether or not RE2 could be asked first."""

from __future__ import annotations

import pytest

from textrepair.document import Document
from textrepair.exemptions import Exemptions
from textrepair.model import Match
from textrepair.rules.rule import Rule

TEXT = "one\nTwo three \ud800 four, three\nfive"


def covers(unless: tuple[str, ...], word: str, *, ignore_case: bool = False) -> bool:
    rule = Rule(
        code="JOI991",
        name="a-rule",
        message="m",
        kind="pattern",
        pattern="x",
        unless=unless,
        ignore_case=ignore_case,
        applicability="safe",
    )
    start = TEXT.index(word)
    return Exemptions(Document(TEXT), 60.0).cover(rule, Match(start, start + len(word)))


@pytest.mark.parametrize(
    "unless",
    [
        "three",
        "(?<=Two )three",
        "^Two three",
        "[^\n]*(?=, three$)",
        r"(\w+) \ud800 four, \1",
        "zero|t(?=h)h?ree",
        r"(?:\p{L}{1,900}[ \ud800,]{0,900}){1,900}",
    ],
)
def test_a_match_that_one_overlaps_is_covered(unless: str) -> None:
    assert covers((unless,), "three") and covers(("zzz", unless), "three")


@pytest.mark.parametrize("unless", [r"(?<=\s)Two", r"(?<=\n)Two", "^Two", r"\bTwo"])
def test_what_stands_before_the_line_is_seen(unless: str) -> None:
    assert covers((unless,), "Two")


@pytest.mark.parametrize("unless", ["one", "five", "Three", "(?<=one )three", "^three", r"three\n\n", "four"])
def test_others_are_not(unless: str) -> None:
    assert not covers((unless,), "three")


def test_case_counts_as_in_the_rule() -> None:
    assert covers(("THREE",), "three", ignore_case=True) and not covers(("THREE",), "three")
