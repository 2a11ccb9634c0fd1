"""Swear words behind stars are recognised, names and products are not."""

import pytest

from textrepair.checkers.masked.swear import check
from textrepair.document import Document

WORDS = ("fuck+", "shit+", "ass", "bullshit+", "bitch+", "pussy", "damn")


def found(text: str) -> list[tuple[str, str | None]]:
    """Match and reading."""
    doc = Document(text, "en")
    matches = check.function(doc, (0, len(text)), words=WORDS, bare=("fuck", "shit", "ass"))
    return [(text[m.start : m.end], m.replacement) for m in matches]


@pytest.mark.parametrize(
    ("text", "mask", "word"),
    [
        ("what the f*ck is it", "f*ck", "fuck"),
        ("such b***hes!", "b***hes", "bitches"),
        ("total bulls**t.", "bulls**t", "bullshit"),
        ("a big a** head", "a**", "ass"),
        ("F*CKING great", "F*CKING", "FUCKING"),
        ("don't give a f**k", "f**k", "fuck"),
        ("Sh*t happens", "Sh*t", "Shit"),
    ],
)
def test_masked_oaths_are_read(text, mask, word):
    """Stars stand for letters; the case of what is seen is kept."""
    assert found(text) == [(mask, word)]


@pytest.mark.parametrize(
    "text",
    [
        "M*A*S*H, E*TRADE and Q*bert",
        "**It impacts a lot of people.** In **Appendix A** there is more.",
        "a*b, n*m and 5*3",
        "the home of a d***** there",
        "a ***really*** good day",
        "path/f*ck.txt",
    ],
)
def test_other_stars_are_left_alone(text):
    """Names, products, emphasis and words that show their first letter only."""
    assert found(text) == []
