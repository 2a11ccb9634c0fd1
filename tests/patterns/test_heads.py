"""What a line begins with where a trigger hits: told only where that is certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.patterns.gate import gate, utf8
from textrepair.patterns.heads import heads
from textrepair.patterns.needs import MARK, folded, met, needs

LEAD = r"(?m:^)(?:[\x{20}\x{2022}\x{5b}])*"
#: A trigger, and the heads of lines that it needs; None: it needs what it needs anywhere.
TABLE = (
    (r"(?m:^)abc", {"abc"}),
    (LEAD + "source", {"source"}),
    (f"(?:(?i:{LEAD}(?:Source|by(?:line)?)))", {"source", "by"}),
    (LEAD + r"(?:please\x{20})?share", {"please ", "share"}),
    (LEAD + r"(?:\x{28})?share", {"share"}),
    (LEAD + r"[\x{28}\x{5b}]source", {"source"}),
    (LEAD + "so{2}ab", {"so"}),
    (LEAD + "so(?:ur|il)ce", {"source", "soilce"}),
    (LEAD + r"(?:\bad\b|Ads)", {"ad", "ads"}),
    ("(?m:^)(?:(?:[ab])*)abc", None),
    (r"(?m:^)(?:[^\x{a}])*abc", None),
    (r"(?m:^)(?:\x{28}(?:[^\x{29}])*\x{29})?abc", None),
    ("(?m:^)(?:a*|b)abc", None),
    ("(?:x(?m:^))?abc", None),
    ("x(?m:^)abc", None),
    ("abc", None),
    ("(?m:^)a", None),
)


@pytest.mark.parametrize(("trigger", "wanted"), TABLE)
def test_heads(trigger, wanted):
    """Signs that may stand before a head don't count, whatever they are."""
    assert heads(trigger) == (needs(trigger) if wanted is None else {MARK + head for head in wanted})


def test_each_alternative_for_itself():
    """Where one of them can be anywhere, the others still begin a line."""
    assert heads(f"(?:{LEAD}source)|(?:abc)") == {MARK + "source", "abc"}
    assert heads(f"(?:{LEAD}source)|(?:.)") is None


@given(
    st.sampled_from([trigger for trigger, _ in TABLE]),
    st.lists(st.sampled_from(["abc", "source", "SOURCE", "by", "please ", "share", "ad", "s", "o", "(", "[", "•", " ", "\n", "x", "ſ", "ı", "oab"]))
    .map("".join),
)  # fmt: skip
def test_what_hits_has_its_head(trigger, text):
    """Nothing that hits is ruled out."""
    raw = utf8(text)
    if gate(trigger).search(raw):
        assert met(heads(trigger), folded(raw.decode()))
