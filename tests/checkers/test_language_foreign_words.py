"""Words of another language in a sentence are found by lexicon and letters; names, quotations and terms are not."""

import pytest

from textrepair import check


def found(text):
    """What the rule reports of an English text."""
    return [d.match for d in check(text, language="en") if d.code == "LNG203"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The members of the council haben gestern beschlossen that it stays closed.", "haben gestern beschlossen"),
        (
            "He told them that the bibliothèque sera inaugurée en présence of all.",
            "bibliothèque sera inaugurée en présence",
        ),
    ],
)
def test_becomes_reported(text, words):
    """A run of at least three words, once."""
    assert found(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The motto was “haben gestern beschlossen” and nobody knew why.",
        "The motto (haben gestern beschlossen) was forgotten.",
        "His book Haben gestern beschlossen, 1913, is forgotten.",
        "The term haben gestern beschlossen is no term.",
        "She met Gerhard Schröder and Angela Merkel in Mecklenburg-Vorpommern.",
        "The mycobacterium tuberculosis was found in both samples of the bronchoalveolar lavage.",
        "The functions strlen strcpy strtok memcpy are old.",
    ],
)
def test_stays(text):
    """What is quoted, spoken of, a title, a name or a term."""
    assert found(text) == []
