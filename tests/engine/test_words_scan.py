"""The vectorised scan of words: what is put together is found, what is known is passed over."""

from __future__ import annotations

import numpy as np
import pytest

from textrepair import Record, Repairer, Settings
from textrepair.scan import joins
from textrepair.scan.batch import Batch
from textrepair.scan.features import Features
from textrepair.scan.tokens import TokenTable, tokenize

WORDS = ["a", "of", "the", "was", "considered", "collected", "inaccessibility", "straightforwardness", "Élysée"]


def _listed(text: str) -> bool:
    """Whether the blank-separated parts of a text are a listed word when put together."""
    tokens = tokenize(b"        " + text.encode() + b"        ")
    joined = joins.Ends.of(tokens, np.array([0]))
    for i in range(1, tokens.starts.size):
        joined += joins.Ends.of(tokens, np.array([i]))
    return bool(joined.listed(TokenTable.of(WORDS))[0])


@pytest.mark.parametrize("word", [w for w in WORDS if len(w) > 2])
def test_every_division_of_a_word_is_the_word(word):
    """In two and in three parts, of any length."""
    for i in range(1, len(word)):
        assert _listed(f"{word[:i]} {word[i:]}")
        for j in range(i + 1, len(word)):
            assert _listed(f"{word[:i]} {word[i:j]} {word[j:]}")


@pytest.mark.parametrize("text", ["conside rex", "of the", "xconside red", "in accessibilit"])
def test_others_are_not(text):
    """A letter more, less or other."""
    assert not _listed(text)


@pytest.mark.parametrize(
    ("feature", "stays", "becomes"),
    [
        ("@torn-word", "It's in another place, says Tarantino.", "It was conside red by Tarantino."),
        ("@rare-piece", "The ing of it: con man, an est.", "It is very like ly that he comes."),
        ("@rare-piece", "The ing form.", "e x t e n d"),
        ("@torn-word", "What is J. K. doing?", "a xqz w i t h b l a n k s"),
        ("@broken-word", "A well-known pre- and postwar.", "It was colle-cted, and indi-\ncated."),
        ("@unknown-word", "The house was red.", "The xqzhouse was red."),
    ],
)
def test_features(feature, stays, becomes):
    """Lines that have a feature and lines that have not."""
    for text, count in ((stays, 0), (becomes, 1)):
        found = list(Features(Batch([text]), "en", frozenset(), [lambda w: "well" not in w]).lines(feature))
        assert bool(found) == bool(count), text


def test_plain_and_gated_runs_agree():
    """The gates decide nothing; a word asked for once is still found the second time."""
    text = "He thoughtof it. Tarantino's thoughtof don't. \u2019thoughtof\nIt was conside red by Tarantino, colle-cted."
    gated, plain = (Repairer(Settings(select=("JOI", "SPL"), plain=p, unsafe_fixes=True)) for p in (False, True))
    first, again, slow = (r.run(Record(text, language="en")) for r in (gated, gated, plain))
    assert first.defects == again.defects == slow.defects
    assert "thought of" in first.text and "considered" in first.text
