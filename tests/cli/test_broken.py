"""What goes wrong in a new user's first hour: said in one line, with exit 2 or an INP defect, and nothing lost."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import zstandard
from helpers import put

BAD = "The end.The start.\n"
RECORD = json.dumps({"text": "an end.The start"}) + "\n"


def process(*args, stdin=None, stdout=subprocess.PIPE, closed=""):
    """`textrepair` as its own process, with some streams closed by the shell: `0<&-`."""
    command = ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "textrepair", *map(str, args)]
    return subprocess.run(command, input=stdin, stdout=stdout, stderr=subprocess.PIPE, timeout=60)


def cut(raw: bytes) -> bytes:
    return raw[: len(raw) * 2 // 3]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt.gz", cut(gzip.compress(os.urandom(3000))), "is the file whole"),
        ("a.txt.gz", b"no gzip", "is the file whole"),
        ("a.jsonl.zst", cut(zstandard.compress(RECORD.encode() * 999)), "the compressed data ends too early"),
        ("a.txt.zst", zstandard.compress(BAD.encode()) + b"\x28\xb5", "too early"),
        ("a.txt.zst", b"no zstandard", "zstandard"),
    ],
)
def test_cut_files(call, folder, name, content, said):
    """Cut or of another kind: an error, and no output that looks like a whole one."""
    put(name, content)
    for args in (["check", name], ["fix", name, "-o", "out"], ["fix", name, "--in-place"]):
        done = call(*args)
        assert done.code == 2 and said in done.last and name in done.last, args
    assert not (folder / "out").exists() and (folder / name).read_bytes() == content


@pytest.mark.parametrize("checksum", [False, True])
@pytest.mark.parametrize("size", [0, 10, 300_000])
def test_every_cut_of_zstandard_is_seen(tmp_path, checksum, size):
    """Several frames, of raw and compressed blocks, and one that is to be skipped."""
    from textrepair.corpora.zstd_frames import whole

    pack = zstandard.ZstdCompressor(write_checksum=checksum).compress
    frames = [pack(os.urandom(size) + bytes(size)), pack(b"x"), b"\x5a\x2a\x4d\x18\x02\x00\x00\x00zz"]
    file = tmp_path / "a.zst"
    ends = {sum(map(len, frames[:n])) for n in range(4)}
    total = b"".join(frames)
    places = {*range(0, len(total), max(1, len(total) // 50)), *range(len(total) - 30, len(total)), *ends} - {-1}
    for end in (p for p in places if p >= 0):
        file.write_bytes(total[:end])
        with file.open("rb") as raw:
            assert whole(raw) is (end in ends), end
            assert raw.tell() == 0


def test_utf16_is_told(call, folder):
    """A text that can't be read as one is named, also in a folder; other binary files are not worth a word there."""
    put("texts/a.txt", BAD.encode("utf-16"))
    put("texts/b.txt", (BAD * 3).encode("utf-16-le"))
    put("texts/c.txt", "fine\n")
    put("texts/d.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    done = call("check", "texts")
    assert done.code == 0 and done.err.count("UTF-16: convert it") == 2 and "png" not in done.err
    assert "UTF-16" in call("check", "texts/a.txt").last


def test_records_that_are_none(call):
    """Each line says what is wrong with it, as its reader counts."""
    put(
        "a.jsonl",
        '{"text": "x\n[1]\nnull\n{"text": 3}\n{"body": "x"}\n{"text": null}\n{"text": "a", "text": "an end.The"}\n\n'
        '{"text": ["an end.The"]}',
    )
    done = call("check", "a.jsonl", "--output-format", "concise")
    assert [line.partition(": ")[2] for line in done.out.splitlines()] == [
        "INP002 [-] the line is no JSON: invalid control character, column 12",
        "INP002 [-] the line is no JSON object but a list",
        "INP002 [-] the line is no JSON object but null",
        "INP003 [-] no text in the field text: it holds a number",
        "INP003 [-] no field text: there are body",
        "INP003 [-] no text in the field text: it holds null",
        "JOI901 [*] no blank after the stop: . -> . ",
        "JOI901 [*] no blank after the stop: . -> . ",
    ]


def test_a_cell_that_never_closes(call):
    """Read as it stands, and told."""
    put("a.csv", 'id,text\n1,"an end.The\n2,fine\n3,""\n')
    done = call("check", "a.csv")
    assert [line.split()[0] for line in done.out.splitlines()] == ["a.csv:2:1:", "a.csv:2"]
    assert "none closes it" in done.out


@pytest.mark.parametrize(("name", "content"), [("a.jsonl", '{"body": "x"}\n'), ("a.csv", "id,body\n1,x\n")])
def test_no_record_has_the_field(call, name, content):
    """Nothing was checked is not nothing was found."""
    put(name, content)
    assert "nothing was checked" in call("check", name).last
    assert "nothing was checked" not in call("check", name, "--field", "body").last


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "a.txt", "--report", "json:a.txt"], "is an input"),
        (["check", "link.txt", "--report", "json:a.txt"], "is an input"),
        (["check", "a.txt", "--report", "json:-"], "is no file"),
        (["check", "a.txt", "--report", "json:sub"], "is a folder"),
        (["check", "a.txt", "--report", "json:x", "--report", "md:./x"], "another report"),
        (["check", "a.txt", "--report", "json:a.txt/x"], "cannot be written"),
        (["check", "a.txt", "--write-baseline", "--baseline", "a.txt"], "is an input"),
        (["fix", "a.txt", "--report", "json:textrepair-out/edits.jsonl"], "what fix writes"),
        (["fix", "a.txt", "--report", "json:textrepair-out/cleaned/b"], "cleaned corpus"),
        (["fix", "old/cleaned", "-o", "old"], "is an input"),
        (["fix", "a.txt", "-o", "mine"], "not from textrepair"),
        (["fix", "a.txt", "-o", "a.txt"], "no folder"),
        (["check", "a.txt", "--isolated", "--config", "textrepair.toml"], "exclude each other"),
        (["check", "a.txt", "--select", ""], "no code is given"),
        (["check", "a.txt", "--select", "joi901"], "--select: no rule is called joi901 (did you mean JOI901?)"),
        (["check", "a.txt", "--lang", "english"], "no language tag"),
        (["check", "a.txt", "--input-format", "parquet"], ".parquet"),
        (["check", "-", "--input-format", "parquet"], ".parquet"),
        (["check", "b.parquet", "--input-format", "jsonl"], ".parquet"),
        (["rules", "tset"], "did you mean test?"),
    ],
)
def test_what_cannot_be_meant(call, folder, args, said):
    """Told before any work is done; every file stays as it was."""
    put("a.txt", BAD)
    (folder / "link.txt").symlink_to("a.txt")
    put("sub/x", "x")
    put("b.parquet", "x")
    put("mine/report.html", "mine")
    put("old/a.txt", BAD)
    assert call("fix", "old/a.txt", "-o", "old").code == 0
    put("old/cleaned/new.txt", BAD)
    before = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    done = call(*args)
    assert done.code == 2 and said in done.last, done.err
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


