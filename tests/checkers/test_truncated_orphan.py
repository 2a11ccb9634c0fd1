"""Stray full stops inside a sentence go; abbreviations, careless writers and addresses keep theirs."""

import pytest

from textrepair.checkers import find
from textrepair.document import Document

CHECK = find("truncated.orphan").function


def found(text):
    """Pairs of repair and applicability."""
    return [(m.replacement, m.applicability) for m in CHECK(Document(text, "en"), (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "repair", "tier"),
    [
        ("Most of the. people stayed at home.", "the people", "safe"),
        ("The law, which. was old, is gone.", "which was", "safe"),
        ("There were two. houses on the hill.", "two houses", "unsafe"),
        ("The minister. had no answer.", "minister had", "unsafe"),
        ("The houses. were all sold in a year.", "houses were", "unsafe"),
        ("They agreed on the general. purpose and went home.", "general purpose", "unsafe"),
        ("They went to the old house. was empty now.", "house was", "unsafe"),
        ("They went to the old house. it was empty.", None, "display"),
    ],
)
def test_becomes(text, repair, tier):
    """The stop goes; it is certain only where no sentence ends before it: else what began the next may be lost."""
    assert found(text) == [(repair, tier)]


def test_a_capital_is_the_alternative():
    """Before a word that may open a sentence, the capital may be what is missing."""
    (match,) = CHECK(Document("They went to the old house. it was empty.", "en"), (0, 41))
    assert match.alternatives == ("house. It", "house it")


@pytest.mark.parametrize(
    "text",
    [
        "He works for Miller, Inc. as a clerk, etc. and so on.",
        "We met on Oct. third at the corner of Main St. with the others.",
        "This is good, e.g. for soup, i.e. with salt, vs. without.",
        "great phone. works well. would buy again.",
        "Write to jane. miller@example.org today.",
        "See the page. https://example.org has it.",
        "Sure. eBay is a market.",
        "Wait... what is this?",
        "The dot. com. age.",
    ],
)
def test_stays(text):
    """Abbreviations, e-mails, brand names, ellipses and texts without capitals are left alone."""
    assert found(text) == []
