"""Dashes beside blanks: the vectors and the rule's test let through all that the checker finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.checkers import find
from textrepair.document import Document
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features
from textrepair.scan.verdicts import Runs

_WORDS = (
    "the a last minute medium short range and or self made self-made non personal - - -- anti China Sino Russian year old "
    "government-owned owned of-the executive-produced executive So to Emilio Estevez in- -in ’ “Sino 3rd like 1920s art state 19 5 Kano (well) known, long-term term. é“ – x"
)
_GAPS = st.sampled_from((" ", " ", " ", "-", " - ", "- ", " -", "\n"))
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS.split()), _GAPS), max_size=14).map(
    lambda some: "".join(w + g for w, g in some)
)


def _lines(text: str, language: str = "en") -> set[tuple[int, int]]:
    """The lines of a text that are looked at."""
    batch = Batch([text])
    runs = {"@loose-dash": Runs([find("split.compound").wants])}
    features = Features(batch, language, frozenset(), (), runs)
    return {batch.characters(record, span) for record, span in features.lines("@loose-dash")}


@settings(max_examples=400, deadline=None)
@given(_TEXTS, st.sampled_from(("en", "en", "de", "fr")))
@example("the- anti China ", "en")
@example("the - Sino Russian ", "en")
@example("“Sino Russian”", "en")
@example("owned and government-owned", "en")
@example("A- 3rd of it, the A -3rd", "en")
@example("non - 3d", "en")
@example("a last - minute deal", "en")
def test_no_match_is_on_a_line_that_is_left_out(text: str, language: str) -> None:
    doc = Document(text, language)
    seen = _lines(text, language)
    for span in doc.lines():
        assert span in seen or not list(find("split.compound").function(doc, span))


@pytest.mark.parametrize(
    "text",
    [
        "He said - and he meant it - that all was well.",
        "Long ago - before the war - they met.",
        "A well-known and up-to-date list.",
        "I went to London - twice.",
        "He was here - in time - and the time - it flew.",
        "The plot- it ends, and don't - it is late.",
        "The director Emilio Estevez is back to London.",
        "Near the year. The cross-year and language-to-language activities.",
    ],
)
def test_dashes_of_prose_are_left_out(text: str) -> None:
    assert not _lines(text)


def test_a_compound_elsewhere_in_the_text_counts() -> None:
    assert not _lines("They bought a thing - another - here.")
    assert _lines("That was nice - looking.\nIt is the nice-looking thing.") == {(0, 24)}


def test_the_buffer_is_left_alone() -> None:
    batch = Batch(["-", " - ", "-a", "a-"])
    assert np.array_equal(list(Features(batch, "en", frozenset()).lines("@loose-dash")), [])
