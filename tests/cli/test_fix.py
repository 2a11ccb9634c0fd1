"""`fix`: where it writes, what it leaves alone, how it exits."""

import json
import os
import stat

import pytest
from helpers import put

ONE = "The end.The start.\n"


def test_folder_of_results(call, folder):
    put("a.txt", ONE)
    put("sub/b.jsonl", '{"text": "an end.The",  "n": 1.10}\n{"text": "fine"}\n')
    done = call("fix", "a.txt", "sub", "-o", "out")
    assert done.code == 0
    assert done.out == ""
    names = {p.relative_to(folder / "out").as_posix() for p in (folder / "out").rglob("*") if p.is_file()}
    assert names == {
        "cleaned/a.txt",
        "cleaned/sub/b.jsonl",
        "edits.jsonl",
        "defects.jsonl",
        "changes.diff",
        "summary.json",
        "report.html",
    }
    assert (folder / "a.txt").read_text() == ONE
    assert (folder / "out/cleaned/a.txt").read_text() == "The end. The start.\n"
    assert (folder / "out/cleaned/sub/b.jsonl").read_text() == '{"text": "an end. The",  "n": 1.10}\n{"text": "fine"}\n'
    summary = json.loads((folder / "out/summary.json").read_text())
    assert (summary["defects"], summary["edits"], summary["files"], summary["records"]) == (2, 2, 2, 3)
    assert done.last.startswith("textrepair: exit 0:")


def test_rows_of_the_contract(call, folder):
    put("n.jsonl", '{"id": "a7", "text": "an end.The"}\n')
    call("fix", "n.jsonl", "-o", "out", "--id-field", "id", "--lang", "en")
    defect = json.loads((folder / "out/defects.jsonl").read_text())
    assert list(defect) == ["schema", "code", "name", "family", "severity", "path", "line", "record", "span", "match", "message",
                            "language", "confidence", "fix", "applied", "fingerprint"]  # fmt: skip
    assert defect["record"] == {"index": 0, "id": "a7", "field": "text"}
    assert defect["span"] == [6, 7] and defect["applied"] is True and defect["language"] == "en"
    edit = json.loads((folder / "out/edits.jsonl").read_text())
    assert edit == {"schema": 1, "path": "n.jsonl", "line": 1, "record": {"index": 0, "id": "a7", "field": "text"}, "span": [7, 7],
                    "before": "", "after": " ", "code": "JOI901", "applicability": "safe", "context": ["end.", "The"]}  # fmt: skip


def test_second_run_replaces_the_first(call, folder):
    put("a.txt", ONE)
    put("b.txt", ONE)
    call("fix", "a.txt", "b.txt", "-o", "out")
    call("fix", "a.txt", "-o", "out")
    assert not (folder / "out/cleaned/b.txt").exists()
    assert list((folder / "out").glob(".*")) == []


def test_a_foreign_folder_is_not_overwritten(call, folder):
    put("a.txt", ONE)
    put("out/cleaned/mine.txt", "mine")
    done = call("fix", "a.txt", "-o", "out")
    assert done.code == 2
    assert (folder / "out/cleaned/mine.txt").read_text() == "mine"


def test_the_output_folder_is_not_read(call, folder):
    put("a.txt", ONE)
    call("fix")
    call("fix")
    assert not (folder / "textrepair-out/cleaned/textrepair-out").exists()
    assert (folder / "textrepair-out/cleaned/a.txt").exists()


def test_no_output_folder_is_read(call, folder):
    put("a.txt", ONE)
    call("fix", ".", "-o", "mine")
    assert "in 1 of 1 record" in call("check", ".").err
    assert "in 1 record" in call("check", "mine/cleaned").err  # unless it is named


def test_in_place(call, folder):
    file = put("a.txt", ONE)
    file.chmod(0o640)
    done = call("fix", "a.txt", "--in-place")
    assert done.code == 0
    assert file.read_text() == "The end. The start.\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert "JOI901 [fixed]" in done.out
    assert not (folder / "textrepair-out").exists()


