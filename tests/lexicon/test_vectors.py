"""The making of a lexicon in vectors: the same as word by word."""

from collections import Counter, defaultdict

import pytest
from helpers import writer_of
from hypothesis import given
from hypothesis import strategies as st

from textrepair.lexicon.table import Table
from textrepair.lexicon.vectors import chances

LETTERS = st.text("abcdéß中", min_size=1, max_size=8)


def one_by_one(weighted):
    """The chances of all runs as a loop over the words finds them."""
    counts: Counter[str] = Counter()
    for word, weight in weighted:
        for i in range(1, len(word)):
            for width in range(1, min(4, i + 1) + 1):
                counts[word[i + 1 - width : i + 1]] += weight
    totals, kinds, found = defaultdict(float), Counter(), {}
    for run, count in counts.items():
        totals[run[:-1]] += count
        kinds[run[:-1]] += 1
    for run in sorted(counts, key=len):
        unseen = 3.0 * kinds[run[:-1]]
        shorter = found[run[1:]] if len(run) > 1 else 1 / 60
        found[run] = (counts[run] + unseen * shorter) / (totals[run[:-1]] + unseen)
    return found


@given(st.lists(st.tuples(LETTERS, st.floats(0.1, 8)), min_size=1, max_size=20))
def test_chances_are_those_of_a_loop(weighted):
    """To the last bit, and in the same order."""
    words, weights = zip(*weighted, strict=True)
    found = [pair for runs, likely in chances(words, weights, 4) for pair in zip(runs, likely, strict=True)]
    assert found == list(one_by_one(weighted).items())


def test_chances_of_many_letters():
    """So many that their pairs are sorted, and not counted in a table."""
    weighted = [("^" + "".join(map(chr, range(at, at + 7))), 1.5) for at in range(0x4E00, 0x9E00, 5)]
    words, weights = zip(*weighted, strict=True)
    found = [pair for runs, likely in chances(words, weights, 4) for pair in zip(runs, likely, strict=True)]
    assert found == list(one_by_one(weighted).items())


@pytest.mark.parametrize("step", [0.01, 0.5])
def test_a_table_gives_back_what_it_was_made_of(step):
    """In steps of a thirtieth."""
    zipfs = {f"word{n}": 7 - n * step for n in range(12)}
    table = Table.read(memoryview(writer_of(zipfs).table()))
    assert table is not None
    assert all(abs(table.zipf(word) - zipf) <= 1 / 60 + 1e-9 for word, zipf in zipfs.items())
    assert table.zipf("word") == 0.0
