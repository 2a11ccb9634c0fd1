"""A mark is not moved beside a word that stays torn or joined: what is half mended is harder to find."""

import pytest

import textrepair
from textrepair import Record
from textrepair.settings import Settings


def fixed(text, **options):
    """The text after the repairs."""
    return textrepair.Repairer(Settings(**options)).run(Record(text, language="en")).text


@pytest.mark.parametrize(
    ("text", "safe", "unsafe"),
    [
        ("All input was subjected to human analys is .", None, "All input was subjected to human analysis."),
        ("It is the law of an InferenceProcess ,", None, "It is the law of an Inference Process,"),
        ("All input was subjected to human analysis .", "All input was subjected to human analysis.", None),
    ],
)
def test_beside_words(text, safe, unsafe):
    """The blank before the mark goes with the repair of the word, or where the word is whole."""
    assert fixed(text) == (safe or text)
    assert fixed(text, unsafe_fixes=True) == (unsafe or safe)
