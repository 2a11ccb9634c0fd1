"""The kernel counts function words as sets do, whatever parts them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.language.function_words import VOTES
from textrepair.language.glance import _NAMES, SIZE, _counted, _native, counted, sampled
from textrepair.language.scripts import OTHER

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


WESTERN = WORDS | st.sampled_from(("É", "ÀÇ×ÞßÿÆ", "\xb5", "’Tis", "—", "\u2028", "Ź", "İ", "Я", "漢", "😀", "\xa0"))


@settings(max_examples=400, deadline=None)
@given(st.lists(WESTERN, max_size=60).map(" ".join), st.integers(1, 12))
@example("The", 1)
@example("x" * (SIZE + SIZE // 2), 1)
@example("é" * (SIZE + SIZE // 2 + 1), 1)
@example("—" * 600, 1)
def test_the_kernel_takes_the_same_sample_in_small_letters(text, times):
    """Of what it takes upon itself; whatever has letters of another script it leaves."""
    short = sampled(text * times, SIZE)
    found = _native().look_into(text * times)
    if found is not None:
        assert (*found[:2], _NAMES[found[2]], *found[3:]) == counted(short.lower())
        assert OTHER.search(short) is None
    else:
        assert not short.isascii()


def test_of_a_long_text_it_sees_pieces():
    words = "und the les " * 200
    assert _native().look_into(words) is not None
    assert _native().look_into("the " * 100 + "\u0416" * 9 + "of " * 2000) is not None
    assert _native().look_into("\u0416" * 9 + "of " * 2000) is None
