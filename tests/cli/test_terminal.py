"""On a terminal: colours, the bar, nothing raw."""

import os
import pty
import re
import subprocess
import sys

import pytest
from helpers import put

from textrepair.cli.progress import Progress, progress


def on_a_terminal(*arguments, **environment):
    """What the command prints on a terminal, both streams."""
    leader, follower = pty.openpty()
    env = (
        {k: v for k, v in os.environ.items() if k not in ("CI", "NO_COLOR", "FORCE_COLOR")}
        | {"TERM": "xterm", "COLUMNS": "80"}
        | environment
    )
    command = [sys.executable, "-m", "textrepair", arguments[0], "--no-progress", *arguments[1:]]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=follower, stderr=follower, env=env) as process:
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            parts.append(part)
        process.wait()
    os.close(leader)
    return b"".join(parts).decode("utf-8", "replace")


HOSTILE = "an end.The \x1b]0;owned\x07 \x1b[2J \u202e \x9b31m \r gone\n"
OURS = re.compile(r"\x1b\[(?:[0-9;]*m|K)")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--output-format", "full"],
        ["fix", "--diff"],
        ["fix", "--in-place"],
        ["check", "--output-format", "json"],
    ],
)
def test_corpus_text_moves_no_cursor(folder, arguments):
    put("a.txt", HOSTILE)
    shown = OURS.sub("", on_a_terminal(*arguments, "a.txt"))
    assert "JOI901" in shown or "end" in shown
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]|\r(?!\n)", shown)


def test_colors_on_a_terminal(folder):
    put("a.txt", "an end.The\n")
    assert "\x1b[" in on_a_terminal("check", "a.txt")
    assert "\x1b[" not in on_a_terminal("check", "a.txt", NO_COLOR="1")
    assert "\x1b[" not in on_a_terminal("check", "a.txt", TERM="dumb")


class Screen:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def isatty(self):
        return True


def test_the_bar(monkeypatch):
    screen, clock = Screen(), iter(range(100))
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    monkeypatch.setenv("COLUMNS", "80")
    bar = Progress(10_000_000)
    bar(2_000_000)
    bar(2_000_000)
    bar.clear()
    first, second = re.findall(r"\r(\[.*?)\x1b\[K", screen.text)[:2]
    assert first.endswith("]  20%    2.0 MB/s  0:04 left")
    assert second.endswith("]  40%    2.0 MB/s  0:03 left")
    assert all(len(line) < 80 for line in (first, second))
    assert screen.text.endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("ci", "tty", "wanted", "there"),
    [("", True, True, True), ("true", True, True, False), ("", False, True, False), ("", True, False, False)],
)
def test_where_there_is_a_bar(monkeypatch, ci, tty, wanted, there):
    screen = Screen()
    screen.isatty = lambda: tty
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("CI", ci)
    with progress(5, wanted=wanted) as bar:
        assert (bar is not None) is there
