"""Configuration files: which counts, what they may say, where each value came from."""

import json

import pytest
from helpers import put

from textrepair.config.globs import fits
from textrepair.requirements import satisfies

BAD = "The end.The start and a ***ic  one.\n"


def setting(call, key, path="."):
    row = json.loads(call("config", path, "--output-format", "json").out)["settings"][key]
    return row["value"], row["origin"]


def codes(done):
    return [json.loads(line)["code"] for line in done.out.splitlines()]


def test_the_nearest_file_wins(call, folder):
    put("pyproject.toml", '[tool.textrepair]\nlanguage = "de"\n')  # textrepair.toml of the same folder goes first
    put("sub/pyproject.toml", '[tool.textrepair]\nlanguage = "fr"\n')
    put("sub/deep/pyproject.toml", "[tool.other]\nx = 1\n")
    put("sub/deep/a.txt", "x")
    put("hidden/.textrepair.toml", 'language = "it"\n')
    put("hidden/textrepair.toml", 'language = "es"\n')
    assert setting(call, "language") == (None, "default")
    assert setting(call, "language", "sub/deep/a.txt") == ("fr", "sub/pyproject.toml")
    assert setting(call, "language", "hidden") == ("it", "hidden/.textrepair.toml")


def test_each_file_by_its_nearest_configuration(call, folder):
    put("a.txt", BAD)
    put("sub/a.txt", BAD)
    put("sub/textrepair.toml", 'extend = "../textrepair.toml"\nselect = ["WSP901"]\n')
    rows = [json.loads(line) for line in call("check", ".", "--output-format", "jsonl").out.splitlines()]
    assert {(r["path"], r["code"]) for r in rows} == {
        ("a.txt", "JOI901"),
        ("a.txt", "MSK901"),
        ("a.txt", "WSP901"),
        ("sub/a.txt", "WSP901"),
    }


def test_extend(call, folder):
    put(
        "base.toml",
        'language = "de"\nextend-select = ["JOI901"]\nvocabulary = ["w.txt"]\n[gate]\nfail-on = "error"\n[per-file-ignores]\n"a" = ["JOI"]\n',
    )
    put(
        "sub/textrepair.toml",
        'extend = "../base.toml"\nextend-select = ["MSK901"]\n[gate]\nmax-rate = {JOI = 1}\n[per-file-ignores]\n"b" = ["MSK"]\n',
    )
    assert setting(call, "language", "sub") == ("de", "base.toml")
    assert setting(call, "extend-select", "sub") == (["JOI901", "MSK901"], "base.toml + sub/textrepair.toml")
    assert setting(call, "vocabulary", "sub") == ([str(folder / "w.txt")], "base.toml")
    assert setting(call, "gate.fail-on", "sub") == ("error", "base.toml")
    assert setting(call, "gate.max-rate", "sub") == ({"JOI": 1.0}, "sub/textrepair.toml")
    assert setting(call, "per-file-ignores", "sub")[0] == {"a": ["JOI"], "b": ["MSK"]}
    put("one.toml", 'extend = "two.toml"')
    put("two.toml", 'extend = "one.toml"')
    done = call("config", "--config", "one.toml")
    assert done.code == 2 and "extends itself" in done.last


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["ALL"]', "did you mean select?"),
        ("[gat]\nfail-on = 1", "did you mean gate?"),
        ('[gate]\nfail_on = "error"', "did you mean fail-on?"),
        ('[gate]\nfail-on = "warn"', "did you mean warning?"),
        ("[gate]\nmax-rate = { JOY = 1 }", "did you mean JOI?"),
        ("[gate]\nmax-rate = { JOI = -1 }", "at least 0"),
        ('unsafe-fixes = "yes"', "true or false"),
        ("select = [1]", "list of strings"),
        ('language = "klingon!"', "no language tag"),
        ('[[input]]\nglob = "*.jsonl"\nfield = ["x"]', "did you mean fields?"),
        ('[[input]]\nfields = ["x"]', "needs a glob"),
        ('[input]\nglob = "x"', "two brackets"),
        ("select = [", "valid TOML"),
        ('required-version = ">=99"', "this is textrepair"),
        ('required-version = "new"', "wrong form"),
        ('required-plugins = ["nobody-has-this"]', "nobody-has-this"),
        ('vocabulary = ["none.txt"]', "none.txt"),
        ("[rule.JOI999]\nseverity = 'error'", "JOI999"),
        ("[rule.JOI901]\nseverty = 'error'", "severity"),
        ('rule-paths = ["none.yaml"]', "none.yaml"),
        ('baseline = "none.jsonl"', "none.jsonl"),
        ('select = ["JOY"]', "JOY"),
        ('[per-file-ignores]\n"*.txt" = ["JOY"]', "JOY"),
    ],
)
def test_what_is_wrong_is_two_and_one_line(call, folder, text, said):
    put("a.txt", BAD)
    first, _, rest = text.partition("\n[")
    paths = "" if "rule-paths" in text else 'rule-paths = [".rules.yaml"]\n'
    put("textrepair.toml", paths + text)
    done = call("check", "a.txt")
    assert done.code == 2, (first, rest)
    assert len(done.err.strip().split("\n")) == 1 and said in done.last


