"""Matches looked for at the places that RE2 sees are those that searching from the start finds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.patterns import compile_pattern, start, widen
from textrepair.patterns.start import matches

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
    r"(?<!a)b+(?! )",
    r"(?=[^b])[aé]b?",
    r"a\b",
    "(?<=^|[a ])b",
    "(?<=a{2}|é)b+",
    "(?<=aa|é)(?=b)b|(?<= )é",
    "(?<=(?!é)[aé])b",
    "(?<=[ab]{1,3})b",
    "(?<=(?:a|é| a){2})b",
    "(?i)(?<=a)b",
    "(?<=a+)b",
    "(?<=a)b|é",
    "(?<=^)b|(?<=a)(?<=ba)[é ]b?",
    r"(?<=\ba)b",
    "(?<=a)b{2}|b(?<=éb)",
]


@pytest.fixture(autouse=True, scope="module")
def at_once() -> Iterator[None]:
    """RE2 is asked the first time, not only for patterns that are looked for in much text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(start, "_MUCH", 1)
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
    everything = [m.span() for m in compiled.finditer(text, cut)]
    assert [m.span() for m in matches(text, cut, len(text), pattern, False, 1)] == everything


def test_a_place_that_is_none_is_passed_over() -> None:
    """RE2 knows nothing of what must not stand before a match; and where it sees many places, it is asked no more."""
    assert [m.start() for m in matches("éb ab éb", 0, 8, r"(?<!a)b", False, 1)] == [1, 7]
    text = "ab " * 100 + "éb b"
    assert [m.start() for m in matches(text, 0, len(text), r"(?<!a)b", False, 1)] == [301, 303]
    assert list(matches("é é word", 0, 8, "x", False, 1)) == []
