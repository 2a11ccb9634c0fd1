"""`apply`: a journal made again, undone, reviewed, stale."""

import json

import pytest
from helpers import put

CORPUS = {
    "a.txt": "The end.The start.\r\nfine\r\nan end.The",
    "sub/b.jsonl": '{"text": "caf\\u00E9 end.The", "n": 1.10}\n\n{"text":"fine"}',
    "clean.txt": "fine",
}


@pytest.fixture
def fixed(call, folder):
    for name, text in CORPUS.items():
        put(name, text)
    assert call("fix", *CORPUS, "-o", "out").code == 0
    return folder


def test_forwards(call, fixed):
    assert call("apply", "out/edits.jsonl", "-o", "again").code == 0
    for name in ("a.txt", "sub/b.jsonl"):
        assert (fixed / "again" / name).read_bytes() == (fixed / "out/cleaned" / name).read_bytes()
    assert not (fixed / "again/clean.txt").exists()  # no --root: only what the journal speaks of


def test_backwards_gives_the_whole_input_back(call, fixed):
    done = call("apply", "out/edits.jsonl", "--reverse", "--root", "out/cleaned", "-o", "restored")
    assert done.code == 0
    for name, text in CORPUS.items():
        assert (fixed / "restored" / name).read_bytes() == text.encode()
    assert done.last == "textrepair: exit 0: every edit fitted"


def test_in_place_and_back(call, fixed):
    assert call("apply", "out/edits.jsonl", "--in-place").code == 0
    assert (fixed / "a.txt").read_bytes() == (fixed / "out/cleaned/a.txt").read_bytes()
    assert call("apply", "out/edits.jsonl", "--reverse", "--in-place").code == 0
    assert (fixed / "a.txt").read_bytes() == CORPUS["a.txt"].encode()


def test_a_reviewed_journal(call, fixed):
    lines = (fixed / "out/edits.jsonl").read_text().splitlines(keepends=True)
    (fixed / "some.jsonl").write_text("".join(lines[1:]))
    assert call("apply", "some.jsonl", "-o", "again").code == 0
    assert (fixed / "again/a.txt").read_bytes() == b"The end.The start.\r\nfine\r\nan end. The"
    assert call("apply", "some.jsonl", "--reverse", "--root", "again", "-o", "back").code == 0
    assert (fixed / "back/a.txt").read_bytes() == CORPUS["a.txt"].encode()


def test_stale_edits_are_named_and_skipped(call, folder):
    put("a.txt", "a ***ic one, a ***ic two\n")
    put("b.jsonl", '{"text": "a ***ic"}\n{"text": "a ***ic"}\n')
    call("fix", ".", "-o", "out", "--unsafe-fixes")
    put("a.txt", "a other one, a ***ic two\n")
    put("b.jsonl", '{"text": "b ***ic"}\n')
    done = call("apply", "out/edits.jsonl", "-o", "again")
    assert done.code == 1
    assert (folder / "again/a.txt").read_text() == "a other one, a classic two\n"
    assert (folder / "again/b.jsonl").read_text() == '{"text": "b classic"}\n'
    stale = [line for line in done.err.splitlines() if line.startswith("stale: ")]
    assert len(stale) == 2 and "a.txt:1[2:5] MSK901" in stale[0] and "b.jsonl:2 text[2:5] MSK901" in stale[1]
    assert done.last == "textrepair: exit 1: 2 stale edits were skipped"


def test_undoing_what_was_not_done(call, folder):
    put("a.txt", "a ***ic one, a ***ic two\n")
    call("fix", "a.txt", "-o", "out", "--unsafe-fixes")
    put("half/a.txt", "a ***ic one, a classic two\n")
    done = call("apply", "out/edits.jsonl", "--reverse", "--root", "half", "-o", "back")
    assert done.code == 1
    assert (folder / "back/a.txt").read_text() == "a ***ic one, a ***ic two\n"


