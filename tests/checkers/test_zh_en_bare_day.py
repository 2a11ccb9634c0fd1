"""A day of the month that lost its words gets them back."""

import pytest

from textrepair.checkers.zh_en.bare_day import ordinal


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (21, "21st"),
        (23, "23rd"),
        (30, "30th"),
    ],
)
def test_ordinals(number, text):
    """English ordinals for the days of a month."""
    assert ordinal(number) == text
