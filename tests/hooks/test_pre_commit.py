"""The hooks, installed by the real pre-commit from a clone of this repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
pytestmark = pytest.mark.checkout
BAD, GOOD = "The talks came to an end.Then they began again.\n", "The talks came to an end. Then they began again.\n"


def git(*words, cwd, **named):
    return subprocess.run(
        ["git", *words], cwd=cwd, check=named.pop("check", True), capture_output=True, text=True, **named
    )


def committed(folder, message="change"):
    """Stage and commit all of a folder."""
    git("add", "-A", cwd=folder)
    return git("commit", "-qm", message, cwd=folder, check=False)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """git without the user's settings, and pre-commit's store in a folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.mktemp("home")
        settings = {
            "GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_HOME": str(home / "store"),
            "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
        }  # fmt: skip
        for name, value in settings.items():
            patch.setenv(name, value)
        for name in ("PYTHONPATH", "GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
            patch.delenv(name, raising=False)
        git("config", "--global", "protocol.file.allow", "always", cwd=home)
        yield home


@pytest.fixture(scope="module")
def clone(environment):
    """A repository with the tree as it is now, committed or not."""
    folder = environment / "textrepair"
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=TOP).stdout.split("\0")
    for name in filter(None, names):
        if (TOP / name).is_file() and not name.startswith(("tests/", "seeds/", "docs/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(TOP / name, folder / name)
    git("init", "-q", cwd=folder)
    committed(folder)
    return folder


@pytest.fixture
def project(clone, tmp_path):
    """A repository with both hooks installed, and a first commit."""
    revision = git("rev-parse", "HEAD", cwd=clone).stdout.strip()
    hooks = "".join(f"      - id: {name}\n" for name in ("textrepair-fix", "textrepair-check"))
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {clone}\n    rev: {revision}\n    hooks:\n{hooks}"
    )
    (tmp_path / "textrepair.toml").write_text('select = ["JOI101"]\nexclude = ["raw/**"]\n')
    (tmp_path / "old.txt").write_text("All is well.\n")
    git("init", "-q", cwd=tmp_path)
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], cwd=tmp_path, check=True, capture_output=True)
    done = committed(tmp_path, "first")
    assert done.returncode == 0, done.stdout + done.stderr
    return tmp_path


def test_a_defect_stops_the_commit_and_is_repaired(project):
    (project / "news.txt").write_text(BAD)
    done = committed(project)
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stderr + done.stdout
    assert (project / "news.txt").read_text() == GOOD
    assert committed(project).returncode == 0
    assert not (project / "textrepair-out").exists()


def test_names_binaries_links_and_deleted_files(project):
    names = ["two words.txt", "Grüße.txt", "日本/語.md", "-dash.txt", "quo'te\".txt"]
    for name in names:
        (project / name).parent.mkdir(exist_ok=True)
        (project / name).write_text(BAD)
    (project / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20 + BAD.encode())
    (project / "raw").mkdir()
    (project / "raw/left.txt").write_text(BAD)
    (project / "old.txt").unlink()
    os.symlink("two words.txt", project / "link.txt")
    before = (project / "picture.png").read_bytes()
    assert committed(project).returncode == 1
    assert [(project / name).read_text() for name in names] == [GOOD] * len(names)
    assert (project / "picture.png").read_bytes() == before
    assert (project / "raw/left.txt").read_text() == BAD
    done = committed(project)
    assert done.returncode == 0, done.stdout + done.stderr
    assert git("status", "--porcelain", cwd=project).stdout == ""


def test_a_thousand_files(project):
    for i in range(1000):
        folder = project / f"{i % 10}"
        folder.mkdir(exist_ok=True)
        (folder / f"file {i}.txt").write_text(BAD if i % 100 == 0 else GOOD)
    assert committed(project).returncode == 1
    assert all(file.read_text() == GOOD for file in project.glob("*/file *.txt"))
    assert committed(project).returncode == 0
