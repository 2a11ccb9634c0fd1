"""What several rules say of one place: which of them is heard."""

import pytest

from textrepair import check, fix

STORY = "The minister resigned on Monday after a long debate in the chamber, his office said in a statement."


def codes(text, language="en"):
    """The codes reported, in order."""
    return [d.code for d in check(text, language=language)]


def test_nothing_but_encoding_is_repaired_in_a_line_that_is_to_go():
    """The blanks before marks in a line of boilerplate are nobody's concern, applied or not."""
    text = f"{STORY}\nFollow us on Twitter or LinkedIn . Check out our website .\n{STORY} The end."
    found = codes(text)
    assert any(code.startswith("BLP") for code in found) and not any(code.startswith("PUN") for code in found)
    assert " ." in fix(text, language="en").text


def test_a_parted_join_is_no_cut_sentence():
    """`dormitoryFor` is one defect; the sentence that seems to end there afterwards is not another."""
    found = codes("He lives in a small dormitoryFor twelve there will be people here and then they go to work.")
    assert any(code.startswith("JOI") for code in found) and not any(code.startswith("TRU") for code in found)


def test_a_mask_does_not_hide_the_sentence_around_it():
    """A sentence in another language is reported although something smaller in it is, too."""
    found = codes("The talks are over. Die Sitzung war nach der <unk> für alle und nicht nur für uns zu Ende. Good.")
    assert "LNG201" in found and any(code.startswith("MSK") for code in found)


@pytest.mark.parametrize("tail", ["", " He said so."])
def test_the_author_is_judged_by_what_he_wrote(tail):
    """That blanks were missing after commas still counts once they are repaired, in the same run."""
    text = f"We are not ready to pay such money,we will wait for help,and then we plan something else{tail}"
    assert "TRU101" not in codes(text)


def test_a_lone_line_is_shown_not_repaired():
    """Whether a single line needs its stop nobody can tell."""
    text = "She had wanted to be heard by all the members of the council before the vote on the new school"
    assert codes(text) == ["TRU101"] and fix(text, language="en", unsafe_fixes=True).text == text
