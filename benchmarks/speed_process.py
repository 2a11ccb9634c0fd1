"""What only a process can show: the command as a user runs it, start-up, memory, growth, workers."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import orjson
from speed_corpus import Corpus

COMMAND = [sys.executable, "-m", "textrepair"]


def ran(*arguments: str, cache: str | None = None) -> tuple[float, float, float]:
    """CPU seconds, wall seconds and peak megabytes (largest process) of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    environment = {**os.environ, **({"TEXTREPAIR_CACHE": cache} if cache else {})}
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, _, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, usage.ru_maxrss / 1024


def process_rows(corpus: Corpus, rounds: int) -> list[dict[str, object]]:
    """The whole `fix`, its cost per megabyte without start-up, and start-up itself."""
    with tempfile.TemporaryDirectory() as folder:
        path, tiny = Path(folder, "corpus.jsonl"), Path(folder, "tiny.jsonl")
        path.write_bytes(b"".join(corpus.lines))
        tiny.write_bytes(corpus.lines[0])
        rows = []
        speeds, starts, versions = [], [], []
        for _ in range(rounds):
            start = ran(*_fix(tiny, folder))[0]
            speeds.append(corpus.megabytes / max(1e-6, ran(*_fix(path, folder))[0] - start))
            starts.append(ran(*_fix(tiny, folder))[1])
            versions.append(ran("--version")[1])
        rows.append(_row("fix, as a user runs it (start-up aside)", "MB/s", speeds))
        rows.append(_row("first result on a small file, warm", "s", starts))
        rows.append(_row("--version", "s", versions))
        cold = [ran(*_fix(tiny, folder), cache=f"{folder}/cache{i}")[1] for i in range(2)]
        rows.append(_row("first result on a small file, the very first time", "s", cold))
        return rows


def memory_rows(corpus: Corpus) -> list[dict[str, object]]:
    """Peak memory and CPU time as the corpus and a single record grow: the last column should stay flat."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 4, 16):
            path = Path(folder, "corpus.jsonl")
            path.write_bytes(b"".join(corpus.lines[:500]) * times)
            rows.append(_growth(f"{times} x 500 records", path, folder))
        text = "\n".join(corpus.texts)[:1_000_000]
        for times in (1, 4, 16):
            path = Path(folder, "record.jsonl")
            path.write_bytes(orjson.dumps({"text": " ".join([text.replace("\n", " ")] * times)}) + b"\n")
            rows.append(_growth(f"one record of {times} MB in one line", path, folder))
    return rows


def scaling_rows(corpus: Corpus) -> list[dict[str, object]]:
    """Wall time with one and two workers, with the outputs compared byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "corpus.jsonl")
        path.write_bytes(b"".join(corpus.lines) * 4)
        walls = {n: ran(*_fix(path, f"{folder}/{n}"), "--jobs", str(n))[1] for n in (1, 2)}
        one, two = (
            sorted(p for p in Path(folder, str(n)).rglob("*") if p.is_file() and p.suffix != ".html") for n in (1, 2)
        )
        same = len(one) == len(two) and all(
            a.read_bytes() == b.read_bytes() for a, b in zip(one, two, strict=True) if a.name != "summary.json"
        )
        return [{"workers": n, "wall s": w, "x one": walls[1] / w, "same bytes": same} for n, w in walls.items()]


def _fix(path: Path, out: str) -> list[str]:
    return ["fix", str(path), "-o", f"{out}/out", "--isolated", "--exit-zero", "--no-progress", "-q"]


def _row(name: str, unit: str, found: list[float]) -> dict[str, object]:
    return {"what": f"{name} [{unit}]", "MB/s": statistics.median(found), "low": min(found), "high": max(found)}


def _growth(name: str, path: Path, folder: str) -> dict[str, object]:
    cpu, _, peak = ran(*_fix(path, folder))
    size = path.stat().st_size / 1e6
    return {"what": name, "MB": size, "peak MB": peak, "CPU s": cpu, "CPU s/MB": cpu / size}
