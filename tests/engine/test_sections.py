"""A book is judged page by page: what one page says of itself is not said of all others."""

from textrepair import Record, Repairer, Settings
from textrepair.sections import LONG_LINE, cuts

PROSE = "It was late when they came to the the house on the hill, and nobody was there to open the door.\n\n"
CODE = "Call `run()` with `--fast`, see [the page](http://a.org) and `run_all()`.\n\n"


def test_sections_are_short_whatever_the_text():
    """A paragraph or so of a long line; some pages of a long text."""
    line, text = PROSE.replace("\n", " ") * 3000, PROSE * 3000
    assert max(b - a for a, b in cuts(line)) <= LONG_LINE and len(list(cuts(line))) > 100
    assert all(30_000 < b - a <= 65_536 for a, b in list(cuts(text))[:-1])


def test_cuts_keep_to_plain_blanks():
    """Two blanks after a sentence may be a defect, and what stands at a cut is left alone."""
    text = " ".join(
        f"The {n}th house was of stone.  And so was {n * 7919 % 1013} of them. It was old." for n in range(900)
    )
    assert all(text[a - 1] == " " != text[a - 2] for a, _ in list(cuts(text))[1:])


def test_one_page_of_code_hides_nothing_on_the_others():
    """A join is repaired in prose, left alone in documentation; that was asked of the record as a whole."""
    joined = PROSE.replace("hill, and", "hill.and")
    found = Repairer(Settings(language="en")).run(Record(CODE * 30 + joined * 1500)).defects
    assert sum(d.code == "JOI101" for d in found) > 1000
