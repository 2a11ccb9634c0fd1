"""Tables of tokens of a language: what is in them is what one word at a time would put there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.lexicon import lexicon
from textrepair.lexicon.fragments import is_piece
from textrepair.scan.stored import _forms, _no_pieces

WORDS = st.lists(st.text("aσςßİıǆéж'中", min_size=1, max_size=5), max_size=8)


@given(WORDS)
def test_capitals_of_many_words_are_those_of_each(words):
    """Sigma at a word's end, letters that become two, title-case letters."""
    found = " ".join(_forms(words)).split(" ")
    wanted = list(words)
    for form in (lambda w: w[:1].upper() + w[1:], str.upper):
        wanted += [form(w) for w in words if not w.isascii() and form(w) != w == form(w).lower()]
    assert sorted(filter(None, found)) == sorted(wanted)


@pytest.mark.parametrize("language", ["tr", "hi"])
def test_no_word_is_a_piece(language):
    """The frequency that goes along with a word is the one that the lexicon would say."""
    found = lexicon(language)
    listed = [word for word, _ in found.words() if word.isalpha()]
    assert set(_no_pieces(found)) == {word for word in listed if not is_piece(found, word)}
