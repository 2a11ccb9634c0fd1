"""Calls of the command line inside this process, in a folder of their own."""

import io
from dataclasses import dataclass

import pytest

from textrepair.cli.main import main

RULES = """\
code: JOI901
name: test-joined
message: "no blank after the stop: {match}"
pattern: '(?<=[a-z]{2})\\.(?=[A-Z])'
fix: '. '
applicability: safe
severity: warning
examples:
  - {bad: "an end.The", good: "an end. The"}
  - {ok: "an end. The"}
---
code: MSK901
name: test-masked
message: "{match} hides a word"
pattern: '\\*{3}ic\\b'
fix: 'classic'
applicability: unsafe
severity: error
examples:
  - {bad: "a ***ic", good: "a classic"}
  - {ok: "a classic"}
---
code: WSP901
name: test-blanks
message: "more than one blank"
pattern: '(?<=\\S)  +(?=\\S)'
severity: info
examples:
  - {bad: "a  b"}
  - {ok: "a b"}
"""


@dataclass
class Done:
    """What a call left behind."""

    code: int
    out: str
    err: str
    raw: bytes

    @property
    def last(self) -> str:
        return self.err.strip().split("\n")[-1]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty current folder whose configuration knows three small rules and no others."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CI"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".rules.yaml").write_text(RULES)
    (tmp_path / "textrepair.toml").write_text('rule-paths = [".rules.yaml"]\nselect = ["JOI901", "MSK901", "WSP901"]\n')
    return tmp_path


@pytest.fixture
def call(folder, monkeypatch):
    """`call("check", "a.txt")` -> exit code and both streams."""

    def run(*args: object, stdin: bytes = b"") -> Done:
        raw_out, raw_err = io.BytesIO(), io.BytesIO()
        out, err = (
            io.TextIOWrapper(raw_out, "utf-8", write_through=True),
            io.TextIOWrapper(raw_err, "utf-8", write_through=True),
        )
        with monkeypatch.context() as m:
            m.setattr("sys.stdout", out)
            m.setattr("sys.stderr", err)
            m.setattr("textrepair.run.worker._REPAIRERS", [])  # rule paths are relative to the current folder
            m.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            code = main([str(a) for a in args])
            out.flush()
            err.flush()
        return Done(
            code,
            raw_out.getvalue().decode("utf-8", "replace"),
            raw_err.getvalue().decode("utf-8", "replace"),
            raw_out.getvalue(),
        )

    return run
