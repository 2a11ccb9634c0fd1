"""The word list in the kernel says what Python says, to the last bit."""

from __future__ import annotations

import pytest
from helpers import writer_of
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair import kernel
from textrepair.lexicon import lexicon
from textrepair.lexicon.build import LETTERS
from textrepair.lexicon.lexicon import Lexicon
from textrepair.lexicon.table import Table

PARTS = [
    "of",
    "the",
    "and",
    "a",
    "i",
    "in",
    "we",
    "can",
    "could",
    "be",
    "man",
    "been",
    "has",
    "have",
    "thought",
    "und",
    "der",
    "die",
    "ist",
    "für",
    "là",
    "déjà",
    "не",
    "и",
    "в",
    "что",
    "без",
    "ёж",
    "groß",
    "x",
    "q",
]
WORDS = st.lists(st.sampled_from(PARTS) | st.text("aeiothnrsdé", max_size=4), min_size=1, max_size=4).map("".join)
ANY = st.text(max_size=12).map(str.lower)


def _both(language: str) -> tuple[Lexicon, Lexicon]:
    """The lexicon of a language with the kernel and without."""
    found = lexicon(language)
    assert found is not None
    assert found._table.native is not None
    table = Table.__new__(Table)
    table.__dict__.update(found._table.__dict__, native=None, head={}, _seldom=0)
    return found, Lexicon(language, table)


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
@settings(max_examples=200, deadline=None)
@given(word=WORDS | ANY)
def test_the_kernel_says_the_same(language: str, word: str) -> None:
    with_kernel, without = _both(language)
    assert with_kernel._table.zipf(word) == without._table.zipf(word)
    letters = LETTERS.get(language, "")
    assert with_kernel.division(word, letters) == without.division(word, letters)


@pytest.mark.parametrize("language", ["en", "fr", "ru"])
@settings(max_examples=60, deadline=None)
@given(word=WORDS | ANY, least=st.sampled_from((1.0, 3.2, 5.0)))
def test_slips_are_the_same(language: str, word: str, least: float) -> None:
    with_kernel, without = _both(language)
    letters = "".join(sorted(set(word) | set("aeinorst")))
    assert with_kernel.near(word, letters, least) == without.near(word, letters, least)


@pytest.mark.parametrize(
    ("stays", "becomes"), [("xqzkv", "thw"), ("thethe", "teh"), ("hhoouse", "hosue"), ("huoes", "houuse")]
)
def test_a_slip_is_one_letter(stays: str, becomes: str) -> None:
    english = lexicon("en")
    assert english is not None
    assert not english.near(stays, "etuhs", 5.0)
    assert english.near(becomes, "etuhs", 5.0)


def test_long_and_broken_words_are_no_words() -> None:
    native = kernel._kernel.WordList(*_columns({"word": 5.0}))
    assert native.zipf("word") == 5.0
    for word in ("w" * 1000, "wor\ud800d", "", "é" * 65):
        assert native.zipf(word) == 0.0
        assert native.division(word, "a") is None
        assert not native.near(word, "ab", 1.0)
    with pytest.raises(TypeError):
        native.zipf(b"word")


def _columns(zipfs: dict[str, float]) -> tuple[memoryview, memoryview]:
    table = Table.read(memoryview(writer_of(zipfs).table()))
    assert table is not None
    return table._hashes, table._zipfs


def test_columns_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="eight bytes"):
        kernel._kernel.WordList(b"1234567", b"12")


def test_a_spelling_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="four bytes"):
        kernel._kernel.Spelling(b"123", b"1")
    with pytest.raises(ValueError, match="letters"):
        kernel._kernel.Spelling(b"1234", b"1").cost("x" * 1000)
    with pytest.raises(UnicodeEncodeError):
        kernel._kernel.Spelling(b"1234", b"1").cost("\ud800")
