"""What another process makes for the cache folder: the same as this one would, and this one does if that one can't."""

import os
import signal
import subprocess
import sys

import pytest

from textrepair import apart
from textrepair.caching import cache_folder
from textrepair.language import profiles
from textrepair.lexicon import cache
from textrepair.scan import single, stored

on_posix = pytest.mark.skipif(os.name != "posix", reason="shell scripts and signals")
#: A language with a short list.
LANGUAGE = "vi"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty cache folder, of which nothing is remembered before or afterwards."""
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(apart, "_hopeful", True)
    remembering = (apart.made, cache._built, stored.known_words, stored.whole_words, single._slots)
    for function in remembering:
        function.cache_clear()
    yield tmp_path / "cache"
    for function in remembering:
        function.cache_clear()


@pytest.fixture
def here(monkeypatch):
    """What was made in this process, in its order."""
    languages = []
    monkeypatch.setattr(cache, "_built", Noted(cache._built, languages))
    return languages


class Noted:
    """A function that remembers results, and here what it was asked."""

    def __init__(self, function, asked):
        self._function, self._asked, self.cache_clear = function, asked, function.cache_clear

    def __call__(self, what):
        self._asked.append(what)
        return self._function(what)


def tables():
    """All files of the cache folder but the one for turns."""
    return {file.name: file.read_bytes() for file in cache_folder().iterdir() if file.name != "turns"}


def script(tmp_path, monkeypatch, content):
    """Let `sys.executable` be a program that does something else. The file in which it notes each of its starts."""
    program, starts = tmp_path / "python3", tmp_path / "starts"
    program.write_text(f"#!/bin/sh\necho started >>'{starts}'\n{content}\n")
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    return starts


@pytest.mark.parametrize("language", [LANGUAGE, "hi", "ko"])
def test_the_files_are_the_same(folder, monkeypatch, here, language):
    """Whoever makes them; and all of a language at once."""
    assert single.slots(language, "tokens") is not None
    apart_made = tables()
    assert {name.rpartition(".")[2] for name in apart_made} == {
        *("table", "words", "letters", "sizes"),
        *(f"{name}-{single.FORMAT}" for name in ("tokens", "whole")),
    }
    assert here == []
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(folder.with_name("other")))
    monkeypatch.setattr(apart, "_hopeful", False)
    stored.make(language)
    assert here == [language]
    assert tables() == apart_made


def test_what_was_made_here_does_not_stay(folder, monkeypatch):
    """It is in the folder, and read from there."""
    monkeypatch.setattr(apart, "_hopeful", False)
    table = stored.known_words(LANGUAGE)
    assert table is not None
    assert not table.slots.flags.writeable


def test_profiles_are_the_same(folder, monkeypatch):
    """Those by which languages are told."""
    profiles.profiles.__wrapped__()
    apart_made = tables()
    assert len(apart_made) == 1
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(folder.with_name("other")))
    monkeypatch.setattr(apart, "_hopeful", False)
    profiles.profiles.__wrapped__()
    assert tables() == apart_made


def test_a_language_without_a_list_starts_nothing(folder, monkeypatch):
    """It is told by the name of a file that is not there."""
    monkeypatch.setattr(apart, "_ended_well", None)
    assert cache.read("xx", "table") == b""
    assert single.slots("xx", "tokens") is None


@pytest.mark.parametrize("executable", ["", None, "/opt/app/editor", "C:\\app\\python-editor.exe", "/nowhere/python3"])
def test_no_python_to_start(folder, monkeypatch, here, executable):
    """An application with a Python inside would start itself: nothing is, and the work is done here."""
    if executable != "/nowhere/python3":
        monkeypatch.setattr(apart, "_ended_well", None)
    monkeypatch.setattr(sys, "executable", executable)
    assert cache.read(LANGUAGE, "table")
    assert here == [LANGUAGE]


def test_a_frozen_application(folder, monkeypatch, here):
    """Whatever its name."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(apart, "_ended_well", None)
    assert cache.read(LANGUAGE, "table")
    assert here == [LANGUAGE]


