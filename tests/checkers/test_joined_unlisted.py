"""Unlisted words of a part of a text: found in what is no common word, as in all of it."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.checkers.joined import beside
from textrepair.lexicon import lexicon

_PIECES = [
    "the",
    "house",
    "ofthe",
    "(ofthe",
    "ofthe)",
    "xqzu,",
    "xqzu.the",
    "theof-the",
    "Ofthe",
    "éxqzu",
    "\xa0",
    "\x1c",
    "\x1f",
    "\n",
    "",
    "-",
    "(",
    "'",
    ".",
    "“ofthe”",
    "thinkof",
    "thinkof;",
    "x",
]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(("", " ")), st.integers(0, 20), st.integers(0, 60)
)
@example(["ofthe", "thinkof"], " ", 1, 40)
@example(["thinkof", "ofthe"], " ", 0, 5)
@example(["(ofthe"], "", 1, 6)
@example(["house\x1cofthe"], " ", 0, 40)
@example(["“ofthe”", "\x1c", "the", "the"], "", 8, 5)
def test_as_in_all_of_it(pieces: list[str], gap: str, start: int, length: int) -> None:
    text, found = gap.join(pieces), lexicon("en")
    assert found
    start = min(start, len(text))
    wanted = found.unknown(beside._WORD.findall(text, start, start + length))
    assert beside._unlisted(found, text, start, start + length) == wanted
