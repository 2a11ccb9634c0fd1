"""Files may be called anything."""

import json
import os
import sys

import pytest
from helpers import put

NAMES = [b"caf\xe9.txt", b"na\nme\x1b[31m.txt", "sp ace ü.txt".encode(), b"::error::x.txt", b"-x", b"a'b\"c.txt"]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems want names in Unicode")


@pytest.fixture
def named(folder):
    os.mkdir("data")
    for name in NAMES:
        with open(b"data/" + name, "wb") as file:
            file.write(b"an end.The\n")
    (folder / ".git").mkdir()
    put(".gitignore", b"*.log\r\n*\xe9.bak\n")
    put("data/a.log", "an end.The\n")
    with open(b"data/x\xe9.bak", "wb") as file:
        file.write(b"an end.The\n")
    put("textrepair.toml", (folder / "textrepair.toml").read_text() + 'extend-exclude = ["ö*"]\n')
    return folder


@pytest.mark.parametrize(
    "form", ["concise", "full", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjsonl", "html", "md"]
)
def test_every_format_takes_every_name(call, named, form):
    """Each file once, nothing raw, and nothing that a log of GitHub takes for a command."""
    done = call("check", "data", "-q", "--report", f"{form}:report", "--limit", "0")
    assert done.code == 1, done.err
    text = (named / "report").read_bytes().decode()
    assert "\x1b" not in text and not any(line.startswith("::error::x") for line in text.split("\n"))
    if form == "jsonl":
        paths = [json.loads(line)["path"] for line in text.splitlines()]
        assert [os.fsencode(p) for p in paths] == sorted((b"data/" + n for n in NAMES), key=os.fsdecode)


def test_there_and_back(call, named):
    assert call("fix", "data", "-o", "out").code == 0
    assert sorted(os.listdir(b"out/cleaned/data")) == sorted(NAMES)
    assert call("apply", "out/edits.jsonl", "--reverse", "--root", "out/cleaned", "-o", "back").code == 0
    for name in NAMES:
        with open(b"back/data/" + name, "rb") as file:
            assert file.read() == b"an end.The\n"


def test_by_name_and_in_place(call, named):
    paths = [os.fsdecode(b"data/" + name) for name in NAMES]
    assert call("fix", "--in-place", "--", *paths).code == 0
    assert call("check", "--", *paths).code == 0
