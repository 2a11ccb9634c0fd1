"""What is said of a trigger as a whole: that it stays in a line, that its hits hold a sign, where a line end is in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import Repairer, Settings
from textrepair.patterns.gate import gate
from textrepair.patterns.within import from_line_end, is_signed, signed, stays_in_line

re2 = pytest.importorskip("re2")

CASES = [
    # trigger, stays in a line, signed, from the line end on
    (r"\x{200c}", True, True, None),
    (r"[ \x{a0}],", True, False, None),
    (r"[a-z]é", True, True, None),
    (r"[a-z]é?", True, False, None),
    (r"[a-z]é+x", True, True, None),
    (r"[a-z]é{2,}", True, True, None),
    (r"[a-z]é{0,3}", True, False, None),
    (r"\*\*|__", True, True, None),
    (r"\*\*|ab", True, False, None),
    (r"a(?:b|é)", True, False, None),
    (r"(?:\x{e9}|&)[a-z]", True, True, None),
    (r"[?+]&", True, True, None),
    (r"(?i)\x{212a}", True, False, None),
    (r"(?i:\x{17f})a", True, False, None),
    (r"[^\n]x", True, False, None),
    (r"[^ ]x", False, False, None),
    (r"[^\x00-\x7f]x", True, True, None),
    (r"\s&", False, True, None),
    (r"[\t-\r]&", False, True, None),
    (r"\t", True, True, None),
    (r"\p{Han}b", True, True, None),
    (r"\pLb", False, False, None),
    (r"^a", False, False, None),
    (r"(?m:^)a(?m:$)", True, False, None),
    (r"(?s:.)a", False, False, None),
    (r"[a-z]\n+x", False, False, None),
    (r"[a-z]\n[ ]?x", False, False, r"\n[ ]?x"),
    (r"(?:[a-z]\x{a}x)", False, False, r"\x{a}x"),
    (r"a\nx|b", False, False, None),
    (r"(?:a|b)*\nx", False, False, r"\nx"),
    ("", True, False, None),
    ("[[:alpha:]]", False, False, None),
]


@pytest.mark.parametrize("trigger, within, sign, rest", CASES)
def test_what_is_said_of_a_trigger(trigger, within, sign, rest):
    assert (stays_in_line(trigger), is_signed(trigger), from_line_end(trigger)) == (within, sign, rest)


def _triggers() -> list[str]:
    engine = Repairer(Settings())._ready()
    return sorted({r.trigger for r in engine._rules if r.trigger and r.trigger[0] != "@" and r.longest is None})


TRIGGERS = _triggers()
PIECES = "a b the The . , ! ? * _ & \\ é Ã Â â € “ ” – ( [ { < # @ 1 2 и 漢 ;"
PARTS = [*PIECES.split(" "), " ", "\n", "\r", "\t", "\x80", "\xa0", "\u2028", "\u200d"]
TEXTS = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(TRIGGERS))
def test_it_is_true_of_the_triggers_of_the_catalogue(text, trigger):
    compiled = gate(trigger)
    hit = compiled.search(text.encode())
    if not hit:
        return
    if stays_in_line(trigger):
        assert any(compiled.search(line.encode()) for line in text.split("\n"))
    if is_signed(trigger):
        assert any(signed(ord(c)) for c in hit.group().decode())
    rest = from_line_end(trigger)
    assert rest is None or gate(rest).search(text.encode(), hit.start())