@pytest.mark.parametrize("path", ["../evil.txt", "/tmp/evil.txt", "a/../../evil.txt", ""])
def test_no_way_out_of_the_folder(call, folder, path):
    row = {"schema": 1, "path": path, "line": 1, "record": {"index": 0, "id": None, "field": None}, "span": [0, 0], "before": "", "after": "x",
           "code": "JOI901", "applicability": "safe"}  # fmt: skip
    put("j.jsonl", json.dumps(row) + "\n")
    done = call("apply", "j.jsonl", "-o", "x")
    assert done.code == 2 and "j.jsonl:1" in done.last


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"path": 1}'])
def test_broken_journals(call, line):
    put("j.jsonl", line + "\n")
    assert call("apply", "j.jsonl", "-o", "x").code == 2


def test_a_missing_file_is_no_stale_edit(call, fixed):
    (fixed / "a.txt").unlink()
    done = call("apply", "out/edits.jsonl", "-o", "again")
    assert done.code == 2 and "--root" in done.last
    assert not (fixed / "again").exists()


PURE = "an end.The start\nit is  said\n"  # an edit that only inserts, and one that only deletes


@pytest.fixture
def pure(call, folder):
    put("rules.yaml", "code: REP901\nname: test-deletes\nmessage: twice\npattern: '(?<=is) (?= )'\nfix: ''\napplicability: safe\n"
        "examples:\n  - {bad: 'is  x', good: 'is x'}\n  - {ok: 'is x'}\n")  # fmt: skip
    put("textrepair.toml", 'rule-paths = [".rules.yaml", "rules.yaml"]\nselect = ["JOI901", "REP901"]\n')
    put("a.txt", PURE)
    put("b.jsonl", json.dumps({"text": PURE}) + "\n")
    assert call("fix", "a.txt", "b.jsonl", "-o", "out").code == 0
    return folder


def files(folder):
    return [(folder / name).read_bytes() for name in ("a.txt", "b.jsonl")]


def test_nothing_is_made_or_undone_twice(call, pure):
    """An insertion fits anywhere unless the text around it is asked, and so does the undoing of a deletion."""
    before = files(pure)
    assert call("apply", "out/edits.jsonl", "--in-place").code == 0
    after = files(pure)
    assert after == files(pure / "out/cleaned") != before
    done = call("apply", "out/edits.jsonl", "--in-place")
    assert done.code == 1 and done.err.count("stale: ") == 4 and files(pure) == after
    assert call("apply", "out/edits.jsonl", "--in-place", "--reverse").code == 0
    done = call("apply", "out/edits.jsonl", "--in-place", "--reverse")
    assert done.code == 1 and done.err.count("stale: ") == 4 and files(pure) == before


def test_nothing_is_put_where_the_text_moved(call, pure):
    put("a.txt", "Now " + PURE)
    put("b.jsonl", json.dumps({"text": "Now " + PURE}) + "\n")
    before = files(pure)
    assert call("apply", "out/edits.jsonl", "--in-place").code == 1 and files(pure) == before


def test_a_line_that_is_there_twice(call, pure):
    text = (pure / "out/edits.jsonl").read_text()
    put("twice.jsonl", "".join(line * 2 for line in text.splitlines(keepends=True)))
    assert call("apply", "twice.jsonl", "-o", "again").code == 1
    assert files(pure / "again") == files(pure / "out/cleaned")


def test_what_apply_refuses(call, pure):
    before = files(pure)
    for args in (["out/edits.jsonl", "-o", "."], ["out/edits.jsonl", "--root", "out/cleaned", "-o", "out/cleaned"]):
        done = call("apply", *args)
        assert done.code == 2 and "--in-place" in done.last
    put("later.jsonl", (pure / "out/edits.jsonl").read_text().replace('"schema":1', '"schema":2'))
    done = call("apply", "later.jsonl", "-o", "x")
    assert done.code == 2 and "later.jsonl:1" in done.last and "later version" in done.last
    assert files(pure) == before and not (pure / "x").exists()
