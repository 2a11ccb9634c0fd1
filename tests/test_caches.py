"""What is derived and kept in the user's cache folder is never in the way: absent, cut short, foreign or unwritable."""

import os
import subprocess
import sys

import pytest

from textrepair.caching import store, store_one_of

#: A language with a short list.
TEXT = "Bu bir deneme metnidir ve ve burada bir hata var .\nİkinci satır da burada ,ama kısa.\n"
COMMAND = (
    sys.executable,
    "-m",
    "textrepair",
    "fix",
    "-",
    "--isolated",
    "--exit-zero",
    "--unsafe-fixes",
    "--lang",
    "tr",
)


def started(folder):
    """A run with its caches in a folder."""
    environment = {**os.environ, "TEXTREPAIR_CACHE": str(folder)}
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen(COMMAND, env=environment, text=True, encoding="utf-8", **pipes)


def fixed(folder):
    """What a run says: the text, and the counts of defects."""
    return ended(started(folder))


def ended(process):
    """The same of a run that has started."""
    out, told = process.communicate(TEXT, timeout=120)
    assert process.returncode == 0, told
    return out, told


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A folder after two runs, and what they said."""
    folder = tmp_path_factory.mktemp("caches")
    first = fixed(folder)
    assert fixed(folder) == first
    assert "burada, ama" in first[0]
    return folder, first


def test_the_second_run_writes_nothing(filled):
    """And no file was left half-written."""
    folder, first = filled
    before = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert fixed(folder) == first
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == before
    assert not any(file.name.endswith(".tmp") for file in before)


@pytest.mark.parametrize("damage", ["empty", "half", "foreign"])
def test_damaged_files_are_made_anew(filled, tmp_path, damage):
    """Every file at once. The result is the same, and so are the files in the end."""
    folder, first = filled
    for file in folder.iterdir():
        data = file.read_bytes()
        left = {"empty": b"", "half": data[: len(data) // 2 + 1], "foreign": b"nothing of ours\n"}[damage]
        (tmp_path / file.name).write_bytes(left)
    assert fixed(tmp_path) == first
    kept = [file for file in folder.iterdir() if file.name.startswith("lexicon")]
    assert kept
    assert all((tmp_path / file.name).read_bytes() == file.read_bytes() for file in kept)


def test_a_folder_that_cannot_be_written(filled, tmp_path):
    """Costs time only."""
    (tmp_path / "file").write_text("")
    assert fixed(tmp_path / "file" / "below") == filled[1]


def test_several_first_runs_at_once(filled, tmp_path):
    """Each makes what it needs; whoever comes last leaves the same files."""
    folder, first = filled
    runs = [started(tmp_path) for _ in range(3)]
    assert [ended(run) for run in runs] == [first] * 3
    assert {file.name for file in tmp_path.iterdir()} <= {file.name for file in folder.iterdir()}
    assert fixed(tmp_path) == first


def test_of_what_was_kept_for_folders_of_rules_the_oldest_goes(tmp_path):
    """Each folder of rules has an entry, and a working copy that was removed leaves its own behind."""
    for number in range(30):
        store_one_of(tmp_path / f"catalogue-{number}.json", b"{}")
        os.utime(tmp_path / f"catalogue-{number}.json", (number, number))
    store(tmp_path / "plans.json", b"{}")
    store_one_of(tmp_path / "catalogue-new.json", b"{}")
    kept = {file.name for file in tmp_path.iterdir()}
    assert kept == {"plans.json", "catalogue-new.json", *(f"catalogue-{n}.json" for n in range(7, 30))}
