"""cleaned == replay(edits), and undoing restores every byte: on files, through the command line."""

import json

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from textrepair.cli.main import main

RULES = """\
code: ENC901
name: test-accent
message: m
pattern: 'Ã©'
fix: 'é'
applicability: safe
examples: [{bad: "Ã©", good: "é"}, {ok: "é"}]
---
code: ENC902
name: test-unescape
message: m
pattern: "\\u200b"
fix: ''
applicability: safe
examples: [{bad: "a\\u200bb", good: "ab"}, {ok: "ab"}]
---
code: JOI901
name: test-joined
message: m
pattern: '(?<=[a-zé])\\.(?=[A-Z])'
fix: '. '
applicability: safe
examples: [{bad: "an end.The", good: "an end. The"}, {ok: "an end. The"}]
---
code: WSP901
name: test-blanks
message: m
pattern: '[ ]{2,}'
fix: ' '
applicability: safe
examples: [{bad: "a  b", good: "a b"}, {ok: "a b"}]
---
code: WSP902
name: test-blank-lines
message: m
pattern: '\\n{3,}'
fix: "\\n\\n"
applicability: safe
examples: [{bad: "a\\n\\n\\nb", good: "a\\n\\nb"}, {ok: "a\\n\\nb"}]
---
code: LNG901
name: test-emoji
message: m
pattern: '😀'
fix: '"\\n\\t☺'
applicability: safe
examples: [{bad: "😀", good: "\\"\\n\\t☺"}, {ok: "b"}]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".rules.yaml").write_text(RULES.replace("\\u200b", "\\u200b"))
    (tmp_path / "textrepair.toml").write_text(
        'rule-paths = [".rules.yaml"]\nselect = ["ENC901", "ENC902", "JOI901", "WSP901", "WSP902", "LNG901"]\n'
    )
    return tmp_path


def there_and_back(folder, name, content, *options):
    """fix, then apply forwards and backwards, and compare bytes. Returns the cleaned ones."""
    (folder / name).write_bytes(content)
    assert main(["fix", name, "-o", "out", "-q", "--exit-zero", *options]) == 0
    cleaned = (folder / "out/cleaned" / name).read_bytes()
    if not (folder / "out/edits.jsonl").stat().st_size:
        assert cleaned == content
        return cleaned
    assert main(["apply", "out/edits.jsonl", "-o", "again", "-q"]) == 0
    assert (folder / "again" / name).read_bytes() == cleaned
    assert main(["apply", "out/edits.jsonl", "--reverse", "--root", "out/cleaned", "-o", "back", "-q"]) == 0
    assert (folder / "back" / name).read_bytes() == content
    return cleaned


ATOMS = [b"a", b"b.C", b"  ", b"\n", b"\r\n", b"\n\n\n", "Ã©".encode(), "\u200b".encode(), b"\xff", b"\xe2\x82", "漢".encode(), "😀".encode(), b"\r",
         "\u2028".encode(), b"\xef\xbb\xbf", b"\x00"]  # fmt: skip
SLOW = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture]}


@given(st.lists(st.sampled_from(ATOMS), max_size=30).map(b"".join), st.sampled_from(["file", "paragraph", "line"]))
@example("\u200b\ufeffa".encode(), "file")
@settings(max_examples=60, **SLOW)
def test_text(folder, content, unit):
    assume(content.count(0) < 16)  # more would make the file binary
    there_and_back(folder, "a.txt", content, "--text-unit", unit)


PIECES = ["a", "b.C", "  ", "\\u00c3\\u00a9", "\\u00C3©", "Ã©", "\\u200b", "\\u200B", "\\/", "\\n", "\\\"", "\\\\", "\\ud83d\\ude00", "😀", "\\ud800", "\\udc80",
          "漢", "\\u6f22", "\u2028", "\udc80", "\\t"]  # fmt: skip
STRINGS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
OTHERS = st.sampled_from(
    ['"n": 1.10', '"n":[1, {"x" : null}]', '"text": "first.One"', '"o": {"text": "no.Not"}', '"t\\u0065xt": "k.Ey"']
)


@st.composite
def lines(draw):
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from(["", "  ", "{broken", "[1]", '"text"', '{"text": 1}', "\x00", "\udcff"]))
    entries = [f'"text": "{draw(STRINGS)}"', f'"l" : [ "{draw(STRINGS)}" , {{"t":"{draw(STRINGS)}"}}]', draw(OTHERS)]
    return (
        "{"
        + draw(st.sampled_from([", ", " ,\t"])).join(draw(st.permutations(entries)))
        + "}"
        + draw(st.sampled_from(["", "\r", " "]))
    )


@given(st.lists(lines(), max_size=6), st.booleans(), st.booleans())
@settings(max_examples=120, **SLOW)
def test_jsonl(folder, some, bom, ended):
    content = b"\xef\xbb\xbf" * bom + "\n".join(some).encode("utf-8", "surrogateescape") + b"\n" * ended
    cleaned = there_and_back(folder, "a.jsonl", content, "--field", "text", "--field", "l", "--field", "l.t")
    for old, new in zip(content.split(b"\n"), cleaned.split(b"\n"), strict=True):
        try:
            value = parsed(old)
        except ValueError:
            assert old == new
        else:
            assert type(parsed(new)) is type(value)


def parsed(line):
    return json.loads(line.decode("utf-8", "surrogateescape").removeprefix("\ufeff"))


def test_untouched_parts_of_a_line_keep_their_spelling(folder):
    raw = b'{"a" : "\\u00e9\\/", "text":"x \\u00e9 end.The \\/",  "n": 1.10, "z":"caf\\u00e9"}'
    assert there_and_back(folder, "a.jsonl", raw) == raw.replace(b"end.The", b"end. The")


def test_text_above_the_block_size(folder):
    paragraph = b"An end.The start of  it.\n" + b"All is well in this line.\n" * 200 + b"\n\n\n"
    content = paragraph * 500 + b"Last.One"
    cleaned = there_and_back(folder, "a.txt", content)
    assert b"end.The" not in cleaned
    line = json.loads((folder / "out/edits.jsonl").read_bytes().splitlines()[-1])
    assert line["line"] == content.count(b"\n") + 1 and line["span"][0] == len(content) - 3
