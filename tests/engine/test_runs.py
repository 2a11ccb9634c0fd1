"""Places inside runs: no letter or figure that the checkers would take is overlooked."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from textrepair import Record, Repairer
from textrepair.document import Document
from textrepair.scan.batch import Batch
from textrepair.scan.room import Room
from textrepair.scan.runs import capitals_inside, figures_beside
from textrepair.scan.signs import Signs
from textrepair.scan.verdicts import Runs

_LETTERS = {
    kind: [c for c in map(chr, range(sys.maxunicode)) if unicodedata.category(c) == kind] for kind in ("Ll", "Lu")
}


def _lines_hit(find: Callable[[Any], Any], words: list[str]) -> set[int]:
    """Numbers of the words in which a place is found."""
    buffer = Batch(["\n".join(words)]).buffer
    places = find(Signs(buffer))
    ends = np.flatnonzero(np.frombuffer(buffer, np.uint8) == 10)
    return set((np.searchsorted(ends, places) - 1).tolist())


@pytest.mark.parametrize("small", ["a", "ß", "я", "ё", "ω", "ł"])
def test_every_capital_behind_a_small_letter_is_found(small: str) -> None:
    words = [small + large for large in _LETTERS["Lu"]]
    assert _lines_hit(capitals_inside, words) == set(range(len(words)))


@pytest.mark.parametrize("large", ["A", "É", "Я", "Ω", "Ł"])
def test_every_small_letter_before_a_capital_is_found(large: str) -> None:
    letters = [c for c in _LETTERS["Ll"] if c != "\xb5"]  # a sign of measure
    words = [small + large for small in letters]
    assert _lines_hit(capitals_inside, words) == set(range(len(words)))


@pytest.mark.parametrize("word", ["The", "USA", "“The", "«Он", "США", "ÉCOLE", "über", "3D", "O’Neil", "中文"])
def test_words_without_a_capital_inside_are_not_found(word: str) -> None:
    assert not _lines_hit(capitals_inside, [word])


@pytest.mark.parametrize("word", ["ab1", "1abc", "того2", "5лет", "слово٣", "शब्द५", "ab１", "été1"])
def test_figures_beside_letters_are_found(word: str) -> None:
    assert _lines_hit(figures_beside, [word]) == {0}


@pytest.mark.parametrize("word", ["1990", "a1", "1st", "3,5", "(12)", "x-2"])
def test_figures_by_themselves_are_not_found(word: str) -> None:
    assert not _lines_hit(figures_beside, [word])


def test_a_run_is_judged_once() -> None:
    asked: list[str] = []

    def wants(doc: Document, run: str) -> bool:
        asked.append(run)
        return run == "theUnited"

    runs = Runs([wants])
    batch = Batch(["McDonald and theUnited McDonald", "McDonald" + "x" * 300])
    places = capitals_inside(Signs(batch.buffer))
    found = runs.wanted(batch, places.tolist(), Document("", "en"))
    assert asked == ["McDonald", "theUnited"]  # the last is too long to be asked of: it is for the checker
    assert [batch.record_at(place) for place in found] == [0, 1]


def test_the_vocabulary_still_counts() -> None:
    text = "A story of saidElsa and theUnited Kingdom."
    found = Repairer().run_batch([Record(text, language="en")])[0]
    assert "JOI201" in {d.code for d in found.defects}


def test_what_is_remembered_of_all_languages_together_is_bounded() -> None:
    """A corpus may have text in forty of them."""
    room = Room(3)
    one, other = Runs([lambda doc, run: False], room), Runs([lambda doc, run: False], room)
    for k, runs in enumerate((one, other, one)):
        runs.wants(Document("", "en"), b"%d" % k)
    assert (len(one.dull), len(other.dull)) == (2, 1)
    other.wants(Document("", "de"), b"more")
    assert (len(one.dull), len(other.dull)) == (0, 1)


def test_scanners_of_all_languages_share_the_room() -> None:
    repairer = Repairer()
    repairer.run("x")
    scanners = repairer._engine._scanners
    one, other = (scanners._of(language) for language in ("en", "de"))
    assert one._words._room is other._words._room
    assert len({id(runs._room) for scanner in (one, other) for runs in scanner._runs.values()}) == 1
