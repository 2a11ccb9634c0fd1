"""The lexicon knows the words of a language and none of the joins and pieces that the web wrote."""

import pytest
from helpers import writer_of

from textrepair.lexicon import lexicon
from textrepair.lexicon.segment import divide
from textrepair.lexicon.spelling import Spelling, trained
from textrepair.lexicon.table import Table, common_words, word_list


@pytest.mark.parametrize(
    "word", ["the", "The", "forgo", "thereto", "inset", "don't", "don’t", "hostess’s", "Germany", "into"]
)
def test_knows(word):
    """Case, curly apostrophes and possessives do not matter."""
    assert lexicon("en").knows(word)


@pytest.mark.parametrize("word", ["ofthe", "andthe", "tothe", "inthe", "conside", "tead", "qzx", "", "\ud800"])
def test_knows_not(word):
    """Joins of two common words and halves of frequent words are no words."""
    assert not lexicon("en").knows(word)


def test_spellings():
    """ß, ё and elided words are found where the list folds or cuts them."""
    assert lexicon("de").knows("außerdem")
    assert lexicon("ru").knows("ещё")
    assert lexicon("fr").knows("l'opérette")


def test_no_list():
    """A language that wordfreq has not is none, and no near one."""
    assert lexicon("xx") is None
    assert lexicon("tlh") is None


def test_table_round_trip():
    """What is written is read back, to a thirtieth of a unit."""
    zipfs = {"the": 7.7, "of": 7.4, "rare": 2.5, "rarest": 1.01}
    table = Table.read(memoryview(writer_of(zipfs).table()))
    assert table is not None
    assert all(abs(table.zipf(w) - z) < 0.03 for w, z in zipfs.items())
    assert table.zipf("none") == 0
    assert [word for word, _ in word_list(memoryview(writer_of(zipfs).words()))] == list(zipfs)


def test_first_words_of_a_list():
    """So many as are asked for, or so frequent, and all where there are no more."""
    zipfs = {"the": 7.7, "où": 7.4, "rare": 2.5, "rarest": 1.01}
    data = memoryview(writer_of(zipfs).words())
    assert [[w for w, _ in word_list(data, most)] for most in (0, 2, 4, 9)] == [
        [],
        ["the", "où"],
        list(zipfs),
        list(zipfs),
    ]
    assert [common_words(data, least) for least in (9, 7, 2, 0)] == [
        b"",
        "the\noù\n".encode(),
        "the\noù\nrare\n".encode(),
        "the\noù\nrare\nrarest\n".encode(),
    ]
    assert list(word_list(memoryview(writer_of({}).words()), 3)) == []


def test_frequent_words_become_a_dictionary():
    """When the table is asked often: what it says stays the same."""
    table = Table.read(memoryview(writer_of({"the": 7.7, "of": 7.4, "rare": 2.5}).table()))
    before = [table.zipf(word) for word in ("the", "of", "rare", "none")]
    assert not table.head
    _ask_often(table)
    assert list(table.head) == ["the", "of"]
    assert [table.zipf(word) for word in ("the", "of", "rare", "none")] == before


def test_a_few_languages_have_a_dictionary():
    """That of one that was asked often long ago makes room, until it is asked as often again."""
    tables = [Table.read(memoryview(writer_of({"the": 7.7, "rare": 2.5}).table())) for _ in range(5)]
    for table in tables:
        _ask_often(table)
    assert [list(table.head) for table in tables] == [[], *[["the"]] * 4]
    assert tables[0].zipf("the") == tables[1].zipf("the") > 7
    _ask_often(tables[0])
    assert [bool(table.head) for table in tables] == [True, False, True, True, True]


def _ask_often(table):
    for _ in range(8000):
        table.zipf("none")


def test_spelling_prefers_words():
    """A word of the language's kind costs less than letters at random."""
    model = Spelling(memoryview(trained({"nation": 5.0, "station": 5.0, "ration": 4.0, "rational": 4.0})))
    assert model.cost("stational") < model.cost("xqwzvkjyp")


def test_divide():
    """The likeliest two words are found."""
    assert divide(lexicon("en"), "theball").parts == ("the", "ball")
    assert divide(lexicon("en"), "xqzkv") is None
