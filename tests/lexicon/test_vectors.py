"""The making of a lexicon in vectors: the same as word by word."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.lexicon.table import Table, written
from textrepair.lexicon.vectors import compounds, sums

LETTERS = st.text("abcdéß中", min_size=1, max_size=8)


@given(st.lists(LETTERS, max_size=30), st.sets(LETTERS, min_size=1, max_size=10))
def test_no_compound_is_missed(words, parts):
    """What is two parts is always among what is found."""
    wanted = {w for w in words if any(w[:k] in parts and w[k:] in parts for k in range(1, len(w)))}
    assert wanted <= set(compounds(words, parts)) <= set(words)


def test_a_long_word_may_be_anything():
    """It is left to the caller."""
    assert list(compounds(["a" * 40, "xyz"], ["a"])) == ["a" * 40]


@given(st.lists(st.tuples(LETTERS, st.floats(0.1, 8)), max_size=20))
def test_sums_are_those_of_a_loop(weighted):
    """To the last bit, and in the same order."""
    counts: Counter[str] = Counter()
    for word, weight in weighted:
        for i in range(1, len(word)):
            for width in range(1, min(4, i + 1) + 1):
                counts[word[i + 1 - width : i + 1]] += weight
    assert list(sums([w for w, _ in weighted], [z for _, z in weighted], 4).items()) == list(counts.items())


@pytest.mark.parametrize("step", [0.01, 0.5])
def test_a_table_gives_back_what_it_was_made_of(step):
    """In steps of a thirtieth."""
    zipfs = {f"word{n}": 7 - n * step for n in range(12)}
    table = Table.read(memoryview(written(zipfs)))
    assert table is not None
    assert all(abs(table.zipf(word) - zipf) <= 1 / 60 + 1e-9 for word, zipf in zipfs.items())
    assert table.zipf("word") == 0.0
