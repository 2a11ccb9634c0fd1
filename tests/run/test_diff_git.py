"""The diff is one that git takes, whatever the files hold and however they are called."""

import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textrepair.cli.main import main

RULE = """\
code: JOI901
name: test-joined
message: "no blank after the stop"
pattern: '(?<=[a-z])\\.(?=[A-Z])'
fix: '. '
applicability: safe
examples:
  - {bad: "an end.The", good: "an end. The"}
  - {ok: "an end. The"}
---
code: WSP901
name: test-lines
message: "lines of minus"
pattern: '^-\\r?\\n'
fix: ''
applicability: safe
examples:
  - {bad: "-\\nb", good: "b"}
  - {ok: "b"}
---
code: REP901
name: test-breaks
message: "a break that should be two"
pattern: '#(?=[a-z])'
fix: "\\n\\n"
applicability: safe
examples:
  - {bad: "#a", good: "\\n\\na"}
  - {ok: "a"}
"""


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    (tmp_path / ".rules.yaml").write_text(RULE)
    (tmp_path / "textrepair.toml").write_text('rule-paths = [".rules.yaml"]\nselect = ["JOI901", "WSP901", "REP901"]\n')
    subprocess.run(["git", "init", "-q"], check=True)
    return tmp_path


def agree(top, files):
    """The diff, applied by git, gives the cleaned files; reversed, it gives the inputs."""
    for name, content in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert main(["fix", *files, "-o", "out", "-q", "--exit-zero"]) == 0
    diff = (top / "out/changes.diff").read_bytes()
    for reverse in ([], ["--reverse"]):
        if diff:
            done = subprocess.run(
                ["git", "apply", "--whitespace=nowarn", *reverse, "out/changes.diff"], capture_output=True, text=True
            )
            assert done.returncode == 0, (done.stderr, diff)
        for name, content in files.items():
            assert (top / name).read_bytes() == (content if reverse else (top / "out/cleaned" / name).read_bytes())
    return diff


@pytest.mark.parametrize(
    "name",
    [
        "plain.txt",
        "two words.txt",
        "tab\tin.txt",
        'quo"te.txt',
        "back\\slash.txt",
        "Grüße.txt",
        "日本/語.txt",
        "trailing .txt",
        "new\nline.txt",
    ],
)
def test_names(repository, name):
    assert agree(repository, {name: b"an end.The\n"})


@pytest.mark.parametrize(
    "content",
    [
        b"an end.The",
        b"an end.The\r\nand more.But\r\n",
        b"\xef\xbb\xbfan end.The\nb\n",
        b"a\xff end.The\n\xe2\x82\n",
        b"-\nb\nc\n-\nd\n",
        b"-\n",
        b"b\n-\n",
        b"a#b\nc#d",
        b"x\n" * 3
        + b"an end.The\n"
        + b"y\n" * 7
        + b"an end.The\n"
        + b"z\n" * 6
        + b"an end.The\n"
        + b"w\n" * 20
        + b"an end.The",
        "a\x85b\u2028c\x0bd\x1ce end.The\r\rfoo.Bar\n".encode(),
    ],
)
def test_contents(repository, content):
    assert agree(repository, {"a.txt": content, "b.jsonl": b'{"text": "fine"}\n{"text": "an end.The"}'})


LINES = st.lists(
    st.sampled_from(
        [
            b"an end.The",
            b"-",
            b"all is well",
            b"",
            b"a#b",
            b"\xff.",
            b"x.Y\r",
            b"\r",
            b'{"text": "an end.The"}',
            b'{"text": "a#b"}',
        ]
    ),
    max_size=25,
)


@given(LINES, st.booleans(), st.sampled_from(["a.txt", "b.jsonl"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_lines(repository, lines, ended, name):
    agree(repository, {name: b"\n".join(lines) + b"\n" * ended})
