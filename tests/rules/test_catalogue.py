"""The catalogue's cache: fast, and never in the way of a change."""

import os

import pytest

from textrepair.errors import RuleError
from textrepair.rules import load as loading
from textrepair.rules import load_catalogue
from textrepair.rules.catalogue import forget
from textrepair.rules.problems import RuleErrors

RULE = """\
code: JOI9{n:02}
name: test-{n}
message: "{{match}}"
pattern: foo{n}
fix: bar
unless: [x, y]
languages: [en]
examples:
  - {{bad: foo{n}, good: bar, note: "why"}}
  - {{ok: baz}}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with an old rule file, and an empty cache."""
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path / "cache"))
    home = tmp_path / "rules"
    home.mkdir()
    write(home / "a.yaml", RULE.format(n=1))
    return home


def write(path, text, age=100):
    """Write a file that is `age` seconds old by its own account."""
    path.write_text(text, encoding="utf-8")
    stamp = path.stat().st_mtime - age
    os.utime(path, (stamp, stamp))


@pytest.fixture
def reads(monkeypatch):
    """Counts the files read as YAML. The clock is set on, as fresh files are never remembered."""
    from textrepair.rules import cache

    seen = []
    real = loading.load_file
    monkeypatch.setattr(loading, "load_file", lambda path, name=None: seen.append(path) or real(path, name))
    monkeypatch.setattr(cache.time, "time", lambda: 1e12)
    return seen


def test_a_second_start_reads_no_yaml_and_gives_the_same_rules(folder, reads):
    """All that a rule holds survives."""
    first = load_catalogue([folder])
    assert reads
    reads.clear()
    forget()
    assert load_catalogue([folder]) == first
    assert not reads


@pytest.mark.parametrize("change", ["touch", "edit", "add", "remove", "rename"])
def test_any_change_is_seen(folder, reads, change):
    """By name, size or time."""
    load_catalogue([folder])
    file = folder / "a.yaml"
    if change == "touch":
        os.utime(file, (1, 1))
    elif change == "edit":
        write(file, RULE.format(n=2))
        os.utime(file, ns=(file.stat().st_mtime_ns + 1, file.stat().st_mtime_ns + 1))
    elif change == "add":
        write(folder / "b.yaml", RULE.format(n=3))
    elif change == "remove":
        file.unlink()
    else:
        file.rename(folder / "c.yaml")
    reads.clear()
    found = {r.code for r in load_catalogue([folder]) if r.code.startswith("JOI9")}
    assert reads or change == "remove"  # the built-in ones may be there ready-made
    expected = {
        "touch": {"JOI901"},
        "edit": {"JOI902"},
        "add": {"JOI901", "JOI903"},
        "remove": set(),
        "rename": {"JOI901"},
    }
    assert found == expected[change]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00" * 100, b"[1, 2]"])
def test_a_damaged_cache_is_read_again(folder, reads, damage, tmp_path):
    """Half-written, empty or foreign files cost time only."""
    first = load_catalogue([folder])
    for file in (tmp_path / "cache").glob("catalogue-*"):
        data = file.read_bytes()
        file.write_bytes(damage if damage != b"[1, 2]" else data[:65] + damage)
    reads.clear()
    forget()
    assert load_catalogue([folder]) == first
    assert reads
    for file in (tmp_path / "cache").glob("catalogue-*"):
        data = file.read_bytes()
        file.write_bytes(data.replace(b"foo1", b"foo2"))
    assert load_catalogue([folder]) == first


def test_fresh_files_are_not_remembered(folder, monkeypatch):
    """A file may change twice within the grain of its time stamp."""
    write(folder / "b.yaml", RULE.format(n=4), age=0)
    load_catalogue([folder])
    write(folder / "b.yaml", RULE.format(n=5), age=0)
    assert "JOI905" in {r.code for r in load_catalogue([folder])}


def test_a_cache_that_cannot_be_written_is_no_error(folder, monkeypatch, tmp_path):
    """A read-only home."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path / "file"))
    assert load_catalogue([folder])


def test_errors_of_all_files_are_reported_at_once(folder):
    """And those of double codes."""
    write(folder / "b.yaml", RULE.format(n=1))
    write(folder / "c.yaml", "code: x")
    with pytest.raises(RuleError, match=r"c\.yaml:1:7"):
        load_catalogue([folder])
    (folder / "c.yaml").unlink()
    with pytest.raises(RuleErrors, match=r"JOI901 is taken by .*a\.yaml:1"):
        load_catalogue([folder])


def test_a_rule_may_require_a_version(folder):
    """And says so when it is not met."""
    write(folder / "b.yaml", RULE.format(n=6) + "requires: '>=99'\n")
    with pytest.raises(RuleError, match=r"requires textrepair >=99"):
        load_catalogue([folder])


def test_a_file_named_twice_is_read_once(folder):
    """As a file, and by its folder."""
    rules = load_catalogue([folder, folder / "a.yaml"])
    assert sum(r.code == "JOI901" for r in rules) == 1


def test_a_missing_path_is_an_error(folder):
    """Never silently nothing."""
    with pytest.raises(RuleError, match="no such rule file"):
        load_catalogue([folder / "none"])
