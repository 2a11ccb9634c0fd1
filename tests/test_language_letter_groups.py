"""The groups that langdetect would draw from, by its own code."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from langdetect.detector import Detector

from textrepair.language.letter_groups import letter_groups


class All:
    """Profiles that know every group."""

    seed = 0
    langlist: tuple[str, ...] = ()

    @property
    def word_lang_prob_map(self):
        return self

    def __contains__(self, group):
        return True


def theirs(text):
    detector = Detector(All())
    detector.append(text)
    detector.cleaning_text()
    return detector._extract_ngrams()


PIECES = ("A", "B", "USA", "aB", "é", "ÀÉ", "ß", "ș", "ț", "ی", "ế", "の", "カ", "ㄅ", "漢", "한", "ру", "РФ", "a\u0301",
          "E\u0303", " ", "  ", "\u3000", "’", "·", "1", "\n", "I", "\ud800", "😀", "http://a.b/c?d ", "me@there.org")  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3)).map("".join))
@example("")
@example("Mr Smith of the BBC said: ABBA!")
@example("Только one or two words in английском тексте, а остальное по-русски")
def test_the_groups_are_theirs(text):
    assert letter_groups(text) == theirs(text)


def test_of_a_long_text_the_beginning_counts():
    text = "ab  cd " * 3000
    assert letter_groups(text) == theirs(text)
