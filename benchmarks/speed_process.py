"""What only a process can show: the command as a user runs it, and how long it takes to the first result."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from speed_corpus import Corpus
from speed_measure import Row

COMMAND = (sys.executable, "-m", "textrepair")
#: Runs a command and prints its exit code and what `Ran` holds.
_MEASURE = """
import os, resource, sys, time
began = time.perf_counter()
nowhere = os.open(os.devnull, os.O_WRONLY)
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1)])
status = os.wait4(pid, 0)[1]
wall, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
print([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024])
"""


@dataclass(frozen=True)
class Ran:
    """CPU seconds of all processes, wall seconds, and the megabytes of the largest process at its largest."""

    cpu: float
    wall: float
    peak: float


@dataclass
class Place:
    """A folder with caches of its own, in which commands run as after an installation: with their bytecode stored."""

    folder: Path
    caches: str = "cache"
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        self.environment = {**kept, "PYTHONPYCACHEPREFIX": str(self.folder / "bytecode")}

    def ran(self, *arguments: str, cache: str = "") -> Ran:
        """One command. `cache`: the folder of the derived tables."""
        environment = {**self.environment, "TEXTREPAIR_CACHE": str(self.folder / (cache or self.caches))}
        # From a small process: what is started inherits the peak of the one that starts it.
        command = [sys.executable, "-I", "-S", "-c", _MEASURE, *COMMAND, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
        status, *figures = json.loads(done.stdout)
        if status:
            raise SystemExit(f"{' '.join(arguments)}: exit {status}: {done.stderr}")
        return Ran(*figures)

    def fixed(self, path: Path, *options: str, out: str = "out", cache: str = "") -> Ran:
        """`fix` as a user runs it, into a folder."""
        quiet = ("--isolated", "--exit-zero", "--no-progress", "-q")
        return self.ran("fix", str(path), "-o", str(self.folder / out), *quiet, *options, cache=cache)


def process_rows(corpus: Corpus, rounds: int) -> list[Row]:
    """The whole `fix` in megabytes a second, with warm caches and with cold ones, start included and not."""
    with tempfile.TemporaryDirectory() as folder:
        place, path, tiny = Place(Path(folder)), Path(folder, "corpus.jsonl"), Path(folder, "tiny.jsonl")
        path.write_bytes(b"".join(corpus.lines))
        tiny.write_bytes(corpus.lines[0])
        one = "--jobs", "1"
        place.fixed(path, *one)
        whole, rest = [], []
        for _ in range(rounds):
            start = place.fixed(tiny, *one).cpu
            cpu = place.fixed(path, *one).cpu
            whole.append(corpus.megabytes / cpu)
            rest.append(corpus.megabytes / max(1e-6, cpu - start))
        cold = [corpus.megabytes / place.fixed(path, *one, cache="cold").cpu]
        return [
            _row("fix, as a user runs it", "MB/s", whole),
            _row("fix, start-up aside", "MB/s", rest),
            _row("fix, the very first time: all caches cold", "MB/s", cold),
        ]


def start_rows(corpus: Corpus, rounds: int) -> list[Row]:
    """Wall seconds to the first result."""
    with tempfile.TemporaryDirectory() as folder:
        place, tiny = Place(Path(folder)), Path(folder, "tiny.txt")
        tiny.write_text(corpus.texts[0][:2000], encoding="utf-8", errors="replace")
        place.fixed(tiny)
        place.fixed(tiny, "--lang", "en")
        times: dict[str, list[float]] = {}
        for k in range(rounds):
            for name, run in (
                ("--version", lambda: place.ran("--version")),
                ("check a small file", lambda: place.ran("check", str(tiny), "--isolated", "--exit-zero")),
                ("fix a small file", lambda: place.fixed(tiny)),
                ("fix a small file, language given", lambda: place.fixed(tiny, "--lang", "en")),
                ("fix a small file, all caches cold", lambda k=k: place.fixed(tiny, cache=f"cold{k}")),
            ):
                times.setdefault(name, []).append(run().wall)
        return [_row(name, "s", found) for name, found in times.items()]


def _row(name: str, unit: str, found: list[float]) -> Row:
    return {"what": name, unit: statistics.median(found), "low": min(found), "high": max(found)}