def test_the_command_line_beats_the_file(call, folder):
    put("a.jsonl", '{"body": "an end.The", "text": "a ***ic"}\n')
    put(
        "textrepair.toml",
        'rule-paths = [".rules.yaml"]\nselect = ["JOI901", "MSK901"]\n[[input]]\nglob = "*.jsonl"\nfields = ["body"]\n',
    )
    assert codes(call("check", "a.jsonl", "--output-format", "jsonl")) == ["JOI901"]
    assert codes(call("check", "a.jsonl", "--output-format", "jsonl", "--field", "text")) == ["MSK901"]
    assert codes(call("check", "a.jsonl", "--output-format", "jsonl", "--select", "MSK901")) == []


def test_isolated(call, folder):
    put("a.txt", BAD)
    done = call("check", "a.txt", "--isolated", "--select", "JOI901")
    assert done.code == 2 and "JOI901" in done.last  # the rule file is unknown without the configuration


def test_inputs_first_match(call, folder):
    put("data/a.jsonl", '{"x": "an end.The"}\n')
    put("data/deep/b.log", '{"y": "an end.The"}\n')
    put(
        "textrepair.toml",
        'rule-paths = [".rules.yaml"]\nselect = ["JOI901"]\n[[input]]\nglob = "data/*.jsonl"\nfields = ["x"]\nid-field = "x"\n'
        '[[input]]\nglob = "data/**"\nfields = ["y"]\nformat = "jsonl"\nlanguage = "de"\n',
    )
    rows = [json.loads(line) for line in call("check", "data", "--output-format", "jsonl").out.splitlines()]
    assert [(r["path"], r["record"]["field"], r["record"]["id"], r["language"]) for r in rows] == [
        ("data/a.jsonl", "x", "an end.The", "en"),
        ("data/deep/b.log", "y", None, "de"),
    ]


def test_per_file_ignores(call, folder):
    put("poetry/a.txt", BAD)
    put("prose/a.txt", BAD)
    with (folder / "textrepair.toml").open("a") as file:
        file.write('[per-file-ignores]\n"poetry/**" = ["JOI901", "test-masked"]\n')
    rows = [json.loads(line) for line in call("check", ".", "--output-format", "jsonl").out.splitlines()]
    assert {r["code"] for r in rows if r["path"].startswith("poetry")} == {"WSP901"}
    assert {r["code"] for r in rows if r["path"].startswith("prose")} == {"WSP901", "JOI901", "MSK901"}


def test_tuning_of_rules(call, folder):
    put("a.txt", "an end.The  x\n")
    with (folder / "textrepair.toml").open("a") as file:
        file.write(
            '[rule.JOI901]\nseverity = "info"\napplicability = "unsafe"\n[rule.test-blanks]\nlanguages = ["de"]\n'
        )
    rows = [
        json.loads(line) for line in call("check", "a.txt", "--lang", "en", "--output-format", "jsonl").out.splitlines()
    ]
    assert [(r["code"], r["severity"], r["fix"]["applicability"]) for r in rows] == [("JOI901", "info", "unsafe")]


@pytest.mark.parametrize(
    ("more", "applied"),
    [
        ("", ["JOI901"]),
        ('unfixable = ["JOI"]', []),
        ('fixable = ["MSK"]', []),
        ("unsafe-fixes = true", ["JOI901", "MSK901"]),
        ('extend-safe-fixes = ["MSK901"]', ["JOI901", "MSK901"]),
        ('extend-unsafe-fixes = ["JOI901"]', []),
    ],
)
def test_what_may_be_fixed(call, folder, more, applied):
    put("a.txt", "an end.The ***ic\n")
    text = (folder / "textrepair.toml").read_text()
    put("textrepair.toml", text + more + "\n")
    call("fix", "a.txt", "-o", "out")
    rows = [json.loads(line) for line in (folder / "out/defects.jsonl").read_text().splitlines()]
    assert [r["code"] for r in rows if r["applied"]] == applied


