"""Checkers that look for the rare part of their pattern first find what the pattern finds."""

from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers.truncated import orphan, torn_paragraph

SIGNS = "abA.'’ \t\n²1_é,-x/@"


@given(st.text(alphabet=SIGNS), st.integers(0, 4))
def test_stops_before_a_small_letter(text: str, start: int) -> None:
    """Found at the stop, whatever the word before it is made of."""
    span = min(start, len(text)), len(text)
    assert [m.span() for m in orphan._stops(text, span)] == [m.span() for m in orphan._STOP.finditer(text, *span)]


@given(st.text(alphabet=SIGNS))
def test_breaks_inside_a_sentence(text: str) -> None:
    """Found at the line end, whatever blanks are around it."""
    found = [m.span() for m in torn_paragraph._breaks(text)]
    assert found == [m.span() for m in torn_paragraph._BREAK.finditer(text)]
