"""Parts of a file for workers: nothing is lost between them, and the last ones are small."""

import os
import subprocess
import sys

import pytest

from textrepair.run import part
from textrepair.run.part import parts_of


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(part, "SIZE", 1000)
    monkeypatch.setattr(part, "SMALLEST", 100)


@pytest.mark.parametrize("ending", [b"", b"\n"])
@pytest.mark.parametrize("workers", [1, 2, 7])
def test_parts_are_whole_lines_and_together_the_file(tmp_path, small, ending, workers):
    """Each knows the number of its first line."""
    path = tmp_path / "a"
    path.write_bytes(b"\n".join(b"x" * (n % 37) for n in range(600)) + ending)
    found = []
    for one in parts_of(path, workers):
        with path.open("rb") as stream, one.of(stream) as lines:
            raw = b"".join(lines)
        assert b"".join(found).count(b"\n") == one.first
        found.append(raw)
    assert b"".join(found) == path.read_bytes()
    assert all(raw.endswith(b"\n") for raw in found[:-1])


@pytest.mark.parametrize("workers", [2, 8])
def test_no_worker_is_left_with_a_large_part(tmp_path, small, workers):
    """The last parts are a small share of the file, the first ones are not."""
    path = tmp_path / "a"
    path.write_bytes((b"x" * 19 + b"\n") * 2000)
    sizes = [(one.end or path.stat().st_size) - one.start for one in parts_of(path, workers)]
    assert sizes[0] >= 1000
    assert max(sizes[-workers:]) <= 120


def test_an_empty_file_is_one_part(tmp_path):
    """And a line of its own size stays in one piece."""
    path = tmp_path / "a"
    path.touch()
    assert [(p.start, p.end, p.first) for p in parts_of(path, 2)] == [(0, None, 0)]


def test_a_process_with_threads_is_not_copied():
    """A lock that another thread holds would never be let go of in the copy."""
    code = (
        "import threading; from textrepair.run.processes import context; print(context().get_start_method());"
        "threading.Thread(target=threading.Event().wait, daemon=True).start(); print(context().get_start_method())"
    )
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["fork" if sys.platform == "linux" else "spawn", "spawn"]
