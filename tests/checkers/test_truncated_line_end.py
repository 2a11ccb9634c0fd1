"""Lines that break off are found; lines that need no stop are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers import find
from textrepair.checkers.truncated.clause import INNER, may_weigh, open_quote, weight
from textrepair.checkers.truncated.layout import words_of
from textrepair.document import Document

CHECK = find("truncated.line-end").function
STORY = "The storm passed in the night.\nThe boats were all there. {}\nThe mayor was glad to hear of it.\nThe men left."


def found(text, language="en"):
    """The words at which lines break off, with the proposed repair."""
    return [(text[m.start : m.end], m.replacement) for m in CHECK(Document(text, language), (0, len(text)))]


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("The council met to discuss the future of the\nNo decision was taken.", "en", "the"),
        ("She had never been asked for her opinion by\n\nHe sat down and waited.", "en", "by"),
        ("In the end, only five of the twelve houses will", "en", "will"),
        ("He said that the rest of the money is\nThey did not believe him.", "en", "is"),
        ("Der Rat beschloss am Montag den Umbau der\nDie Arbeiten beginnen im Mai.", "de", "der"),
        ("Le conseil a décidé lundi de la\nLes travaux commencent en mai.", "fr", "la"),
        ("El consejo decidió el lunes que los\nLas obras empiezan en mayo.", "es", "los"),
        ("Совет решил в понедельник, что\nРаботы начнутся в мае.", "ru", "что"),
    ],
)
def test_becomes_cut(text, language, word):
    """A line that ends in a word no sentence ends in is reported at that word, without a repair."""
    assert found(text, language) == [(word, None)]


@pytest.mark.parametrize(
    ("tail", "fixed"),
    [
        ("In the morning he walked down to the harbour and counted them", "them."),
        ("“I have never seen the sea as quiet as it was that day", "day.”"),
    ],
)
def test_becomes_closed(tail, fixed):
    """A sentence without a stop gets one where its neighbours have one, with the quotation mark that is open."""
    assert [f for _, f in found(STORY.format(tail))] == [fixed]


@pytest.mark.parametrize(
    "text",
    [
        "Find someone to talk to\nLoneliness makes everything worse.",
        "What it is\nA bridge is a road over water.",
        "Once the game is over\nThe lights go out in the hall.",
        "LOOK WHAT YOU MADE OF\nThe song was a hit.",
        "- the first of the\n- the second of the",
        "> quoted from the\n> other letter",
        "The code below reads a file and\nprints its lines, one by one, to the\nscreen of the user.",
        "    return the\n\nThat was the code.",
        "Storm passes in the night\nThe boats were all there.\nThe mayor was glad.",
        "The Harbour\nBy Jane Miller\nPhoto: a boat that was left on the beach",
        "I wandered down the lane at night\nAnd saw the moon above the hill\nIt lit the road\nAnd all was still",
        "“We were all there, and it was a good day.” — Jane Miller",
        "Hello, I have seen your offer and would like to know the price",
        "Read more at https://example.org/of/the",
        "Dear Jane,",
        "He asked for the price,and then he said that he would never pay so much for such an old boat",
        "She had wanted to be heard by all the members of the council before a vote",
        "Miller, Anne. 2003. A short history of bridges. In Proceedings of",
        "The height of the arch (hi; hj) over the river was given by",
        "Listing 4 shows the length of the list as `length` that we need the",
        "W h e n t h e b o a t c a m e i n t h e y s a w t h e m a y o r a n d h i s w i f e o f",
    ],
)
def test_stays(text):
    """Headlines, lists, captions, by-lines, verse, greetings, code and lines broken by hand have no stop."""
    assert found(text) == []


@given(st.text(alphabet="the of a.\n\"“”'- THEX\ud800漢", max_size=200), st.sampled_from(["en", "de", "zh", None]))
def test_never_raises_and_stays_inside(text, language):
    """Whatever the text, spans lie in it and hold letters only."""
    for word, _ in found(text, language):
        assert word.replace("'", "").isalpha()


WORDS = st.sampled_from(
    ["Is", "there", "he", "the", "The", "a", "said", "was", "it", "has", "boats", "Harbour", ",", "which", "?", "x."]
)


@given(st.lists(WORDS, min_size=3, max_size=24).map(" ".join), st.sampled_from([1.0, 1.5, 2.5, 4.0]))
def test_what_may_not_weigh_so_much_does_not(text, least):
    """A look at the words is enough; of a line with more than one sentence, or in quotation marks, it says nothing."""
    words = words_of(text)
    if words and not may_weigh(text, least) and not INNER.search(text) and not open_quote(text):
        assert weight(text, words, words[-1]) < least
