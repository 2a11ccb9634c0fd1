"""What no fix may touch: a table of texts with the part that is shielded, and of look-alikes that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.document import Document
from textrepair.protect import Protector, lines_of
from textrepair.rules import load_catalogue

PROTECTOR = Protector([r for r in load_catalogue() if r.kind == "protect"])

SHIELDED = [
    ("see http://example.org/a..B, please", "a..B", "PUN"),
    ("write to first.Last@example.org today", "t.L", "JOI"),
    ("thanks @jane_doe99", "jane_doe99", "JOI"),
    ("now #ThrowbackThursday is on", "ThrowbackThursday", "JOI"),
    ("Booking.com and example.co.uk", "Booking.com", "JOI"),
    ("open setup.py and Node.js", "setup.py", "JOI"),
    ("in /usr/local/binary,,x", "local/binary", "SPL"),
    ("in C:\\Users\\Me.Too", "Users\\Me.Too", "JOI"),
    ("from v1.2.3-rc.1 on", "1.2.3", "PUN"),
    ("set use_default_colours here", "default_colours", "SPL"),
    ("ISBN 978-3-16-148410-0", "978-3-16", "SPL"),
    ("phone +49 30 30 30 30", "30 30", "REP"),
    ("the name (/ˈɡlɒs. tər/) is", "s. t", "PUN"),
    ("run `git  add a..B` now", "a..B", "PUN"),
    ("write `&amp;` for it", "&amp;", "ENC"),
    ("Run:\n\n```py\nx  =  a..B\n```\n", "a..B", "PUN"),
    ("Run:\n\n```\nunclosed a..B\n", "a..B", "PUN"),
    ("[source,sh]\n----\n$ git  add\n----\n", "  ", "WSP"),
    ("Text:\n\n    x = a..b\n", "a..b", "PUN"),
    (">>> f(a ,b)\n", "a ,b", "PUN"),
    ("---\ntitle: a..B\n---\n\nText.", "a..B", "PUN"),
    ("Run::\n\n   x  y\n\nText.", "  y", "WSP"),
    ("an <a title='a,,b'>x</a>", "a,,b", "PUN"),
    ("a <!-- x..y --> b", "x..y", "PUN"),
    ("<pre>\nx  ..y\n</pre>", "  ..", "WSP"),
    ("[guide](docs/a..B.md)", "a..B", "PUN"),
    ('[x]: docs/a..b "t"', "a..b", "PUN"),
    ("| a  | b,, |", "b,,", "PUN"),
    ("a | b\n--|--\nx | y,,", "y,,", "PUN"),
    ("where $x_i ,, y$ holds", ",,", "PUN"),
    ("\\begin{align}\na ,, b\n\\end{align}", ",,", "PUN"),
    ("{% include a..b %}", "a..b", "PUN"),
    ("Title\n......\n", "......", "PUN"),
]

FREE = [
    ("see http://example.org/a..", "..", "PUN"),
    ("see http://example.org/a。然后", "然后", "JOI"),
    ("He said.Then he left", "said.Then", "JOI"),
    ("from $5 to $10 ,, or so", ",,", "PUN"),
    ("a < b and c > d..", "d..", "PUN"),
    ("don`t and won`t be there,,", ",,", "PUN"),
    ("the <unk> word", "<unk>", "MSK"),
    ("    It was late ,, and dark.", ",,", "PUN"),
    ("``Die Leute ,, hier'', meint ``er''", ",,", "PUN"),
    ("[fÃ¼r alle](http://example.org)", "fÃ¼r", "ENC"),
    ("he went either/or ,, both", ",,", "PUN"),
]


def _covers(text: str, part: str, prefix: str) -> bool:
    start = text.index(part)
    return PROTECTOR.shield(Document(text, "en")).covers((start, start + len(part)), prefix)


@pytest.mark.parametrize(("text", "part", "prefix"), SHIELDED)
def test_shields(text, part, prefix):
    """The part is kept from the repairs of the family."""
    assert _covers(text, part, prefix)


@pytest.mark.parametrize(("text", "part", "prefix"), FREE)
def test_leaves_free(text, part, prefix):
    """The part only looks like something that must be kept."""
    assert not _covers(text, part, prefix)


def test_insertion_beside_a_shield_is_free():
    """A blank may be put before or after an address, but not into it."""
    text = "see:http://example.org/x"
    shield = PROTECTOR.shield(Document(text, "en"))
    assert not shield.covers((4, 4), "JOI")
    assert shield.covers((10, 10), "JOI")


def test_a_whole_line_with_an_address_may_go():
    """Repeated or boilerplate lines are mostly words; a repeated address alone is not a repetition."""
    text = "Read the whole story of the harbour on http://a.org/x today\n@user @user"
    shield = PROTECTOR.shield(Document(text, "en"))
    assert not shield.covers((0, text.index("\n")), "BLP")
    assert shield.covers((text.index("@"), len(text)), "REP")


@given(st.text(alphabet="a.-/@#`$<>|[](){}\\~:_1 \n\ud800é", max_size=200), st.integers(0, 200))
def test_any_text_has_a_shield(text, at):
    """Shields never fail, and the gate in front of the patterns loses none of them."""
    doc = Document(text, "en")
    shield = PROTECTOR.shield(doc)
    at = min(at, len(text))
    for patterns in (PROTECTOR._line, PROTECTOR._record):
        start, end = doc.line_at(at) if patterns is PROTECTOR._line else (0, len(text))
        run = patterns._candidates([text[start:end]]).get(0, ())
        asleep = [e for n, e in enumerate(patterns._entries) if n not in run]
        assert not any(e.pattern.search(text, start, end) for e in asleep)
    shield.covers((at, at), "PUN")


@given(st.text("ab\n", max_size=12), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_the_lines_of_changes(text, pairs):
    """Each line that a change touches, once and in order; an insertion touches the line that it is in."""
    spans = [tuple(sorted(min(at, len(text)) for at in pair)) for pair in pairs]
    doc = Document(text)
    numbers = {n for a, b in spans for n in range(doc.line_number(a), doc.line_number(max(a, b - 1)) + 1)}
    assert lines_of(text, spans) == [doc.line(n) for n in sorted(numbers)]
    assert lines_of(text, [(0, len(text) + 1)]) == list(doc.lines())
