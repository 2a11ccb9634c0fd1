"""What may be missing at a trigger's end says nothing about whether it hits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.patterns.tails import without_tail


@pytest.mark.parametrize(
    ("trigger", "shorter"),
    [
        ("read also:[^\\n]*", "read also:"),
        ("a(?:b|cd?)?", "a"),
        ("a(?:b+|c{2,9}|d{1,3})", "a(?:b|c{2}|d)"),
        ("(?:a(?:b)*)+(?:c?)*", "(?:a)"),
        ("(?i:ab(?:c|d*))|e[^\\]x]{0,4}", "(?i:ab)|e"),
        ("(?m:^)a[]b]*(?:c(?:d?e*))*", "(?m:^)a"),
    ],
)
def test_becomes(trigger, shorter):
    """Optional ends are gone, and what may come several times comes once."""
    assert without_tail(trigger) == shorter


@pytest.mark.parametrize(
    "trigger", ["a*b", "a\\b", "a(?m:$)", "a{3}", "[]a*]", "[[:alpha:]]*", "(?i)a*", "(a", "a)", ""]
)
def test_stays(trigger):
    """An end that is needed stays, and so does what is not understood."""
    assert without_tail(trigger) == trigger


_ATOMS = st.sampled_from(["a", "b", "[ab]", "[^a\\n]", "\\b", "\\x{e9}", "(?m:$)"])
_TIMES = st.sampled_from(["", "", "", "*", "+", "?", "{2}", "{1,3}", "{0,2}", "*?"])


def _repeated(patterns):
    return st.builds(lambda p, t: p if p in ("\\b", "(?m:$)") else f"{p}{t}", patterns, _TIMES)


_PATTERNS = st.recursive(
    _repeated(_ATOMS),
    lambda inner: _repeated(
        st.builds(
            lambda parts: f"(?:{'|'.join(''.join(p) for p in parts)})",
            st.lists(st.lists(inner, min_size=1, max_size=3), min_size=1, max_size=3),
        )
    ),
    max_leaves=12,
)


@given(_PATTERNS, st.text("ab\u00e9 \n", max_size=12))
def test_hits_in_the_same_places(pattern, text):
    """The first match begins where it began."""
    re2 = pytest.importorskip("re2")
    long, short = (re2.compile(p.encode()).search(text.encode()) for p in (pattern, without_tail(pattern)))
    assert (long and long.start()) == (short and short.start())
