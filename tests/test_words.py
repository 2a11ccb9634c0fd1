"""Words of a text."""

from hypothesis import given
from hypothesis import strategies as st

from textrepair.words import WORD, is_letter, word_start


@given(st.text(alphabet="abé²1_'’ ."), st.integers(0, 3))
def test_a_word_read_backwards_begins_where_it_does_read_forwards(text: str, low: int) -> None:
    """Whatever apostrophes and figures are around it, and wherever one begins to read."""
    for m in WORD.finditer(text, low):
        assert word_start(text, m.end(), min(low, len(text))) == m.start()


@given(st.characters())
def test_a_letter_is_what_a_word_is_made_of(char: str) -> None:
    assert is_letter(char) == (WORD.fullmatch(char) is not None)
