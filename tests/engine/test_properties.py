"""The invariants of the engine, on random rules over random texts."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.edits import compose, inverse, replay
from textrepair.engine import Engine
from textrepair.model import Edit, Record
from textrepair.rules.rule import Rule
from textrepair.settings import Settings

ATOMS = [*"ab. A\n", "é", "漢", "\r\n", "\ud800", "\u200b"]
TEXTS = st.lists(st.sampled_from(ATOMS), max_size=40).map("".join)
PATTERNS = [
    "aa",
    "a b",
    "b+",
    "[ ]{2,}",
    "a.b",
    "(?<=a)A",
    "A(?=b)",
    "^ +",
    " +$",
    "é",
    "漢",
    "\u200b",
    "b\na",
    "\\.\\.",
    "(a|b)A",
]
FIXES = ["", "a", "b", "a b", " ", ".", "A", "é"]


@st.composite
def rules(draw):
    """A few pattern rules of several families, in any order."""
    chosen = draw(
        st.lists(
            st.tuples(st.sampled_from(PATTERNS), st.sampled_from([None, *FIXES]), st.sampled_from(["safe", "unsafe"])),
            max_size=6,
        )
    )
    prefixes = ["ENC", "JOI", "PUN", "WSP", "REP", "TRU"]
    return [
        Rule(
            code=f"{prefixes[i]}{i:03}", name=f"r{i}", message="m", kind="pattern", pattern=p, fix=f, applicability=tier
        )
        for i, (p, f, tier) in enumerate(chosen)
    ]


def engine(some, **options):
    return Engine(some, Settings(**options))


@given(rules(), TEXTS, st.booleans())
@settings(max_examples=400, deadline=None)
def test_edits_replay_undo_and_settle(some, text, unsafe):
    """The edits lead from the input to the output and back, and fixing the output changes nothing."""
    one = engine(some, unsafe_fixes=unsafe)
    result = one.run(Record(text))
    assert replay(text, result.edits) == result.text
    assert replay(result.text, inverse(result.edits)) == text
    assert one.run(Record(result.text)).text == result.text


@given(rules(), TEXTS)
@settings(max_examples=200, deadline=None)
def test_every_change_is_a_defect(some, text):
    """Each edit lies inside defects that were applied: nothing changes silently."""
    result = engine(some, unsafe_fixes=True).run(Record(text))
    applied = [d for d in result.defects if d.applied]
    for e in result.edits:
        here = [d for d in applied if d.start <= e.end and e.start <= d.end]
        assert here
        assert set(range(e.start, e.end)) <= {i for d in here for i in range(d.start, d.end)}
    assert all(
        (0 <= d.start <= d.end <= len(text) and text[d.start : d.end] == d.match) or d.code.startswith("FIX")
        for d in result.defects
    )


@given(rules(), TEXTS, st.randoms())
@settings(max_examples=200, deadline=None)
def test_order_of_rules_does_not_matter(some, text, random):
    """The same rules in another order give the same result."""
    shuffled = list(some)
    random.shuffle(shuffled)
    assert engine(some).run(Record(text)) == engine(shuffled).run(Record(text))


@given(rules(), st.lists(TEXTS, max_size=5))
@settings(max_examples=200, deadline=None)
def test_neighbours_and_the_scan_do_not_matter(some, texts):
    """A batch gives what each record gives alone, and what the plain engine gives without any gate."""
    records = [Record(t, index=i) for i, t in enumerate(texts)]
    fast = engine(some).run_batch(records)
    assert fast == [engine(some).run(r) for r in records]
    assert fast == [engine(some, plain=True).run(r) for r in records]


@given(st.data())
@settings(max_examples=500, deadline=None)
def test_composed_edits_do_what_the_passes_did(data):
    """Composition of two random lists of edits leads to the same text as the two in turn."""
    original = data.draw(st.text("abc\n", max_size=20))
    first = data.draw(edits_of(original))
    middle = replay(original, first)
    second = data.draw(edits_of(middle))
    composed = compose(original, first, middle, second)
    assert replay(original, composed) == replay(middle, second)
    assert all(a.end <= b.start for a, b in pairwise(composed))


@st.composite
def edits_of(draw, text):
    """Sorted edits of a text that do not touch."""
    found, at = [], 0
    for _ in range(draw(st.integers(0, 3))):
        if at > len(text):
            break
        start = draw(st.integers(at, len(text)))
        end = draw(st.integers(start, len(text)))
        after = draw(st.text("xyz", max_size=3))
        if text[start:end] != after:
            found.append(Edit(start, end, text[start:end], after, "JOI001"))
            at = end + 1
    return found


def test_a_cycle_leaves_the_record_untouched():
    """Two rules that undo each other end in a FIX defect, not in a loop."""

    def make(code: str, pattern: str, fix: str) -> Rule:
        fields = {"name": code.lower(), "message": "m", "kind": "pattern", "applicability": "safe"}
        return Rule(code=code, pattern=pattern, fix=fix, **fields)

    result = engine([make("JOI001", "ab", "ba"), make("JOI002", "ba", "ab")]).run(Record("xx ab yy"))
    assert result.text == "xx ab yy" and not result.edits
    assert "FIX001" in [d.code for d in result.defects]
    assert not any(d.applied for d in result.defects)


def test_windows_line_ends_are_seen_as_plain_ones():
    """Rules about line ends work on CRLF text, and the spans speak of the CRLF text."""
    rule = Rule(code="WSP001", name="w", message="m", kind="pattern", pattern="[ ]+$", fix="", applicability="safe")
    result = engine([rule]).run(Record("one \r\ntwo\r\nthree  \r\n"))
    assert result.text == "one\r\ntwo\r\nthree\r\n"
    assert [d.span for d in result.defects] == [(3, 4), (16, 18)]
    assert replay(result.record.text, result.edits) == result.text
