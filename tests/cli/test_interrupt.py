"""Ctrl-C: exit 130, nothing half-written."""

import os
import signal
import subprocess
import sys
import time

import pytest
from helpers import put

PARAGRAPH = "All is well, and nothing is to be found in this paragraph of the text.\n" * 20 + "\n"


def _hears():
    """A background job of a shell is started deaf to Ctrl-C, and so would be what the tests start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.parametrize("everyone", [False, True])  # Ctrl-C in a shell reaches the workers too
@pytest.mark.parametrize("options", [["--in-place"], ["-o", "out"]])
def test_interrupted(folder, options, everyone):
    names = [f"f{i}.txt" for i in range(6)]
    content = "An end.The start.\n\n" + PARAGRAPH * 4000
    for name in names:
        put(name, content)
    command = [sys.executable, "-m", "textrepair", "fix", *names, *options, "--jobs", "2"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, preexec_fn=_hears
    )
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline and not any(folder.rglob("*.textrepair-tmp*")):
        time.sleep(0.01)
    time.sleep(0.1)
    if everyone:
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130, err
    assert err.decode().strip().split("\n") == ["interrupted: no file was left half-written"]
    assert [p for p in folder.rglob("*") if "tmp" in p.name] == []
    assert not (folder / "out").exists()
    fixed = content.replace("end.The", "end. The")
    assert all((folder / name).read_text() in (content, fixed) for name in names)
    assert os.listdir(folder)