def test_results_beside_the_inputs(call, folder):
    """What an earlier run wrote is no input of the next."""
    put("texts/a.txt", BAD)
    for _ in range(2):
        assert call("fix", "texts", "-o", "texts").code == 0
    assert sorted(p.name for p in (folder / "texts/cleaned").rglob("*")) == ["a.txt", "texts"]
    assert call("fix", "texts/a.txt", "-o", "texts").code == 0


def test_streams_that_are_closed(folder):
    put("a.txt", "fine\n")
    done = process("fix", "-", closed="0<&-")
    assert (done.returncode, b"standard input is closed" in done.stderr) == (2, True)
    done = process("check", "a.txt", closed=">&-")
    assert (done.returncode, b"stdout is closed" in done.stderr) == (2, True)
    assert process("check", "a.txt", closed="2>&-").returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a disc that is always full")
@pytest.mark.parametrize(
    "args", [["check", "a.txt"], ["fix", "-"], ["fix", "a.txt", "--diff"], ["rules", "schema"], ["--version"]]
)
def test_a_full_disc(folder, args):
    """Output that got lost is never exit 0 or 1."""
    put("a.txt", BAD)
    with open("/dev/full", "wb") as full:
        done = process(*args, stdin=BAD.encode(), stdout=full)
    assert done.returncode == 2 and b"stdout cannot be written: No space left" in done.stderr