@on_posix
@pytest.mark.parametrize("content", ["exit 3", "kill -KILL $$", "echo stray; echo stray >&2; exit 1", "exec sleep 600"])
def test_a_process_that_fails(folder, tmp_path, monkeypatch, here, capfd, content):
    """Is not tried again, for any language; nor is one that does not end. Nothing that it says is heard."""
    monkeypatch.setattr(apart, "_LONGEST", 1 if "sleep" in content else 60)
    starts = script(tmp_path, monkeypatch, content)
    for language in (LANGUAGE, "hi"):
        assert cache.read(language, "table")
    assert here == [LANGUAGE, "hi"]
    assert starts.read_text() == "started\n"
    assert capfd.readouterr() == ("", "")


@on_posix
def test_a_process_that_stores_nothing(folder, tmp_path, monkeypatch, here):
    """As if the disk were full: it is not asked for the same language twice."""
    starts = script(tmp_path, monkeypatch, "exit 0")
    monkeypatch.setattr(cache, "store", lambda *_: None)
    assert cache.read(LANGUAGE, "table")
    assert cache.read(LANGUAGE, "letters")
    assert here == [LANGUAGE, LANGUAGE]
    assert starts.read_text() == "started\n"


@pytest.fixture
def interruptible():
    """A process that was started in the background is deaf to Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@on_posix
@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_ends_both(folder, tmp_path, monkeypatch, here):
    """Ctrl-C is not taken for a failure."""
    number = tmp_path / "number"
    script(tmp_path, monkeypatch, f"echo $$ >'{number}'; sleep 1; kill -INT $PPID; exec sleep 600")
    with pytest.raises(KeyboardInterrupt):
        cache.read(LANGUAGE, "table")
    assert here == []
    with pytest.raises(ProcessLookupError):
        os.kill(int(number.read_text()), 0)


def test_nowhere_to_put_it(folder, monkeypatch, here):
    """Nothing could be handed over, so nothing is started; all is found all the same."""
    folder.write_text("a file where the folder should be")
    monkeypatch.setattr(apart, "_ended_well", None)
    assert cache.read(LANGUAGE, "table")
    assert len(single.slots(LANGUAGE, "whole")) >= 16
    assert set(here) == {LANGUAGE}


def waiting(what):
    """A process that makes something, once it is its turn."""
    path = "\n".join(sys.path)
    arguments = (path, str(sys.hexversion), apart.__file__, what, *apart.OF_A_LANGUAGE)
    return subprocess.Popen([sys.executable, "-c", apart._START, *arguments])


def test_who_comes_second_finds_it_made(folder, monkeypatch):
    """He waits for his turn, and looks again."""
    monkeypatch.setattr(apart, "_hopeful", False)
    with apart._turn(LANGUAGE):
        second = waiting(LANGUAGE)
        stored.make(LANGUAGE)
        times = {file: file.stat().st_mtime_ns for file in folder.iterdir()}
    assert second.wait(60) == 0
    assert {file: file.stat().st_mtime_ns for file in folder.iterdir()} == times


@on_posix
def test_the_turn_of_a_dead_process_is_over(folder):
    """Nobody waits for it."""
    code = "from textrepair import apart\nwith apart._turn('vi'):\n    print(flush=True)\n    input()"
    pipes = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as first:
        assert first.stdout.readline() == b"\n"
        second = waiting(LANGUAGE)
        first.send_signal(signal.SIGKILL)
    assert second.wait(60) == 0
    assert tables()


def test_another_python_is_refused():
    """Or another textrepair, which may make other tables by the same name."""
    for version, file in ((str(sys.hexversion + 1), apart.__file__), (str(sys.hexversion), "elsewhere/apart.py")):
        with pytest.raises(RuntimeError, match="another"):
            apart.answer(version, file, LANGUAGE, *apart.OF_A_LANGUAGE)


GROWTH = """
import sys
import numpy
from textrepair import apart
from textrepair.lexicon import lexicon
def most():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmHWM"))
apart._hopeful = sys.argv[1] == "apart"
before = most()
lexicon("cs").zipf("slovo")
print(most() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system as Linux tells it")
def test_the_memory_is_not_this_ones(folder):
    """A process that has a language's tables made grows by a small part of what it takes to make them."""

    def grown(how):
        environment = {**os.environ, "TEXTREPAIR_CACHE": str(folder / how)}
        command = [sys.executable, "-c", GROWTH, how]
        return int(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout)

    assert grown("apart") * 4 < grown("here")
