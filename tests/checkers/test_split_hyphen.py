"""Hyphens inside words: which of them a text is looked at for, and that nothing else is found in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.checkers import find
from textrepair.document import Document
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features

_PIECES = (
    "colle- cted in- spected agre- ement re- elected well- known dim- witted mish- mash film- makers hob- nobbing and T- "
    "shirt pre- post- war B- 17's 's mid- 80s - . é \u2019s \u2019t"
)
_GAPS = st.sampled_from(("", "", "", " ", " ", "\n", "-"))
_TEXTS = st.lists(st.tuples(st.sampled_from(_PIECES.split()), _GAPS), max_size=10).map(
    lambda some: "".join(piece + gap for piece, gap in some)
)


def _looked_at(text: str) -> bool:
    """Whether an English text is looked at."""
    checker = find("split.hyphen")
    doc = Document(text, "en")
    lexicon = doc.lexicon
    assert checker.when and lexicon
    test = checker.when
    features = Features(Batch([text]), "en", frozenset(), [lambda word: test(lexicon, word)])
    return bool(list(features.lines("@broken-word")))


@settings(max_examples=400, deadline=None)
@given(_TEXTS)
def test_no_match_is_in_a_text_that_is_left_out(text: str) -> None:
    assert _looked_at(text) or not list(find("split.hyphen").function(Document(text, "en"), (0, len(text))))


@pytest.mark.parametrize(
    "text",
    [
        "The film-makers are dim-witted.",  # of these one more would have to be broken for certain
        "A B-17's mid-80s.",
        "The co-ordination of re-entry.",
    ],
)
def test_texts_that_are_left_out(text: str) -> None:
    assert not _looked_at(text)


@pytest.mark.parametrize("text", ["It was colle-cted.", "The inacces- sibility.", "It was indi-\ncated."])
def test_texts_that_are_looked_at(text: str) -> None:
    assert _looked_at(text)


def test_a_word_beside_one_that_is_certainly_broken() -> None:
    """What is left out by itself is seen where the text comes from lines of print."""
    alone, beside = "He was a film-maker.", "It was colle-cted. He was a film-maker."
    found = [
        [m.replacement for m in find("split.hyphen").function(Document(t, "en"), (0, len(t)))] for t in (alone, beside)
    ]
    assert found == [[], ["collected", "filmmaker"]]
    assert not _looked_at(alone)
    assert _looked_at(beside)
