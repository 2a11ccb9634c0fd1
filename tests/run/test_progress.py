"""How far a run is, told while it goes on."""

import pytest

from textrepair.run import Job, run
from textrepair.run.source import Profile, Source
from textrepair.settings import Settings

PARAGRAPH = "All is well, and nothing is to be found in this paragraph of the text.\n" * 20 + "\n"


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_every_byte_is_told_once(tmp_path, monkeypatch, jobs, suffix):
    """Also of a file that is a single task: the workers count as they go."""
    monkeypatch.setattr("textrepair.run.corpus._WORTH", 0)
    monkeypatch.chdir(tmp_path)
    text = PARAGRAPH * 3000 if suffix == "txt" else '{"text": "All is well."}\n' * 100_000
    path = tmp_path / f"a.{suffix}"
    path.write_text(text)
    told: list[int] = []
    source = Source(path.name, path, Profile(Settings(select=("WSP",))))
    work = tmp_path / "work"
    work.mkdir()
    run([source], Job(work=work, jobs=jobs), progress=told.append)
    assert sum(told) == path.stat().st_size and all(n > 0 for n in told)
    assert jobs > 1 or len(told) > 1
