"""The making of a lexicon: what is read from wordfreq, and what is left out."""

import gzip

import msgpack
import pytest
import wordfreq

from textrepair.lexicon import build, source


def steps_of(language):
    """The words by steps, as they come."""
    with source.steps(source.list_of(language)) as (count, found):
        steps = list(found)
    assert count == len(steps)
    return steps


@pytest.mark.parametrize("language", ["tr", "hi", "fil"])
def test_the_list_is_wordfreqs(language):
    """Word for word and step for step, though it is not asked."""
    assert steps_of(language) == wordfreq.get_frequency_list(language)


@pytest.mark.parametrize("language", ["xx", "", "../x", "en_US"])
def test_no_list(language):
    """For a language that it has not there is none, and no near one."""
    assert source.list_of(language) is None
    assert list(build.by_frequency(language)) == []


def test_another_format_is_left_to_wordfreq(tmp_path):
    """Which refuses what it does not know either."""
    path = tmp_path / "large_en.msgpack.gz"
    path.write_bytes(gzip.compress(msgpack.packb([{"format": "cB", "version": 2}, ["the"]])))
    with pytest.raises(ValueError, match="header"), source.steps(path):
        pass


@pytest.fixture(scope="module")
def english():
    """All that wordfreq lists, and which of it is left out."""
    zipfs = {word: round(9 - n / 100, 2) for n, words in enumerate(steps_of("en")) for word in words}
    return zipfs, zipfs.keys() - {word for _, words in build.by_frequency("en") for word in words}


def test_joins_are_those_of_all_cuts(english):
    """An entry is left out if any two common words explain it better: here all cuts of all words are tried."""
    zipfs, left_out = english
    parts = {w: z for w, z in zipfs.items() if z >= 4.2 and w.isalpha() and (len(w) > 1 or w in "ai")}
    wanted = {
        word
        for word, zipf in zipfs.items()
        if zipf <= 3.6 and not build._WORDS["en"].fullmatch(word)
        for cut in range(1, len(word))
        if word[:cut] in parts and parts[word[:cut]] + parts.get(word[cut:], -9.0) > zipf + 9 + 1.9
    }
    assert wanted <= left_out
    assert "ofthe" in wanted
    assert all(zipfs[word] <= 2.4 for word in left_out - wanted)


def test_pieces_are_those_of_all_words(english):
    """And an entry that begins or ends a far more frequent word: here they are looked for piece by piece."""
    zipfs, left_out = english
    rare = {word for word, zipf in zipfs.items() if zipf <= 2.4 and len(word) >= 3}
    wanted = {
        piece
        for word, zipf in zipfs.items()
        if zipf >= 4.0 and word.isalpha()
        for cut in range(3, len(word))
        for piece in (word[:cut], word[-cut:])
        if piece in rare and zipfs[piece] + 2.7 <= zipf
    }
    assert wanted <= left_out
    assert "conside" in wanted


def test_what_no_table_can_hold_is_left_out():
    """Line ends part the words in the stored tables."""
    assert build._plain(["b", "a\nb", "a", "\0"]) == ["a", "b"]
