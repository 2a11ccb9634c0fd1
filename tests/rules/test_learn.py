"""Whatever two texts differ in, the rule made of it does what its examples say."""

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from textrepair.errors import UsageError
from textrepair.rules.examples import tried
from textrepair.rules.learn import Pair, rules_for
from textrepair.rules.load import load_text

PARTS = st.sampled_from(
    ["the", "cat", "a", "sat", " ", " ", " ", ".", ",", "\n", "é", "(", "*", "\\", "'", "\u200b", "ab", "3", "-", "中"]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=8).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, TEXTS, TEXTS)
@example("", "", "a", "a a")
@example("a ", " a", "", "a")
@example("a a a ", "", "a", "b")
@example("", "", "\\1", "\\\\1")
def test_learnt_rules_pass_their_examples(head, tail, bad, good):
    """Found, repaired to the good text, which then stays."""
    assume(bad != good)
    try:
        rules = load_text(rules_for([Pair(head + bad + tail, head + good + tail, "en")], []), "new")
    except UsageError:
        assume(False)
    assert rules
    assert [t for t in tried(rules) if not t.ok] == []
