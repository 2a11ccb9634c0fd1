"""What the documentation shows is true: commands are run, rules tested, links followed, and it is clean text itself."""

import re
import shlex
from pathlib import Path

import pytest

from textrepair.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")] + sorted(
    (ROOT / "docs").glob("*.md")
)
README = PAGES[0].read_text("utf-8")

pytestmark = pytest.mark.checkout


def blocks(kind, text=README):
    """The fenced blocks of the README, or of another page, with this info string."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def session(page):
    """Commands of a page's tour, each with the output that is shown; and the files that it begins with."""
    (tour,) = [b for b in blocks("", page.read_text("utf-8")) if b.startswith("$ ")]
    parts = [part.strip("\n").split("\n", 1) for part in re.split(r"^\$ ", tour, flags=re.MULTILINE)[1:]]
    files = {command.split()[1]: text + "\n" for command, text in parts if command.startswith("cat ")}
    return files, [(command, shown) for command, shown in parts if not command.startswith("cat ")]


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs/cli.md"], ids=lambda p: p.name)
def test_the_tour_prints_what_it_shows(page, tmp_path, monkeypatch, capsys):
    """Line by line, both streams."""
    monkeypatch.chdir(tmp_path)
    files, commands = session(page)
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert files and commands
    for command, shown in commands:
        main(shlex.split(command)[1:])
        out = capsys.readouterr()
        assert (out.out + out.err).strip("\n").split("\n") == shown.split("\n"), command


def test_the_rows_of_the_guide_are_true(tmp_path, monkeypatch):
    """Those of the corpus that the guide to the command line shows."""
    monkeypatch.chdir(tmp_path)
    files, _ = session(ROOT / "docs/cli.md")
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["fix", *files, "--id-field", "id", "--exit-zero", "-q"]) == 0
    shown = blocks("json", (ROOT / "docs/reports.md").read_text("utf-8"))
    for block, name in zip(shown, ("defects.jsonl", "edits.jsonl"), strict=True):
        first = (tmp_path / "textrepair-out" / name).read_text("utf-8").split("\n")[0]
        assert block.replace("\n ", "").strip() == first


def test_the_python_of_the_readme_is_true():
    """Each line with a comment has the value that the comment says."""
    (code,) = blocks("python")
    names = {}
    for line in filter(None, code.split("\n")):
        source, _, value = (part.strip() for part in line.partition("  # "))
        if value:
            assert repr(eval(source, names)) == value
        else:
            exec(source, names)


def test_the_rule_of_the_readme_passes(tmp_path, monkeypatch):
    """As a newcomer would try it."""
    monkeypatch.chdir(tmp_path)
    (rule,) = [b for b in blocks("yaml") if b.startswith("code:")]
    (tmp_path / "rule.yaml").write_text(rule, encoding="utf-8")
    assert main(["rules", "test", "rule.yaml"]) == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    """Those inside the repository."""
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        assert "://" in target or (page.parent / target).exists(), target


def test_the_documentation_is_clean(capsys):
    """We take our own medicine."""
    assert main(["check", "--isolated", "--no-progress", *map(str, PAGES)]) == 0, capsys.readouterr().out
