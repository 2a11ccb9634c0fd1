"""Stars that hide words are told from stars that mean something, each kind by its own rule."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.checkers.masked.runs import masks
from textrepair.document import Document


def kinds(text: str, language: str | None = "en") -> list[tuple[str, str]]:
    """Kind and text of each mask in the lines of a text."""
    doc = Document(text, language)
    return [(m.kind, text[m.start : m.end]) for line in doc.lines() for m in masks(doc, line)]


STAYS = [
    "Note that **only three of them** came, and ***no other*** did.",
    "* **keyboard only** use, and `**kwargs` or char **argv",
    "The rust book (see **Chapter\n8** for more) says that it is so.",
    "***",
    "* * *",
    "He went home early. *** The next day he came back.",
    "Hotel Adler *** is near the station and quite cheap.",
    "I give it *** out of ***** and would not see it again.",
    "***SPOILER ALERT*** he dies and *** END OF SPOILER *** that was it",
    "Smith*, Jones** and Miller*** wrote it at the university.",
    "The Romania*** team won the match.\n\n*** Draw decided by lot.",
    "with *p < .05, **p < .01 and ***p < .001 in the table",
    "all of doc/**/*.txt and a/**/z match it",
    "we had a lovely day at the lake ***#lake #summer",
    "x**y and 2**8 are powers, and a**b is another of them",
    "enter your password: ****** and press the key",
    "die Maintainer\\*innen und Leser\\*innen",
]

BECOMES = [
    ("They fought ***** from the ships until the evening.", "word", "*****"),
    ("It is the *** touch of it that made him ill.", "word", "***"),
    ("I “**** you, he said and went away", "word", "****"),
    ("the home of a d***** that lives there", "tail", "d*****"),
    ("He gave it to his*** and went away.", "glued", "his***"),
    ("Turn the stove up from **mer and wait.", "head", "**mer"),
    ("His ****ew on television is worth a look.", "head", "****ew"),
    ("It is a cl***ic of its time.", "inside", "cl***ic"),
    ("a new batch***30 of them came", "inside", "batch***30"),
    ("as the US*** and party win the house", "glued", "US***"),
]


@pytest.mark.parametrize("text", STAYS)
def test_stars_that_mean_something_are_no_masks(text):
    """Markdown, scores, notes, globs, powers, separators and passwords are left alone."""
    assert kinds(text) == []


@pytest.mark.parametrize(("text", "kind", "mask"), BECOMES)
def test_masks_are_classified(text, kind, mask):
    """Each mask is found with the word around it, and its kind."""
    assert kinds(text) == [(kind, mask)]


def test_a_mask_that_looks_like_emphasis_is_found():
    """`***fr à ce que ... nous***` opens and closes like Markdown, but its first word is the end of a word."""
    text = "Nous ***illerons à ce que toutes les décisions de cette année soient prises avant la fin de l'été et***."
    assert ("head", "***illerons") in kinds(text, "fr")


def test_stars_between_ideographs_are_masks():
    """Scripts without blanks: the stars alone are the mask; Markdown stays."""
    assert kinds("他是***的朋友。", "zh") == [("word", "***")]
    assert kinds("这是**重要**的事。", "zh") == []


def test_an_unknown_language_still_shows_masks():
    """Without a lexicon long masks are found, and short ones that could be emphasis are not."""
    assert kinds("They fought ***** from the ships; his ****ew was **so long", None) == [
        ("word", "*****"),
        ("head", "****ew"),
    ]


@given(st.text(alphabet="a b*\n#.`'é漢\ud800", max_size=80))
@settings(deadline=None)
def test_any_text_is_taken(text):
    """Nothing raises, and masks lie inside their line and do not overlap."""
    doc = Document(text, "en")
    for line in doc.lines():
        spans = [(m.start, m.end) for m in masks(doc, line)]
        assert all(line[0] <= a < b <= line[1] for a, b in spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
