"""The GitHub action: inputs come as environment variables, and its script does what it should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]
pytestmark = pytest.mark.checkout


def steps():
    return yaml.safe_load((TOP / "action.yml").read_text())["runs"]["steps"]


def test_no_input_is_pasted_into_a_script():
    for step in steps():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


@pytest.mark.parametrize(
    ("paths", "args", "code"),
    [
        ("bad.txt", "", 1),
        ("good.txt", "", 0),
        ("bad.txt", "--fail-on=never\n", 0),
        ("two words.txt\ngood.txt", "", 1),
        ("none.txt", "", 2),
        ("$(touch pwned)", "", 2),
    ],
)
def test_the_check(tmp_path, paths, args, code):
    (tmp_path / "bad.txt").write_text("The talks came to an end.Then they began again.\n")
    (tmp_path / "two words.txt").write_text("The talks came to an end.Then they began again.\n")
    (tmp_path / "good.txt").write_text("All is well.\n")
    program = tmp_path / "textrepair/bin/textrepair"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m textrepair "$@"\n')
    program.chmod(0o755)
    (tmp_path / "textrepair.toml").write_text('select = ["JOI101"]\n')
    env = {
        **os.environ, "RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"), "GITHUB_OUTPUT": str(tmp_path / "output"),
        "TEXTREPAIR_PATHS": paths, "TEXTREPAIR_ARGS": args, "TEXTREPAIR_SARIF": "out.sarif",
    }  # fmt: skip
    script = next(step["run"] for step in steps() if step.get("id") == "check")
    done = subprocess.run(["bash", "-e", "-c", script], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == code, done.stderr
    assert (tmp_path / "output").read_text() == f"exit-code={code}\n"
    assert not (tmp_path / "pwned").exists()
    if code != 2:
        assert "## textrepair" in (tmp_path / "summary").read_text()
        assert (tmp_path / "out.sarif").exists()
    assert ("::warning file=" in done.stdout) is ("bad" in paths or "two" in paths)
