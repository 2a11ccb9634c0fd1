"""What the whole corpus tells: gathered when asked for, kept, used again, and without effect otherwise."""

import json

import pytest

FRAME = "All the news of the valley, every morning at six."


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Forty texts cut at 90 characters, half of them with a line of the site, and one that is short by nature."""
    monkeypatch.chdir(tmp_path)
    rows = []
    words = "one two three four five six seven eight nine ten"
    for i in range(40):
        number = words.split(" ", i % 10)[-1]
        body = (
            f"In the valley of river number {i} they counted {number} boats and the mayor of the town said that he was "
            * 2
        )
        rows.append((f"{FRAME}\n" if i % 2 else "") + body[:90])
    rows.append("Nobody counted the boats in the other valley, and the mayor was glad")
    (tmp_path / "c.jsonl").write_text("".join(json.dumps({"text": row}) + "\n" for row in rows))
    return tmp_path


def defects(call, *options):
    """The codes found, with their matches."""
    done = call("check", "c.jsonl", "--lang", "en", "--isolated", "--exit-zero", "--output-format", "jsonl", *options)
    return [(d["code"], d["match"], d["message"]) for d in map(json.loads, done.out.splitlines())]


def test_gathers_keeps_and_uses(call, corpus):
    """The line of the site and the length of the cut are found; the second run reads the file."""
    found = defects(call, "--profile", "p.json")
    assert [match for code, match, _ in found if code == "BLP301"] == [FRAME] * 20
    cut = [message for code, _, message in found if code == "TRU104"]
    assert len(cut) >= 30 and any("90 characters" in message for message in cut)
    assert "glad" not in [match for code, match, _ in found if code == "TRU104"]
    kept = json.loads((corpus / "p.json").read_text())
    assert kept["records"] == 41 and kept["lines"] == {FRAME: 20}
    (corpus / "p.json").write_text(json.dumps(kept | {"lines": {}}))
    assert not [code for code, _, _ in defects(call, "--profile", "p.json") if code == "BLP301"]


def test_changes_nothing_unless_asked(call, corpus):
    """A profile that lies there is not looked at without the option."""
    before = defects(call)
    defects(call, "--profile", "textrepair-profile.json")
    assert defects(call) == before
    assert not {"BLP301", "TRU104"} & {code for code, _, _ in before}


def test_same_profile_of_same_corpus(call, corpus):
    """Byte for byte."""
    for name in ("a.json", "b.json"):
        defects(call, "--profile", name)
    assert (corpus / "a.json").read_bytes() == (corpus / "b.json").read_bytes()


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"textrepair-profile": 9}'])
def test_unreadable_profile_is_told(call, corpus, content):
    """Exit 2, with the file's name."""
    (corpus / "p.json").write_text(content)
    done = call("check", "c.jsonl", "--isolated", "--profile", "p.json")
    assert done.code == 2 and "p.json" in done.err


def test_names_are_words(call, corpus):
    """A name that several records capitalise in mid-sentence counts as a word."""
    rows = [f"On day {i} we saw Boatandsea again and went home." for i in range(8)]
    (corpus / "c.jsonl").write_text("".join(json.dumps({"text": row}) + "\n" for row in rows))
    defects(call, "--profile", "p.json")
    assert json.loads((corpus / "p.json").read_text())["names"] == ["Boatandsea"]


def test_stdin_is_read_once(call, corpus):
    """A pass of its own is not to be had."""
    done = call("check", "-", "--isolated", "--profile", "p.json", stdin=b"A text.\n")
    assert done.code == 2 and "stdin" in done.err
