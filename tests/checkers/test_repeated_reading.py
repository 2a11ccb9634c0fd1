"""A line as the kernel reads it, and as Python does."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair import kernel
from textrepair.checkers.repeated.reading import Line
from textrepair.checkers.repeated.tandem import doubled, phrases
from textrepair.checkers.repeated.tokens import table

SIGNS = "aAbB1'’-- ..,_\x1c\néÉ½"
WORDS = st.sampled_from(["a", "B", "b", "it's", "It’s", "so-so", "1", "é", "É", "of", "Of", "日", "😀"])
GAPS = st.sampled_from([" ", " ", "-", "'", ", ", ". ", "  ", "", "--"])
COPIES = st.tuples(st.lists(st.tuples(WORDS, GAPS).map("".join), max_size=5).map("".join), st.integers(1, 4))
LINES = st.lists(COPIES.map(lambda c: c[0] * c[1]), max_size=6).map("".join)


def in_python(text):
    """The same line without a kernel."""
    with patch.object(kernel, "available", lambda: False):
        return Line(text)


@given(st.text(alphabet=SIGNS) | LINES | st.text())
def test_both_see_the_same(text):
    """Tokens, their places and the runs among them, in their order."""
    told, looked = Line(text), in_python(text)
    assert told.words(0, len(told)) == looked.words(0, len(looked))
    assert [told.place(i) for i in range(len(told))] == [looked.place(i) for i in range(len(looked))]
    assert (told.doubled, told.phrases) == (looked.doubled, looked.phrases)
    assert [told.gap(i) for i in range(len(told))] == [looked.gap(i) for i in range(len(looked))]


@given(st.lists(st.sampled_from("abc"), max_size=80) | st.lists(st.sampled_from("ab"), max_size=400))
def test_few_words_make_the_same_runs(words):
    """Also where the runs cost so much that the rest is left alone."""
    line = Line(" ".join(words))
    assert (line.doubled, line.phrases) == (doubled(words), phrases(words))


@pytest.mark.parametrize("text", ["", "日本 日本", "😀 😀", "\ud83d \ud83d", "―"])
def test_what_the_kernel_does_not_know_python_says(text):
    """Scripts without blanks, lone surrogates."""
    assert (kernel.tandem(text, table()) is None) == any(c >= "\u3000" for c in text)
    assert Line(text).doubled == in_python(text).doubled


def test_a_million_letters_are_read_in_one_pass():
    """In a single line, with and without blanks."""
    assert len(Line("a" * 1_000_000)) == 1
    assert len(Line("a " * 500_000)) == 500_000 == Line("a " * 500_000).doubled[0].end
    assert Line("a b " * 250_000).phrases == in_python("a b " * 250_000).phrases
