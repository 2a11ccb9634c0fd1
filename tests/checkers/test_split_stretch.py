"""Words that neighbours are together: the kernel finds the same as a look at each."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import kernel
from textrepair.checkers.split import stretch
from textrepair.lexicon import Lexicon, lexicon

_PIECES = (
    "the re ports Re PORTS of ing famil iar a d i n conside red like ly Straße ё İ é tu rn out straight forward "
    "\ud83d Tarantino an other in no t"
)
_TOKENS = st.lists(st.sampled_from(_PIECES.split()), min_size=2, max_size=30)


class _Plain:
    """A lexicon without the kernel's way to put neighbours together."""

    def __init__(self, found: Lexicon) -> None:
        self._found = found

    def joins(self, *_: Any) -> None:
        return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._found, name)


@pytest.mark.skipif(not kernel.available(), reason="no kernel")
@settings(max_examples=200, deadline=None)
@given(_TOKENS, st.sampled_from(((4.0, 1.5, 1.0), (0.7, 0.3, 1.0), (2.0, 0.5, 0.0))))
def test_the_kernel_finds_the_same(tokens: list[str], costs: tuple[float, float, float]) -> None:
    found = lexicon("en")
    assert found
    plain: Any = _Plain(found)
    assert stretch.promising(found, tokens, *costs) == stretch.promising(plain, tokens, *costs)
    assert list(stretch.mended(found, tokens, *costs[:2])) == list(stretch.mended(plain, tokens, *costs[:2]))


@pytest.mark.skipif(not kernel.available(), reason="no kernel")
def test_what_is_too_long_or_too_dear_is_left_out() -> None:
    found = lexicon("en")
    assert found
    assert found.joins(["re", "ports"], [7.5, 4.5], 6.4, 4.0, 1.5, 1.0) == [(0, 2, found.zipf("reports"))]
    assert found.joins(["re", "ports"], [7.5, 4.5], 6.4, 9.0, 1.5, 1.0) == []  # what is lost by closing a blank
    assert found.joins(["re", "ports"], [7.5, 4.5], 8.0, 4.0, 1.5, 1.0) == []  # no piece
    assert found.joins(["counter", "revolutionaries", "again"], [9.0, 9.0, 9.0], 0.0, 0.0, 0.0, 0.0) == [
        (0, 2, found.zipf("counterrevolutionaries"))
    ]
