"""A rule for words of one language is silent in a passage of another."""

import pytest

from textrepair import Record, Repairer
from textrepair.language.passage import foreign, passage

ENGLISH = (
    "The keeper of the lighthouse wrote down what he saw every night, and his notes are the best that we have of the "
    "storms of those years. They were found in the cellar when the house was sold."
)

#: A paragraph in another language, and the word that a rule for English would mend in it.
ABROAD = [
    ("Når alt er lastet ned, verifiseres signaturen, og det er ingen automatisk måte å gjøre det på.", "det er"),
    ("Il programma si può usare anche per considerare le copie che sono state fatte prima della prova.", "usare"),
    ("Hai bức tường chạy song song với nhau suốt chiều dài của khu vườn nhỏ phía sau.", "song song"),
]


@pytest.mark.parametrize(("paragraph", "word"), ABROAD)
def test_a_foreign_paragraph_of_an_english_text_stays(paragraph: str, word: str) -> None:
    """Words of another language are neither torn nor joined nor doubled English ones."""
    text = f"{ENGLISH}\n\n{paragraph}\n\n{ENGLISH}"
    assert word in paragraph
    result = Repairer().run(Record(text, language="en"))
    assert result.text == text
    assert [d for d in result.defects if d.code[:3] in ("JOI", "SPL", "REP")] == []


BECOMES = [
    ("He kept the best ofthe letters that they wrote.", "He kept the best of the letters that they wrote."),
    ("It was in the the cellar where he had left it.", "It was in the cellar where he had left it."),
]


@pytest.mark.parametrize(("bad", "good"), BECOMES)
def test_beside_a_foreign_paragraph_english_is_mended_as_ever(bad: str, good: str) -> None:
    """A passage is judged by itself, not by the one before it."""
    foreign_one = ABROAD[0][0]
    assert Repairer().run(Record(f"{foreign_one}\n\n{bad}", language="en")).text == f"{foreign_one}\n\n{good}"


STAYS_AT_HOME = [
    ("", "en"),
    ("Ofthe", "en"),
    ("la vie en rose", "en"),  # too little to tell
    ("w e h a v e s e e n i t a n d k n o w i t", "en"),  # letter-spaced
    ("Haas, Hendrix, Michalski, Carbonell, Acquir ing", "en"),  # names
    ("cokoliv", "xx"),  # a language of which nothing is known
]


@pytest.mark.parametrize(("text", "own"), STAYS_AT_HOME)
def test_no_evidence_is_none(text: str, own: str) -> None:
    """Without several words of another language a passage is taken to be of the text's own."""
    assert not foreign(text, own)


def test_a_long_line_is_judged_part_by_part() -> None:
    """A passage of a line of any length is a part of bounded size that holds the place."""
    text = "x" * 10 + "\n" + "word " * 2000
    for at in (11, 500, 411, 7000, len(text) - 1):
        start, end = passage(text, at)
        assert 11 <= start <= at <= end <= len(text)
        assert end - start <= 600
