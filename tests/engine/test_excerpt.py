"""Lines of a kind by themselves: the kernel picks the same as Python, and gates find in them what they find anywhere."""

import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import Settings
from textrepair.document import Document
from textrepair.engine import Engine
from textrepair.kernel._kernel import Scan
from textrepair.rules import load_catalogue
from textrepair.scan.batch import Batch
from textrepair.scan.excerpt import SIGNS, Excerpt, Kind
from textrepair.scan.gate import Gate
from textrepair.scan.native import NativeFeatures

TEXTS = st.lists(
    st.lists(
        st.sampled_from(["a", "bc ", "é", "漢", "😀", "\n", "\n\n", "&", "**", " ", "\t", "“x”", "."]), max_size=12
    ).map("".join),
    max_size=6,
)


def _native(batch, longest, signs=b""):
    return Excerpt(*Scan(batch.buffer, batch.starts, batch.ends).excerpt(longest, signs))


def test_lines_are_picked_by_characters_and_by_signs():
    batch = Batch(["one\ntwo words\n\nвосемь", "a & b\nplain"])
    short = _native(batch, 6)
    assert short.buffer == "one\nвосемь\na & b\nplain\n".encode()
    assert [batch.record_at(place) for place in short.places] == [0, 0, 1, 1]
    assert _native(batch, sys.maxsize, SIGNS).buffer == "восемь\na & b\n".encode()


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(0, 8) | st.just(sys.maxsize), st.sampled_from((b"", SIGNS)))
def test_the_kernel_picks_the_same(texts, longest, signs):
    batch = Batch(texts)
    assert _native(batch, longest, signs) == Excerpt.of(batch, longest, signs)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_a_gate_finds_the_same_in_lines_of_its_kind(texts):
    triggers, batch = [(0, r"\*\*[a-z]"), (1, "é(?m:$)"), (2, "(?m:^)&")], Batch(texts)
    every, picked = Gate(triggers), Gate(triggers, Kind(signed=True))
    excerpt = NativeFeatures(batch, "en", frozenset()).excerpt(picked.kind)
    assert list(picked.lines(batch, excerpt)) == list(every.lines(batch))
    # A hit in a line between two records is none of a record's: it costs a look.
    assert [r for r in every.records(batch) if r[1]] == [r for r in picked.records(batch, excerpt) if r[1]]


def test_a_rule_of_records_hides_no_line():
    """In a gate with rules of lines it gets all of the text, and the rule behind it the line that it asked for."""
    # One that might look beyond the line, as none of the catalogue does.
    rules = [replace(r, pattern=rf"{r.pattern}(?=\s)") if r.code == "PUN105" else r for r in load_catalogue()]
    engine = Engine(rules, Settings())
    text = "Is it so !? \nYes, it is."
    found = engine._scanners._of("en").scan([Document(text, "en")])
    spans = {engine._rules[number].rule.code: [span for _, span in some] for number, some in found.items()}
    assert spans["PUN105"] == [(0, len(text))]
    assert spans["WSP101"] == [(0, text.index("\n"))]
