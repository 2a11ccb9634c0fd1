"""The run without blanks around a place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.checkers.joined.place import _TECHNICAL, run_at, technical
from textrepair.document import Document

TEXTS = st.text(alphabet="ab.\u00a0\u3000\x1c\x85 \n", max_size=200)


@pytest.mark.parametrize(
    "text, span, run",
    [
        ("so to.In it", (5, 6), "to.In"),
        ("to.In", (2, 3), "to.In"),
        ("a b", (1, 2), "a b"),
        ("x" * 300, (150, 151), "x" * 161),
    ],
)
def test_it_ends_at_blanks_and_after_eighty_characters(text, span, run):
    assert text[slice(*run_at(text, *span))] == run


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 200), st.integers(0, 5))
def test_it_is_the_widest_one(text, start, length):
    start = min(start, len(text))
    end = min(start + length, len(text))
    low, high = run_at(text, start, end)
    assert 0 <= low <= start and end <= high <= len(text)
    assert not any(c.isspace() for c in text[low:start] + text[end:high])
    assert low in (0, start - 80) or text[low - 1].isspace()
    assert high in (len(text), end + 80) or text[high].isspace()


CODE = st.lists(
    st.sampled_from(
        ["`", "](", ")", "    ", "```", "----", "$ ", "x", "()", "a_b", "_", "--", "--all", "\n", "\n", " ", "é", "."]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=1500, deadline=None)
@given(CODE)
def test_three_traces_make_documentation(text):
    """Whatever lines are looked at."""
    assert technical(Document(text)) == (len(_TECHNICAL.findall(text)) >= 3)
