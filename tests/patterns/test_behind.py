"""How many characters a lookbehind at the start of a pattern reads."""

import pytest

from textrepair.patterns.behind import behind


@pytest.mark.parametrize(
    ("pattern", "width"),
    [
        ("b", (0, 0)),
        ("(?<!a)b", (0, 0)),
        ("(?<=a)b", (1, 1)),
        ("(?<=^|a)b", (0, 1)),
        (r"(?<=[\p{Ll}\]]{2}|\x41\u00e9c|[)])b", (1, 3)),
        ("(?<=a)b|c", (0, 1)),
        ("(?<=a)[b|c]|(?<=é)d", (1, 1)),
        (r"(?<=a)\||b", (0, 1)),
        ("(?<=(?:a|b{2})(?!c)d?)e", (1, 3)),
        ("(?<=a{1,3})b", (1, 3)),
        ("a(?<=a)b", (0, 0)),
        ("(?i)(?<=a)b", (0, 0)),
    ],
)
def test_a_width_is_told(pattern: str, width: tuple[int, int]) -> None:
    """At least and at most."""
    assert behind(pattern) == width


@pytest.mark.parametrize("pattern", ["(?<=a+)b", "(?<=a{2,})b", "(?<=a{0,9})b", "(?<=(?P<x>a))b", r"(?<=\X)b", "(?<=a"])
def test_what_has_no_width_is_not_told(pattern: str) -> None:
    """Where there is no end, too many ways, or something that is not understood."""
    assert behind(pattern) is None
