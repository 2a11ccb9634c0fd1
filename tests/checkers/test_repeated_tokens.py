"""The tokens of a line, and where they stand."""

import random

from hypothesis import given
from hypothesis import strategies as st

from textrepair.checkers.repeated.tokens import TOKEN, Tokens, fold

SIGNS = "ab1'-- .X_\x1c\n"


@given(st.text(alphabet=SIGNS) | st.text(alphabet=SIGNS + "é’日") | st.text(), st.randoms(use_true_random=False))
def test_tokens_are_those_of_the_pattern(text: str, order: random.Random) -> None:
    """Of a line in ASCII too, where no pattern is asked; and in whatever order their places are asked for."""
    expected = [m.span() for m in TOKEN.finditer(fold(text))]
    tokens = Tokens(text)
    assert tokens.words == [fold(text)[a:b] for a, b in expected]
    places = list(range(len(expected)))
    order.shuffle(places)
    for i in places:
        assert tokens.place(i) == expected[i]
