"""Huge records and corpora: room for what comes out and little else, and nothing gone over twice. Bytes are counted."""

import io
import tracemalloc

import orjson
import pytest

from textrepair.corpora import Options, format_for, text
from textrepair.model import Edit, Record
from textrepair.run import hunk
from textrepair.run.changes import lines_of
from textrepair.run.diff import DiffWriter, line_groups
from textrepair.run.places import Places

#: One character beyond the basic plane makes a text in memory four times as large as its bytes.
TEXT = "He was here, at the the end. " * 40_000 + "\N{GRINNING FACE}"


def peak(run):
    """Bytes that were held at the same time, beside those that had been before."""
    tracemalloc.start()
    try:
        run()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def read(name, raw):
    """The one piece of a file."""
    (piece,) = format_for(None, name).read(io.BytesIO(raw), "a", Options())
    return piece


@pytest.mark.parametrize("name", ["jsonl", "text"])
@pytest.mark.parametrize("step", ["rebuild", "raw"])
def test_a_huge_record_is_not_decoded_once_more(name, step):
    """What comes out is as large as what came in; a copy of the text would take four times that."""
    piece = read(name, orjson.dumps({"text": TEXT}) if name == "jsonl" else TEXT.encode())
    edits = {0: [Edit(at, at + 4, "the ", "", "REP101") for at in range(16, len(TEXT) - 40, 2900)]}
    assert peak(lambda: getattr(format_for(None, name), step)(piece, edits)) < 2 * len(piece.raw)


def test_a_hunk_may_be_larger_than_memory(monkeypatch):
    """In a corpus where every line is changed there is one hunk, and its size stands before it."""
    monkeypatch.setattr(hunk, "_ROOM", 1 << 16)
    monkeypatch.setattr(hunk, "_BLOCK", 1 << 14)
    written = [0]

    def run():
        diff = DiffWriter("a.txt", lambda raw: written.__setitem__(0, written[0] + len(raw)))
        for n in range(20_000):
            diff.change([b"%d is a line of the corpus\n" % n], [b"%d is a line of a corpus\n" % n])
        diff.close()

    assert peak(run) < 1 << 19 < written[0]


def test_edits_of_one_line_ask_for_its_ends_once():
    """Not from each edit anew, through all of a long line."""

    class Bytes(bytes):
        searched = 0

        def find(self, *args):
            found = super().find(*args)
            Bytes.searched += (len(self) if found < 0 else found) - args[1]
            return found

        def rfind(self, *args):
            Bytes.searched += args[2] - max(args[1], super().rfind(*args))
            return super().rfind(*args)

    raw = Bytes(b"one line of words " * 1000 + b"\n" + b"and the last")
    cuts = [(at, at + 3, b"") for at in range(0, 17_000, 18)] + [(18_010, 18_010, b" one")]
    groups = list(line_groups(raw, cuts))
    assert [span for span, _ in groups] == [(0, 18_001), (18_001, len(raw))]
    assert sum(len(some) for _, some in groups) == len(cuts) and Bytes.searched < 2 * len(raw)


def test_a_text_without_paragraphs_is_searched_once(monkeypatch):
    """While its first block goes on and on."""
    monkeypatch.setattr(text, "BLOCK", 64)
    searched = 0

    class Pattern:
        def search(self, raw, start):
            nonlocal searched
            found = real.search(raw, start)
            searched += (found.end() if found else len(raw)) - start
            return found

    real = text._BLANK_LINE
    monkeypatch.setattr(text, "_BLANK_LINE", Pattern())
    raw = b"a line of words " * 1000
    pieces = list(format_for(None, "text").read(io.BytesIO(raw), "a", Options()))
    assert [p.raw for p in pieces] == [raw] and searched < 2 * len(raw)
    raw = b"a line\nof words\n" * 100 + b"\nand more\n\n" * 30
    assert b"".join(p.raw for p in format_for(None, "text").read(io.BytesIO(raw), "a", Options())) == raw


def test_lines_are_not_copied_if_there_is_one():
    """And cut at line feeds only."""
    raw = b"one\rline\x0b of one\n"
    assert lines_of(raw)[0] is raw and lines_of(raw[:-1]) == [raw[:-1]] and lines_of(b"") == []
    assert lines_of(b"a\r\n\nb\x85") == [b"a\r\n", b"\n", b"b\x85"]


def test_places_asked_for_in_any_order():
    """Bytes are counted on and back from the last place."""
    line = "é漢😀a" * 50
    places = Places(Record(f"\n{line}\n{line}"))
    for at in (5, 90, 40, 41, 203, 230, 220, 3):
        begin = 1 if at < 202 else 202
        assert places.place(at, at + 1)["byte"] == len(f"\n{line}\n{line}"[begin:at].encode()) + 1