def test_reports_go_where_the_path_leads(folder):
    """Into the file behind a link, and through a pipe; a device stays one."""
    put("a.txt", BAD)
    put("real.md", "old")
    (folder / "link.md").symlink_to("real.md")
    done = process("check", "a.txt", "-q", "--limit", 0, "--report", "md:link.md", "--report", "md:/dev/stdout")
    assert Path("link.md").is_symlink() and Path("real.md").read_bytes() == done.stdout != b""
    if os.path.exists("/dev/full"):
        assert process("check", "a.txt", "--report", "json:/dev/full").returncode == 2
        assert Path("/dev/full").is_char_device()


#: Without the right of root to read everything.
MORTAL = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["check", "secret"], "secret"),
        (["check", "."], "Permission denied"),
        (["check", "blind"], "blind"),
        (["check", "secret/a.txt"], "secret/a.txt"),
        (["check", "mute.txt"], "mute.txt"),
        (["check", "a.txt", "--config", "mute.txt"], "mute.txt"),
        (["init", "fixed"], "fixed/textrepair.toml"),
        (["rules", "new", "--bad", "teh", "--good", "the", "-o", "fixed/x.yaml"], "fixed/x.yaml"),
        (["fix", "fixed/a.txt", "--in-place"], "fixed/a.txt"),
        (["fix", "a.txt", "-o", "fixed/out"], "fixed/out"),
        (["check", "a.txt", "--write-baseline", "--baseline", "fixed/b.jsonl"], "fixed/b.jsonl"),
    ],
)
def test_what_may_not_be_read_or_written(folder, args, said):
    """Named, and never taken for empty."""
    for name in ("a.txt", "mute.txt", "secret/a.txt", "blind/a.txt", "fixed/a.txt"):
        put(name, BAD)
    modes = {"mute.txt": 0, "secret": 0, "blind": 0o311, "fixed": 0o555}
    for name, mode in modes.items():
        os.chmod(name, mode)
    try:
        mortal = MORTAL if os.geteuid() == 0 else ()
        command = [*mortal, sys.executable, "-m", "textrepair", *args]
        done = subprocess.run(command, capture_output=True, timeout=60, text=True)
    finally:
        for name in modes:
            os.chmod(name, 0o755)
    last = done.stderr.strip().split("\n")[-1]
    assert done.returncode == 2 and said in last and "internal error" not in last, done.stderr
    assert Path("fixed/a.txt").read_text() == BAD and os.listdir("fixed") == ["a.txt"]


@pytest.mark.parametrize("args", [["fix", "a.txt", "-o", "out"], ["fix", "a.txt", "--in-place"]])
def test_no_room_for_the_results(folder, args):
    """A disc that fills up on the way: the input is whole, and nothing half-made is left."""
    put("a.txt", BAD * 9000)
    command = ["sh", "-c", 'ulimit -f 64; exec "$@"', "sh", sys.executable, "-m", "textrepair", *args]
    done = subprocess.run(command, capture_output=True, timeout=60, text=True)
    assert done.returncode == 2 and "cannot be written: File too large" in done.stderr
    assert Path("a.txt").read_text() == BAD * 9000
    assert sorted(os.listdir()) == [".rules.yaml", "a.txt", "textrepair.toml"]
