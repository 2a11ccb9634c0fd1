"""The features that count marks: a line they leave out has nothing for their checkers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers.punctuation.unclosed_quote import _balanced
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features


def hit(text: str, feature: str) -> list[str]:
    batch = Batch(["before", text, "after"])
    return [batch.buffer[a:b].decode() for _, (a, b) in Features(batch, "en", frozenset()).lines(feature)]


@pytest.mark.parametrize(
    ("feature", "text", "lines"),
    [
        ("@unbalanced-quotes", 'a "b" c\nan "open one\n«x» “y”', ['an "open one']),
        ("@mixed-quotes", '"a"\n“b”\n"c“', ['"c“']),
        ("@open-bracket", "(a)\n(b\nc)", ["(b"]),
    ],
)
def test_lines(feature: str, text: str, lines: list[str]) -> None:
    assert hit(text, feature) == lines


@given(st.text(alphabet="ab \n\"“”„«»’'é漢", max_size=60))
def test_every_line_that_is_not_balanced_is_hit(text: str) -> None:
    wanted = {line for line in text.split("\n") if not _balanced(line, 0, len(line))}
    assert wanted <= set(hit(text, "@unbalanced-quotes"))
