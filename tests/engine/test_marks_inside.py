"""Marks, capitals and figures between two words: the vectors and the rules' tests let through all that the checkers find."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.checkers import find
from textrepair.document import Document
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features
from textrepair.scan.verdicts import Runs

_CHECKERS = ("joined.sentence", "joined.clause", "joined.case", "joined.digit")
_WORDS = (
    "the end In fact it The Mr Lu years Austria U.S. e.g. com 2017 Hanwha got would x y I A can t Yahoo "
    "theUnited saidElsa 14tanks desde1975 の 中文年，報 第5 PerthAirport система Она l’été Élan red green blue &amp boys' co- 中文 a_b `c` quitexqzy"
)
_MARKS = st.sampled_from(
    (" ", " ", ".", ".", ",", ",", ";", ":", "!", "?", "…", ".”", ".)", '."', ")", "\n", "\u00a0", "")
)
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS.split()), _MARKS), max_size=12).map(
    lambda some: "".join(word + mark for word, mark in some)
)
_LANGUAGES = st.sampled_from(("en", "en", "de", "ru", None))


def _lines(name: str, text: str, language: str | None, vocabulary: frozenset[str]) -> set[tuple[int, int]]:
    """The lines that the checker is called for."""
    checker = find(name)
    runs = {checker.trigger: Runs([checker.wants])}
    return {span for _, span in Features(Batch([text]), language, vocabulary, (), runs).spans(checker.trigger)}


@settings(max_examples=500, deadline=None)
@given(_TEXTS, _LANGUAGES, st.sampled_from((frozenset(), frozenset(("quitexqzy",)))))
@example("It ended.The rest is", "en", frozenset())
@example("years,Austria, then", "en", frozenset())
@example("years,Austria", "en", frozenset())
@example("boys'.The end", "en", frozenset())
@example("xqz,quitexqzy", "en", frozenset(("quitexqzy",)))
def test_no_match_is_on_a_line_that_is_left_out(text: str, language: str | None, vocabulary: frozenset[str]) -> None:
    doc = Document(text, language, vocabulary)
    for name in _CHECKERS:
        seen = _lines(name, text, language, vocabulary)
        for span in doc.lines():
            assert span in seen or not list(find(name).function(doc, span)), name


@pytest.mark.parametrize(
    "text", ["The U.S. and J.R. of L.A., e.g. this.", "On chinanews.com", "It ends. The rest, 1,000 of it: all."]
)
def test_what_texts_are_full_of_is_left_out(text: str) -> None:
    assert not any(_lines(name, text, "en", frozenset()) for name in _CHECKERS)