def test_in_place_follows_links_and_leaves_clean_files_alone(call, folder):
    target = put("deep/real.txt", ONE)
    os.symlink("deep/real.txt", "link.txt")
    clean = put("clean.txt", "All is well.\n")
    os.utime(clean, ns=(1, 1))
    inode = clean.stat().st_ino
    assert call("fix", "link.txt", "clean.txt", "--in-place").code == 0
    assert (folder / "link.txt").is_symlink()
    assert target.read_text() == "The end. The start.\n"
    assert (clean.stat().st_ino, clean.stat().st_mtime_ns) == (inode, 1)


def test_in_place_with_a_late_change(call, folder):
    lines = ["All is well.\n\n"] * 200_000 + ["The end.The start.\n"]
    file = put("big.txt", "".join(lines))
    assert call("fix", "big.txt", "--in-place").code == 0
    assert file.read_text() == "".join([*lines[:-1], "The end. The start.\n"])


def test_diff_writes_nothing(call, folder):
    file = put("a.txt", ONE)
    done = call("fix", "a.txt", "--diff")
    assert done.code == 1
    assert file.read_text() == ONE
    assert done.out.startswith("diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,1 +1,1 @@\n-The end.The")
    assert "the diff shows 1 edit" in done.last
    assert sorted(p.name for p in folder.iterdir() if not p.name.startswith(".")) == ["a.txt", "textrepair.toml"]


def test_stdin_to_stdout(call):
    done = call("fix", "-", stdin=b"The end.The start.\r\nan \xff end")
    assert done.raw == b"The end. The start.\r\nan \xff end"
    assert done.code == 1  # the byte that is no UTF-8 remains
    done = call("fix", "-", "--input-format", "jsonl", stdin=b'{"text": "an end.The"}\n')
    assert done.raw == b'{"text": "an end. The"}\n'
    assert done.code == 0


def test_unsafe_fixes(call, folder):
    put("a.txt", "a ***ic here\n")
    done = call("fix", "a.txt", "-o", "out")
    assert done.code == 1 and "1 more with --unsafe-fixes" in done.err
    done = call("fix", "a.txt", "-o", "out", "--unsafe-fixes")
    assert done.code == 0
    assert (folder / "out/cleaned/a.txt").read_text() == "a classic here\n"


@pytest.mark.parametrize(
    ("options", "code"), [((), 0), (("--exit-non-zero-on-fix",), 1), (("--exit-non-zero-on-fix", "--exit-zero"), 0)]
)
def test_exit_on_fix(call, options, code):
    put("a.txt", ONE)
    assert call("fix", "a.txt", *options).code == code


@pytest.mark.parametrize("options", [("--diff", "--in-place"), ("-o", "x", "--diff"), ("-o", "x", "--in-place")])
def test_modes_exclude_each_other(call, options):
    put("a.txt", ONE)
    assert call("fix", "a.txt", *options).code == 2


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_compressed_files(call, folder, suffix):
    import gzip

    import zstandard

    pack, unpack = {
        ".gz": (gzip.compress, gzip.decompress),
        ".zst": (zstandard.compress, lambda b: zstandard.ZstdDecompressor().decompressobj().decompress(b)),
    }[suffix]
    raw = b'{"text": "an end.The"}\n'
    put(f"a.jsonl{suffix}", pack(raw))
    clean = put(f"clean.txt{suffix}", pack(b"All is well.\n"))
    assert call("fix", "a.jsonl" + suffix, clean.name, "-o", "out").code == 0
    assert unpack((folder / f"out/cleaned/a.jsonl{suffix}").read_bytes()) == b'{"text": "an end. The"}\n'
    assert (folder / f"out/cleaned/clean.txt{suffix}").read_bytes() == clean.read_bytes()
    assert call("apply", "out/edits.jsonl", "--reverse", "--root", "out/cleaned", "-o", "back").code == 0
    assert unpack((folder / f"back/a.jsonl{suffix}").read_bytes()) == raw


def test_damaged_archive(call):
    put("a.txt.gz", b"\x1f\x8b\x08\x00rubbish")
    done = call("check", "a.txt.gz")
    assert done.code == 2 and "a.txt.gz" in done.last
    put("a.txt.zst", b"rubbish")
    assert call("check", "a.txt.zst").code == 2
