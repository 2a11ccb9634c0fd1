"""Runs of tokens that follow themselves."""

from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers.repeated.reading import analysed
from textrepair.checkers.repeated.tandem import Run, runs
from textrepair.checkers.repeated.tokens import fold
from textrepair.document import Document


def naive(tokens):
    """All maximal runs by definition: for each period, the longest stretches in which each token comes again."""
    found = set()
    for period in range(1, len(tokens) // 2 + 1):
        start = 0
        for i in range(len(tokens) - period + 1):
            if i == len(tokens) - period or tokens[i] != tokens[i + period]:
                if i - start >= period:
                    found.add(Run(start, i + period, period))
                start = i + 1
    return found


def primitive(tokens, run):
    """Whether the copy is no repetition itself: `a b a b` has period 2 and, by the way, 4."""
    copy = list(tokens[run.start : run.start + run.period])
    return not any(run.period % p == 0 and copy == copy[:p] * (run.period // p) for p in range(1, run.period))


def test_a_phrase_of_any_period_is_one_run():
    """The run is maximal and has the smallest period."""
    assert runs(["we", "were", "so", "were", "so", "were", "so", "glad"]) == [Run(1, 7, 2)]
    assert runs(["a", "b", "c", "d", "e", "a", "b", "c", "d", "e", "f"]) == [Run(0, 10, 5)]
    assert runs(["no", "no", "no"]) == [Run(0, 3, 1)]
    assert runs(["one", "two", "three"]) == []


@given(st.lists(st.sampled_from("abc"), max_size=24))
def test_what_is_found_is_a_run(tokens):
    """No run is invented, and where there is one at least one is found."""
    truth = naive(tokens)
    found = runs(tokens)
    assert set(found) <= truth
    assert bool(found) == bool(truth)


@given(st.lists(st.integers(0, 50).map(str), min_size=1, max_size=12, unique=True), st.integers(2, 5))
def test_a_loop_of_different_words_is_found_whole(copy, count):
    """Whatever stands around it."""
    tokens = ["left", *copy * count, "right"]
    assert Run(1, 1 + len(copy) * count, len(copy)) in runs(tokens)


@given(st.text())
def test_any_text_has_tokens(text):
    """Places and tokens agree, whatever the characters."""
    line = analysed(Document(text), (0, len(text)))
    assert [fold(line.token(i)) for i in range(len(line))] == line.words(0, len(line))


def test_a_million_letters_cost_no_more_than_their_number():
    """One pass, also where everything repeats."""
    assert runs(["a"] * 200_000) == [Run(0, 200_000, 1)]
    assert runs(["a", "b"] * 100_000) == [Run(0, 200_000, 2)]