def test_vocabulary(call, folder):
    put("words.txt", "# names\nend.The\n\n")
    put("textrepair.toml", 'rule-paths = [".rules.yaml"]\nselect = ["JOI901"]\nvocabulary = ["words.txt"]\n')
    put("a.txt", "an end.The start. My end.Then\n")
    rows = [json.loads(line) for line in call("check", "a.txt", "--output-format", "jsonl").out.splitlines()]
    assert [r["span"] for r in rows] == [[24, 25]]


def looked_at(call, *paths):
    return sorted(
        {json.loads(line)["path"] for line in call("check", *paths, "--output-format", "jsonl").out.splitlines()}
    )


def test_which_files(call, folder):
    for name in (
        "a.txt",
        "b.md",
        "raw/c.txt",
        "deep/raw/d.txt",
        "node_modules/e.txt",
        ".hidden/f.txt",
        "out.log",
        "deep/kept.log",
        ".git/x.txt",
    ):
        put(name, "an end.The\n")
    put("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    put(".gitignore", "*.log\n")
    put("deep/.gitignore", "!kept.log\n")
    assert looked_at(call, ".") == ["a.txt", "b.md", "deep/kept.log", "deep/raw/d.txt", "raw/c.txt"]
    base = (folder / "textrepair.toml").read_text()
    put("textrepair.toml", base + 'extend-exclude = ["/raw", "*.md"]\n')
    assert looked_at(call, ".") == ["a.txt", "deep/kept.log", "deep/raw/d.txt"]
    assert looked_at(call, "raw/c.txt", "b.md") == ["b.md", "raw/c.txt"]  # named: looked at all the same
    assert looked_at(call, "raw/c.txt", "b.md", "--force-exclude") == []
    put("textrepair.toml", base + 'include = ["*.txt"]\nexclude = []\n')
    assert looked_at(call, ".") == ["a.txt", "deep/raw/d.txt", "node_modules/e.txt", "raw/c.txt"]
    put("textrepair.toml", base + "respect-gitignore = false\n")
    assert "out.log" in looked_at(call, ".")


def test_paths_outside_the_current_folder(call, folder, monkeypatch):
    put("texts/deep/a.txt", "an end.The\n")
    put("here/x.txt", "")
    monkeypatch.chdir(folder / "here")
    assert looked_at(call, "../texts") == ["texts/deep/a.txt"]
    assert looked_at(call, "../texts/deep/a.txt") == ["a.txt"]


def test_config_prints_toml(call, folder):
    import tomllib

    out = call("config").out
    lines = [line for line in out.splitlines() if "(not set)" not in line]
    found = tomllib.loads("\n".join(lines))
    assert found["select"] == ["JOI901", "MSK901", "WSP901"]
    assert found["gate"] == {"fail-on": "warning", "max-rate": {}}
    assert "# textrepair.toml" in next(line for line in lines if line.startswith("select"))


def test_init(call, folder):
    (folder / "textrepair.toml").unlink()
    done = call("init")
    assert done.code == 0 and "id: textrepair-fix" in done.out
    assert call("config").code == 0
    assert call("init").code == 2
    text = (folder / "textrepair.toml").read_text()
    import re

    put(
        "textrepair.toml",
        re.sub(r"^# (?=[\w\[\"-]+.*(=|\]))", "", text, flags=re.M).replace(
            'baseline = "textrepair-baseline.jsonl"', ""
        ),
    )
    put("words.txt", "x\n")
    done = call("config")
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("version", "specifier", "fit"),
    [
        ("0.1.0", ">=0.1", True),
        ("0.1.0", "==0.1", True),
        ("0.1.0", ">0.1", False),
        ("1.4.2", "~=1.3", True),
        ("2.0", "~=1.3", False),
        ("1.9", ">=1,<2", True),
    ],
)
def test_versions(version, specifier, fit):
    assert satisfies(version, specifier) is fit


def test_globs():
    assert fits(["data/**/*.jsonl"], "data/a.jsonl") and fits(["data/**/*.jsonl"], "data/b/c/a.jsonl")
    assert not fits(["data/*.txt"], "data/b/a.txt")
    assert fits(["*.txt"], "data/b/a.txt")
