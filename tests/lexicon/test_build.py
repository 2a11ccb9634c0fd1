"""The making of a lexicon: what is read from wordfreq, and what is left out."""

import gzip

import msgpack
import pytest
import wordfreq

from textrepair.lexicon import build, source


@pytest.mark.parametrize("language", ["tr", "hi", "fil"])
def test_the_list_is_wordfreqs(language):
    """Word for word and step for step, though it is not asked."""
    assert source.steps(language) == wordfreq.get_frequency_list(language)


@pytest.mark.parametrize("language", ["xx", "", "../x", "en_US"])
def test_no_list(language):
    """For a language that it has not there is none, and no near one."""
    assert source.steps(language) == []


def test_another_format_is_left_to_wordfreq(tmp_path):
    """Which refuses what it does not know either."""
    path = tmp_path / "large_en.msgpack.gz"
    path.write_bytes(gzip.compress(msgpack.packb([{"format": "cB", "version": 2}, ["the"]])))
    with pytest.raises(ValueError, match="header"):
        source._read(path)


def test_joins_are_those_of_all_cuts():
    """An entry is left out if any two common words explain it better: here all cuts of all words are tried."""
    zipfs = {word: round(9 - n / 100, 2) for n, words in enumerate(source.steps("en")) for word in sorted(words)}
    parts = {w: z for w, z in zipfs.items() if z >= 4.2 and w.isalpha() and (len(w) > 1 or w in "ai")}
    wanted = {
        word
        for word, zipf in zipfs.items()
        if zipf <= 3.6 and not build._WORDS["en"].fullmatch(word)
        for cut in range(1, len(word))
        if word[:cut] in parts and parts[word[:cut]] + parts.get(word[cut:], -9.0) > zipf + 9 + 1.9
    }
    assert build._joins(zipfs, "en") == wanted
    assert "ofthe" in wanted


def test_what_no_table_can_hold_is_left_out():
    """Line ends part the words in the stored tables."""
    assert build._plain(["b", "a\nb", "a", "\0"]) == ["a", "b"]
