"""Lines of the page around a text."""

import pytest

from textrepair.engine import Engine
from textrepair.model import Record
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RULES = [r for r in load_catalogue() if r.code.startswith("BLP") or r.kind == "protect"]
SAFE, UNSAFE = Engine(RULES, Settings()), Engine(RULES, Settings(unsafe_fixes=True))
PROSE = "The minister resigned on Monday after a long debate in the chamber, his office said in a short statement."


@pytest.mark.parametrize(
    "text",
    [
        "Share via Email",
        f"{PROSE}\nHe wanted to subscribe to the view that all is well.",
        f"{PROSE}\nThe source: a spring in the hills.",
        f"{PROSE}\n# Related articles\nNone.",
        f"{PROSE}\nimage::images/local.png[Local version control]",
        f"{PROSE}\n    Share to facebook",
        "Topics\nVideo\nPrint\nEmail",
        f"{PROSE}\nVideo\nHow to play",
        f"{PROSE}\nRead more books, share your bread and follow us to the river.",
    ],
)
def test_stays(text):
    """Records of nothing else, prose, headings, markup, code, lists of labels."""
    assert UNSAFE.run(Record(text, language="en")).text == text


@pytest.mark.parametrize(
    "line",
    [
        "Share via Email",
        "Most Read",
        "ADVERTISEMENT",
        "Updated: 18 Nov 2019, 19:11",
        "Subscribe to our newsletter",
        "View Comments",
        "Extended reading:",
        "Source: Harbour Daily",
        "Filed Under: county , health",
    ],
)
def test_at_the_edge_removal_is_safe(line):
    """Before the first and after the last sentence; the line's end stays."""
    assert SAFE.run(Record(f"{line}\n{PROSE}", language="en")).text == f"\n{PROSE}"
    assert SAFE.run(Record(f"{PROSE}\n{line}", language="en")).text == f"{PROSE}\n"


@pytest.mark.parametrize(
    "line", ["Advertisement", "Related: The 15 strangest storms", "Image 3 of 5", "(Image credit: Orange Ltd.)"]
)
def test_between_sentences_it_is_likely(line):
    """In the middle only on demand."""
    text = f"{PROSE}\n{line}\n{PROSE}"
    assert SAFE.run(Record(text, language="en")).text == text
    assert UNSAFE.run(Record(text, language="en")).text == f"{PROSE}\n\n{PROSE}"


def test_neighbours_go_in_one_pass():
    """Twenty lines of a footer are no reason to leave the record as it was."""
    footer = "\n".join(["Share to facebook", "Advertisement", "View Comments", "Most Read"] * 5)
    result = UNSAFE.run(Record(f"{PROSE}\n{footer}", language="en"))
    assert result.text.strip() == PROSE
    assert not any(d.code.startswith("FIX") for d in result.defects)


@pytest.mark.parametrize("text", ["", "\n\n\n", "Share" * 2000, "\ud800\nShare\n\ud800", "©" * 500])
def test_odd_input(text):
    """Nothing raises."""
    UNSAFE.run(Record(text, language="en"))
