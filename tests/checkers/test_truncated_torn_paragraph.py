"""Sentences torn in two are joined; lines that belong as they are stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers import find
from textrepair.document import Document

CHECK = find("truncated.torn-paragraph").function


def found(text, language="en"):
    """The breaks with their repairs."""
    return [(text[m.start : m.end], m.replacement) for m in CHECK(Document(text, language), (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("The old bridge over the river was to be paid for by the\n\ntown and the county in equal parts.", " "),
        ("The old bridge over the river was to be paid for by the  \n \n  town and the county.", " "),
        ("The old bridge over the river had been closed in winter\n\nand nobody wanted to pay for it.", None),
    ],
)
def test_becomes(text, joined):
    """A line that can't be an end is joined with the one that goes on; another is shown."""
    assert [fix for _, fix in found(text)] == [joined]


@pytest.mark.parametrize(
    "text",
    [
        "A short line\n\nand another.",
        "The bridge was closed in the winter and is open again.\n\nand nobody wanted to pay for it.",
        "The tool needs to know the following things about the\n\nname of the user\nplace of birth\nday of birth",
        "def measure(first, second, third, fourth, fifth, sixth, the\n\nend of the code.",
        "The bridge was closed in the winter because of the\n\n    ice on the road.",
        "Here we walk along the river and\nhere we stand upon the bridge and\nhere we look into the water and\nhere we stay.",
    ],
)
def test_stays(text):
    """Lists, code, verse and lines broken by hand."""
    assert found(text) == []


@given(st.text(alphabet="the of\n ,.aA\ud800漢", max_size=300), st.sampled_from(["en", "de", "zh", None]))
def test_joins_nothing_but_blanks(text, language):
    """Whatever the text, only white space goes."""
    assert all(not gap.strip() and "\n" in gap for gap, _ in found(text, language))
