"""What stands behind a mask is proposed only as firmly as the lexicon allows."""

import pytest

from textrepair.checkers.masked.solve import solved


@pytest.mark.parametrize(
    ("head", "hidden", "tail", "word"),
    [
        ("cl", 3, "ic", "classic"),
        ("do", 3, "ent", "document"),
        ("p", 3, "enger", "passenger"),
        ("", 3, "essment", "assessment"),
    ],
)
def test_a_filtered_syllable_with_one_reading_is_safe(head, hidden, tail, word):
    """A syllable that filters cut, as many letters as stars, and no rival word."""
    words, tier = solved("en", head, hidden, tail)
    assert (words[0], tier) == (word, "safe")


@pytest.mark.parametrize(
    ("head", "hidden", "tail"), [("", 3, "ing"), ("", 3, "port"), ("st", 2, "er"), ("", 4, "land")]
)
def test_rivals_make_it_a_matter_of_display(head, hidden, tail):
    """Several words fit: they are shown, none is put in."""
    words, tier = solved("en", head, hidden, tail)
    assert tier == "display"
    assert len(words) > 1


def test_nothing_is_made_of_nothing():
    """Too few letters, and languages without a list, give no words."""
    assert solved("en", "d", 5, "") == ((), "display")
    assert solved("xx", "cl", 3, "ic") == ((), "display")
