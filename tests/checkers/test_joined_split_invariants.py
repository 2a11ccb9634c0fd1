"""What holds for any text: no crash, letters are kept, a second run finds nothing to repair."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import Record, Repairer
from textrepair.edits import replay
from textrepair.settings import Settings

REPAIRER = Repairer(Settings(select=("JOI", "SPL"), unsafe_fixes=True))
PIECES = st.sampled_from(
    [
        "the",
        "of",
        "and",
        "in",
        "re",
        "tion",
        "ing",
        "conside",
        "red",
        "The",
        "So",
        "He",
        "Mr.",
        "'s",
        "’",
        "t",
        "-",
        "-\n",
        "\n",
        ".",
        ",",
        ";",
        ":",
        "(",
        ")",
        "“",
        "”",
        '"',
        "14",
        "2019",
        "000",
        "a",
        "I",
        "x",
        "é",
        "ß",
        "ё",
        "и",
        "你好",
        "�",
        "\xad",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=4), st.just(" ")), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "ru", None]))
def test_letters_are_kept(text, language):
    """Only blanks, line ends and hyphens come and go."""
    fixed = REPAIRER.run(Record(text, language=language)).text
    assert [c for c in fixed if c not in " -\n\t"] == [c for c in text if c not in " -\n\t"]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_settles(text):
    """Repairing twice changes nothing more."""
    fixed = REPAIRER.run(Record(text, language="en")).text
    assert REPAIRER.run(Record(fixed, language="en")).text == fixed


@pytest.mark.parametrize(
    "text",
    [
        "a" * 300_000,
        "a " * 150_000,
        "ofthe " * 20_000,
        "a-b" * 100_000,
        "conside red " * 10_000,
        "it’s " * 50_000,
        "aB" * 150_000,
        "1, 000" * 50_000,
    ],
)
def test_long_lines(text):
    """A line of any length and kind is read, and its edits lead to the new text."""
    result = REPAIRER.run(Record(text, language="en"))
    assert replay(text, result.edits) == result.text
