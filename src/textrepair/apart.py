"""What is made once for the cache folder, made by a process of its own: the memory that it takes ends with it.

A worker that makes the word list of each language of its corpus is twice the size for good. But nothing depends on the
other process: who finds nothing in the folder afterwards makes it himself.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import BinaryIO
from zlib import crc32

from .caching import cache_folder

#: What there is to make of a language: by one process, half of whose time is to start and to read the words.
OF_A_LANGUAGE = (".lexicon.cache", ".scan.stored")
#: Seconds. The longest list takes three, on a slow machine fifteen, and one may have to wait for another's turn.
_LONGEST = 60
_START = "import sys; sys.path[:] = sys.argv[1].split('\\n'); from textrepair import apart; apart.answer(*sys.argv[2:])"
#: An application that is frozen, or has a Python inside, is no Python: it would start itself again.
_PYTHON = re.compile(r"(?:python|pypy)w?[\d.]*[dt]?(?:\.exe)?")
#: Whether another process may help. One that failed would fail again, and what is started has no others to help it.
_hopeful = True


@lru_cache(maxsize=256)
def made(what: str, makers: tuple[str, ...] = OF_A_LANGUAGE) -> None:
    """Have `make(what)` of some modules called by another process, after any that does the same already.

    Only once: what is not there then will not be there after a second time either.
    """
    global _hopeful
    python = _python() if _hopeful else None
    if python is None or not _can_store():
        return
    path = "\n".join(entry for entry in sys.path if isinstance(entry, str))
    _hopeful = _ended_well([*python, "-c", _START, path, str(sys.hexversion), __file__, what, *makers])


def _ended_well(command: list[str]) -> bool:
    import subprocess

    try:
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # to see at once that it has ended: nothing is ever written
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows
        ) as process:
            try:
                process.communicate(timeout=_LONGEST)
            except BaseException:  # Ctrl-C too
                process.kill()
                process.wait()
                raise
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return process.returncode == 0


def _python() -> list[str] | None:
    """How this Python is started; None if there is no telling."""
    if getattr(sys, "frozen", False) or not _PYTHON.fullmatch(Path(sys.executable or "").name.lower()):
        return None
    flags = {"-I": sys.flags.isolated, "-E": sys.flags.ignore_environment, "-B": sys.dont_write_bytecode}
    return [sys.executable, *(flag for flag, on in flags.items() if on)]


def _can_store() -> bool:
    """Whether what another process makes can be handed over."""
    try:
        _turns().close()
    except OSError:
        return False
    return True


def answer(version: str, file: str, what: str, *makers: str) -> None:
    """In the other process: do what it was started for, if it is the same Python with the same textrepair."""
    global _hopeful
    _hopeful = False
    if int(version) != sys.hexversion or file != __file__:
        raise RuntimeError("another Python, or another textrepair")
    with _turn(what):
        for maker in makers:
            import_module(maker, __package__).make(what)


@contextmanager
def _turn(what: str) -> Iterator[None]:
    """Wait for other processes that make the same. The system ends the turn of one that dies."""
    with _turns() as stream:
        with suppress(OSError):  # a folder on a system without locks: then both make it
            _lock(stream, crc32(what.encode()) >> 2)
        yield


def _turns() -> BinaryIO:
    path = cache_folder() / "turns"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("ab")


def _lock(stream: BinaryIO, place: int) -> None:
    """Lock a byte, which need not be there, until the file is closed."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(place)
        msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        fcntl.lockf(stream, fcntl.LOCK_EX, 1, place)
