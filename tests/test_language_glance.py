"""The kernel counts function words as sets do, whatever parts them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.language.function_words import VOTES
from textrepair.language.glance import _NAMES, _counted, _native, counted

BLANKS = [chr(code) for code in range(0x3001) if chr(code).isspace()]
NEARLY = ["\u200b", "\u180e", "\xad", "\u2007x", "-", "\x1b", "\x00", ""]
WORDS = st.sampled_from(sorted(VOTES)) | st.text(max_size=4) | st.sampled_from(("xqz", "THE", "the,", "\ud800"))
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", *BLANKS, *NEARLY])), max_size=40)


def test_each_language_has_a_bit():
    assert len(_NAMES) <= 32
    assert _native() is not None


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example([])
@example([("und", "\u3000"), ("und", "\x1f"), ("the", "\x85"), ("of", "\u1680"), ("not", "\u205f")])
def test_the_kernel_counts_the_same(parts):
    text = "".join(word + gap for word, gap in parts).lower()
    assert _counted(text) == counted(text)


def test_each_look_is_a_new_one():
    """What was seen in a text is not seen in the next."""
    first = _counted("the cat and the dog of the house")
    assert first[2:] == ("en", 3, 3)
    assert _counted("the cat and the dog of the house") == first
