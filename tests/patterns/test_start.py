"""The place before which no match begins: searching from there finds what searching from the start does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.patterns import compile_pattern, start, widen
from textrepair.patterns.start import first_place

PATTERNS = [
    "b",
    "(?<=a)b",
    "(?<!a)b+",
    "(?<=[^a])b",
    "(?i)AB",
    r"(\w)\1",
    r"^b|a$",
    r"\bb",
    r"é(?=b)",
    r"\p{L}{1,1001}b",
    r"(?:\p{L}{1,900}[ b]{0,900}){1,900}é",
    "[\ud800b]é",
]


@pytest.fixture(autouse=True, scope="module")
def at_once() -> Iterator[None]:
    """RE2 is asked the first time, not only for patterns that are looked for often."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(start, "_OFTEN", 1)
        start._wider.cache_clear()
        yield
    start._wider.cache_clear()


@pytest.mark.parametrize("pattern", PATTERNS)
@given(before=st.text(alphabet="ab é", max_size=4), text=st.text(alphabet="abAB é\ud800", max_size=20))
def test_nothing_is_missed(pattern: str, before: str, text: str) -> None:
    """Of a line that follows another, or of a text where the pattern may look past the end of a line."""
    if not widen(pattern).multiline:
        text = f"{before}\n{text}"
    cut = text.find("\n") + 1
    compiled = compile_pattern(pattern)
    place = first_place(text, cut, len(text), pattern, False)
    everything = [m.span() for m in compiled.finditer(text, cut)]
    assert everything == ([] if place is None else [m.span() for m in compiled.finditer(text, place)])


def test_the_start_of_a_line_without_a_match_is_passed_over() -> None:
    assert first_place("é é word", 0, 8, r"w\w+", False) == 4
    assert first_place("é é word", 0, 8, r"x", False) is None
