"""Ctrl-C: exit 130, nothing half-written."""

import os
import signal
import subprocess
import sys
import time

import pytest
from helpers import put

PARAGRAPH = "All is well, and nothing is to be found in this paragraph of the text.\n" * 20 + "\n"


@pytest.mark.parametrize("options", [["--in-place"], ["-o", "out"]])
def test_interrupted(folder, options):
    names = [f"f{i}.txt" for i in range(6)]
    content = "An end.The start.\n\n" + PARAGRAPH * 4000
    for name in names:
        put(name, content)
    process = subprocess.Popen(
        [sys.executable, "-m", "textrepair", "fix", *names, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not any(folder.rglob("*.textrepair-tmp*")):
        time.sleep(0.01)
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert err.decode().strip().split("\n")[-1].startswith("interrupted")
    assert [p for p in folder.rglob("*") if "tmp" in p.name] == []
    assert not (folder / "out").exists()
    fixed = content.replace("end.The", "end. The")
    assert all((folder / name).read_text() in (content, fixed) for name in names)
    assert os.listdir(folder)
