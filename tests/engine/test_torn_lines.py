"""Lines with torn words: the tests of pieces let through all that the checkers find on the lines that may have some."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.active import ActiveRule
from textrepair.checkers import find
from textrepair.document import Document
from textrepair.rules import Rule
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features
from textrepair.scan.verdicts import Runs

_CHECKERS = ("split.words", "split.pieces")
_WORDS = (
    "the re ports was conside red like ly in an other of xqz Tarantino J. R. wh i t h er be fo re hand s p a c e d i I a "
    "ing tion famil iar on e con tributing knowl edge Com̃ons n't 's “the (re ports) °C stra ße Stra ßen ещ ё до ма in- "
    "formation über all für Wirt schaft и в не за метил при шел"
)
_GAPS = st.sampled_from((" ", " ", " ", " ", " ", "  ", "\n", "\u00a0", ", ", ". ", "-"))
_TEXTS = st.lists(st.tuples(st.sampled_from(_WORDS.split()), _GAPS), max_size=24).map(
    lambda some: "".join(word + gap for word, gap in some)
)
_LANGUAGES = st.sampled_from(("en", "en", "en", "de", "ru", "uk"))


def _lines(name: str, text: str, language: str, *, tested: bool) -> set[tuple[int, int]]:
    """The lines with the checker's feature, and those of them that its test wants."""
    checker = find(name)
    runs = {checker.trigger: Runs([checker.wants])} if tested else {}
    return {span for _, span in Features(Batch([text]), language, frozenset(), (), runs).spans(checker.trigger)}


@settings(max_examples=400, deadline=None)
@given(_TEXTS, _LANGUAGES)
@example("It was conside red by Tarantino.", "en")
@example("xqz w i th o ut it, xqz in an other", "en")
@example("s p a c e d xqz", "en")
@example("xqz b c d in an other of the long line of words that is plain", "en")
def test_no_match_is_on_a_line_that_is_left_out(text: str, language: str) -> None:
    doc = Document(text, language)
    for name in _CHECKERS:
        left = _lines(name, text, language, tested=False) - _lines(name, text, language, tested=True)
        for span in left:
            assert not list(find(name).function(doc, span)), name


@pytest.mark.parametrize(
    "text", ["He said to Li xqz that he is.", "The J.R.R. of the P xqz", "i wished i had it as i said to Li xqz"]
)
def test_what_is_no_word_together_is_left_out(text: str) -> None:
    assert _lines("split.words", text, "en", tested=False)
    assert not _lines("split.words", text, "en", tested=True)


def test_a_test_has_the_options_of_the_rule() -> None:
    """What a rule of one's own looks for is more than what the built-in one does."""
    rule = Rule(code="SPL101", name="torn", message="", kind="checker", checker="split.words")
    keen = replace(rule, options={"closing": 0.5, "margin": 0.0})
    first, second = (ActiveRule(one, lambda doc, span: iter(()), "line", "@torn-word").wants for one in (rule, keen))
    assert first
    assert second
    doc = Document("", "en")
    assert [test(doc, "helluv a") for test in (first, second)] == [False, True]
