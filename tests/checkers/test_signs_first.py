"""Checkers that look for the rare part of their pattern first find what the pattern finds."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers.joined import bracket, sentence
from textrepair.checkers.joined.place import runs
from textrepair.checkers.language import sentences
from textrepair.checkers.masked import grawlix
from textrepair.checkers.punctuation import marks, stop_comma
from textrepair.checkers.split import hyphen, number
from textrepair.checkers.whitespace import runs as blanks

PIECES = "1|12|123|00|000|30|19|20|.|,|:|-|%|a|s|p.m.|st|nd|COVID|Figure|year| |, |. |: |- | th | st | s"
FIGURES = st.lists(st.sampled_from(PIECES.split("|")), max_size=10).map("".join)


@given(st.text(alphabet='ab.,, 1)"”é²_-'))
def test_a_stop_with_a_comma_is_found_at_the_stop(text: str) -> None:
    """Whatever stands before it."""
    span = 0, len(text)
    assert [m.span() for m in stop_comma._pairs(text, span)] == [m.span() for m in stop_comma._PAIR.finditer(text)]


@given(st.text(alphabet="a \"“”„«»''``’’"))
def test_marks_are_runs_or_pairs(text: str) -> None:
    """The pattern is written for speed; this is what it says."""
    plain = regex.compile(r"\"+|“+|”+|„+|«+|»+|''|``|’’")
    assert [m.span() for m in marks._MARK.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(st.text(alphabet="abABé.!?)]’»'-\u0301 1(_"))
def test_a_sentence_ends_in_a_whole_word(text: str) -> None:
    """To begin inside a word changes nothing but the time it takes."""
    anywhere = regex.compile(sentence._STOP.pattern.replace(r"(?<!\p{L})\p{L}[", r"\p{L}["))
    assert [m.span() for m in sentence._STOP.finditer(text)] == [m.span() for m in anywhere.finditer(text)]


@given(FIGURES)
def test_no_number_without_its_sign(text: str) -> None:
    """A line without the sign has no match of the pattern."""
    for sign, pattern in (
        (number._AFTER_MARK, number._THOUSANDS),
        (number._AFTER_STOP, number._DECIMAL),
        (number._AFTER_STOP, number._FIGURE),
        (number._AFTER_COLON, number._TIME),
        (number._ENDING, number._ORDINAL),
        (number._LOOSE_TAIL, number._TAIL),
    ):
        assert sign.search(text) or not pattern.search(text)


@given(st.text(alphabet="aB@#$%! 1.(\t"))
def test_a_row_of_signs_is_found_by_four_of_them(text: str) -> None:
    """It is looked for in runs without blanks that hold four signs."""
    places = runs(text, 0, len(text), grawlix._SIGNS)
    found = [m.span() for place in places for m in grawlix._ROW.finditer(text, *place)]
    assert found == [m.span() for m in grawlix._ROW.finditer(text)]


@given(st.text(alphabet="abc()) é1²"))
def test_a_bracket_that_closes_before_a_letter(text: str) -> None:
    """A line without one has nothing for the pattern."""
    assert bracket._CLOSED.search(text) or not bracket._CLOSE.search(text)


@given(st.text(alphabet="a. \t\u00a0\u2003\n-"))
def test_runs_of_blanks(text: str) -> None:
    """The pattern is written for speed; this is what it says."""
    blank = blanks._BLANK
    plain = regex.compile(rf"(?<=[^{blank}\n])(?:[{blank}]{{2,}}|\t)(?=[^{blank}\n])")
    assert [m.span() for m in blanks._RUN.finditer(text)] == [m.span() for m in plain.finditer(text)]


WORDS = sentences.markers("en", ("de", "fr", "es"))
AROUND = [" ", " ", "“", "'", "(", "a", ".", "\n", "\u00a0", "\x1c", "é", "\ud800", "\x85"]


@given(st.lists(st.sampled_from(sorted(WORDS)) | st.sampled_from(AROUND), max_size=12).map("".join))
def test_markers_are_whole_words(text: str) -> None:
    """Found where RE2 sees one, and where the text begins with one."""
    finder, wider = sentences._finder(WORDS)
    assert wider is not None
    first = [0] if finder.match(f" {text}") else []
    assert list(sentences._places(text, WORDS)) == first + [m.start() + 1 for m in finder.finditer(text)]


@given(st.text(alphabet="ab-- \n\tA1'’_é"))
def test_a_broken_word_is_found_by_its_hyphen(text: str) -> None:
    """One after the other, as the pattern finds them."""
    found = [m.span() for m in hyphen._hyphens(text, 0, len(text))]
    assert found == [m.span() for m in hyphen._BROKEN.finditer(text)]
