"""Words of another language in a sentence are found by lexicon and letters; names, quotations and terms are not."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import check
from textrepair.checkers import find
from textrepair.checkers.language import foreign_words
from textrepair.document import Document
from textrepair.words import word_spans


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


WORDS = st.sampled_from(
    ["haben", "gestern", "beschlossen", "nichts", "in", "of", "the", "council", "bibliothèque", "Rat", "x1"]
)
GAPS = st.sampled_from([" ", " ", " ", ", ", "\u00a0", "  ", "\n", " (", "-", '" '])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(WORDS, GAPS).map("".join), min_size=4, max_size=12).map("".join))
def test_a_quick_look_misses_no_run(text):
    """Where it says no, the words around are no run either."""
    doc = Document(f"{text} of the council and they said that it was of no use to them", "en")
    unknown = [span for span in word_spans(doc.text) if not doc.knows(doc.text[slice(*span)])]
    assert doc.lexicon is not None
    for span in unknown:
        with patch.object(foreign_words, "_room", lambda pieces, host: 2):
            told = list(find("language.foreign-words").function(doc, span))
        assert not told or foreign_words._in_company(doc, span), doc.text[slice(*span)]
