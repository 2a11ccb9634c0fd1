"""Compiled patterns outlast the process, and nothing else changes."""

import marshal
import subprocess
import sys

import pytest
import regex

from textrepair import codes
from textrepair.rules.catalogue import builtin_rules

#: A named group, a lookbehind, a property, flags.
PATTERN, FLAGS = r"(?<=\d )(?P<word>\p{Lu}\w+|x)$", regex.MULTILINE | regex.IGNORECASE
KEEP = f"from textrepair import codes, kept; codes.compiled({PATTERN!r}, {int(FLAGS)}); kept.keep()"
#: In a process that can't compile.
RECALL = f"""
import regex
codes = __import__("textrepair.codes").codes
codes._maker()
regex.compile = None
found = codes.compiled({PATTERN!r}, {int(FLAGS)})
assert found.pattern == {PATTERN!r}
print([(m.span(), m["word"], m.expand(r"<\\g<word>>")) for m in found.finditer("12 Été\\n3 x y\\n4 X")])
"""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run code in a process of its own, with a cache folder of this test's."""
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path))
    return lambda code: subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8")


def test_another_process_need_not_compile(run):
    assert run(KEEP).returncode == 0
    told = run(RECALL)
    assert told.stdout.strip() == str([((3, 6), "Été", "<Été>"), ((15, 16), "X", "<X>")]), told.stderr


@pytest.mark.parametrize("damage", [b"", b"\0" * 200, None])
def test_a_damaged_file_is_as_none(run, tmp_path, damage):
    run(KEEP)
    (file,) = tmp_path.glob("patterns-*")
    file.write_bytes(file.read_bytes()[:-3] if damage is None else damage)
    assert run(RECALL).returncode != 0, "it was believed"
    assert run(KEEP).returncode == 0
    assert run(RECALL).returncode == 0, "it was not written anew"


def test_where_nothing_can_be_written_it_works_without(run, tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("TEXTREPAIR_CACHE", str(tmp_path / "file" / "folder"))
    assert run(KEEP).returncode == 0


def test_a_process_that_compiles_nothing_writes_nothing(run, tmp_path):
    assert run("from textrepair import codes, kept; kept.keep()").returncode == 0
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("rule", [r for r in builtin_rules() if r.pattern], ids=lambda r: r.code)
def test_a_recalled_pattern_is_the_pattern(rule):
    """As regex compiles it, on the rule's own examples."""
    flags = regex.MULTILINE | (regex.IGNORECASE if rule.ignore_case else 0)
    plain = regex.compile(rule.pattern, flags)
    make, code = codes._reduced(plain)
    recalled = make(*marshal.loads(marshal.dumps(code)))
    assert (recalled.pattern, recalled.flags, recalled.groupindex) == (plain.pattern, plain.flags, plain.groupindex)
    for example in rule.examples:
        text = example.bad or example.ok
        spans = [[m.regs for m in p.finditer(text)] for p in (plain, recalled)]
        assert spans[0] == spans[1], text
