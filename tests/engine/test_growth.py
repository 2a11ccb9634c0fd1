"""No text makes more work than its length allows: counted in calls, of Python and of C, not in seconds."""

import sys
from itertools import pairwise

import pytest

from textrepair import Record, Repairer, Settings
from textrepair.defects import fingerprint
from textrepair.sections import LONG_LINE, cuts

UNITS = {
    "one letter": "a",
    "a capital that grows when folded": "İ",
    "opening brackets": "(",
    "brackets": "()[]{}",
    "blanks": " ",
    "line ends": "\n",
    "carriage returns": "a\r",
    "line separators": "a\u2028",
    "combining marks": "a\u0301\u0302",
    "marks without a letter": "\u0301",
    "nested mojibake": "ÃƒÂ¢Ã¢â€šÂ¬",
    "lone surrogates": "\ud800",
    "undecodable bytes": "\udc80",
    "halves the wrong way round": "\udc80\ud800",
    "nested joins": "thisisthe",
    "joins": "ofthe ",
    "missing blanks": "end.The ",
    "quotes": '"',
    "curly quotes": "“",
    "quoted words": '"a" ',
    "letters with stops": "a.b.c",
    "digits": "1",
    "numbers": "14tanks 1,000.",
    "entities": "&amp;amp;",
    "entities of numbers": "&#233;",
    "torn entities": "& amp ; ",
    "a word": "houses ",
    "a word twice": "the the ",
    "scripts in turn": "aа",
    "words of scripts in turn": "house дом 漢 ",
    "ideographs": "漢",
    "masks": "f*** **** ",
    "torn words": "re ports ",
    "letters apart": "a b ",
    "hyphens": "a - b ex-\nample ",
    "zero width": "a\u200b",
    "C1 controls": "a\x85",
    "replacement characters": "caf\ufffd ",
    "markup": "<a",
    "code": "`",
    "paths": "a/b\\c_d@",
    "emoji": "👨\u200d",
    "sentences": "He was here. ",
    "lines cut off": "and of the\n",
    "paragraphs": "He is.\n\n",
}


@pytest.fixture(scope="module")
def repairer():
    """Everything on."""
    return Repairer(Settings(unsafe_fixes=True))


def steps(repairer, text):
    """How many functions are called for a text."""
    count = 0

    def step(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        repairer.run(Record(text, language="en"))
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_four_times_the_text_is_four_times_the_work(repairer, unit):
    """Sixteen times would be the square. (Loops are looked for in another way where there are many words.)"""
    short, long = (unit * (n // len(unit)) for n in (3000, 12_000))
    repairer.run(Record(short, language="en"))  # tables are loaded, verdicts remembered
    assert steps(repairer, long) < 8 * steps(repairer, short) + len(long)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_long_texts_are_cut(unit):
    """What a rule or a checker gets to see at once has a bound, whatever the text is made of."""
    text = unit * (100_000 // len(unit))
    spans = list(cuts(text))
    assert spans[0][0] == 0 and spans[-1][1] == len(text)
    assert all(a[1] <= b[0] and not text[a[1] : b[0]].strip() for a, b in pairwise(spans))
    assert all(max(map(len, text[a:b].split("\n"))) <= LONG_LINE for a, b in spans)


def test_an_edit_moves_the_cuts_near_it_only():
    """So that a long text, repaired, is judged as before."""
    text = " ".join(f"The {n}th house of the village was built of {n * 7919 % 1013} grey stones." for n in range(4000))
    edited = text[:50_000] + " or so" + text[50_003:]
    before, after = ({text[b : b + 40] for a, b in cuts(text)} for text in (text, edited))
    assert len(before & after) >= len(before) - 2


def test_a_long_text_is_worked_on_as_a_whole():
    """Spans, edits and fingerprints speak of the whole text; nothing changes when it is repaired again."""
    text = " ".join(f"It was the the {n}th house of the mayor, said neighbour {n} who lives there." for n in range(900))
    repairer = Repairer(Settings(language="en", unsafe_fixes=True))
    result = repairer.run(text)
    assert len(result.edits) == 900 and "the the" not in result.text
    assert all(text[d.start : d.end] == d.match for d in result.defects)
    assert all(d.fingerprint == fingerprint(d.code, text, d.start, d.end) for d in result.defects)
    assert repairer.run(result.text).text == result.text


def test_long_texts_by_the_plain_engine():
    """The same cuts, the same result."""
    text = " ".join(f"The {n}th ofthe houses, it was the the best.And re ports of {n}tanks" for n in range(300))
    fast, plain = (Repairer(Settings(language="en", unsafe_fixes=True, plain=p)).run(text) for p in (False, True))
    assert len(text) > LONG_LINE and fast.edits
    assert (fast.text, fast.edits, fast.defects) == (plain.text, plain.edits, plain.defects)
