"""CSV and TSV: what is a cell, what stays, what comes back."""

import csv
import io
import json

import pytest
from helpers import put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textrepair.cli.main import main
from textrepair.corpora.table import Table

RULES = """\
code: JOI901
name: test-comma
message: m
pattern: '(?<=[a-z]{2})\\.(?=[A-Z])'
fix: '. '
applicability: safe
examples: [{bad: "an end.The", good: "an end. The"}, {ok: "an end. The"}]
---
code: PUN901
name: test-quotes
message: m
pattern: '§'
fix: ', "x"'
applicability: safe
examples: [{bad: "§", good: ', "x"'}, {ok: "b"}]
---
code: PUN902
name: test-no-comma
message: m
pattern: '¶,?'
fix: "\\n"
applicability: safe
examples: [{bad: "¶", good: "\\n"}, {ok: "b"}]
"""


@pytest.fixture
def tables(folder):
    put(".rules.yaml", RULES)
    put("textrepair.toml", 'rule-paths = [".rules.yaml"]\nselect = ["JOI901", "PUN901", "PUN902"]\n')
    return folder


def cleaned(folder, name, content, *options):
    """fix, and undo it again."""
    (folder / name).write_bytes(content)
    assert main(["fix", name, "-o", "out", "-q", "--exit-zero", *options]) == 0
    if (folder / "out/edits.jsonl").stat().st_size:
        assert main(["apply", "out/edits.jsonl", "--reverse", "--root", "out/cleaned", "-o", "back", "-q"]) == 0
        assert (folder / "back" / name).read_bytes() == content
        assert main(["apply", "out/edits.jsonl", "-o", "again", "-q"]) == 0
        assert (folder / "again" / name).read_bytes() == (folder / "out/cleaned" / name).read_bytes()
    return (folder / "out/cleaned" / name).read_bytes()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"id,text\n1,an end.The\n", b"id,text\n1,an end. The\n"),
        (b'id,text\r\n"1" ,"an end.The ""x"""\r\n', b'id,text\r\n"1" ,"an end. The ""x"""\r\n'),
        (b'text,n\n"two\nlines end.The",1.10', b'text,n\n"two\nlines end. The",1.10'),
        (b'\xef\xbb\xbftext,n\nan end.The,"",\n', b'\xef\xbb\xbftext,n\nan end.The,"",\n'),
        (b'\xef\xbb\xbftext,n\nan end.The,""\n', b'\xef\xbb\xbftext,n\nan end. The,""\n'),
        ("text,n\na§b,1\n".encode(), b'text,n\n"a, ""x""b",1\n'),
        ('text,n\n"a§b",1\n'.encode(), b'text,n\n"a, ""x""b",1\n'),
        ("text\na¶b\n".encode(), b'text\n"a\nb"\n'),
        (b'text,n\nsize 5" end.The,2\n', b'text,n\nsize 5" end. The,2\n'),
        (b'text,n\n"never closed end.The,1\nan end.The,2\n', b'text,n\n"never closed end.The,1\nan end. The,2\n'),
        (b"text,n\n\nan \xff end.The,1\n", b"text,n\n\nan \xff end. The,1\n"),
    ],
)
def test_cells(tables, before, after):
    assert cleaned(tables, "a.csv", before) == after


def test_tsv_quotes_end_on_their_line(tables):
    before = b'text\tn\n"an end.The\t1\n"an end.The"\t2\n'
    assert cleaned(tables, "a.tsv", before) == b'text\tn\n"an end. The\t1\n"an end. The"\t2\n'


def test_rows_and_names(tables, capsysbinary):
    put("a.csv", 'key,l,text,other\n7,de,"a\nb",an end.The\n8,fr,an end.The,x\n9,fr,short\n')
    main(
        [
            "check",
            "a.csv",
            "--output-format",
            "jsonl",
            "--id-field",
            "key",
            "--language-field",
            "l",
            "--field",
            "text",
            "--field",
            "other",
        ]
    )
    rows = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [(r["code"], r["line"], r["record"], r["language"]) for r in rows] == [
        ("JOI901", 2, {"index": 0, "id": "7", "field": "other"}, "de"),
        ("JOI901", 4, {"index": 1, "id": "8", "field": "text"}, "fr"),
        ("INP002", 5, {"index": 2, "id": None, "field": None}, None),
    ]


def test_a_missing_column_is_told(tables, capsysbinary):
    put("a.csv", "a,b\n1,an end.The\n")
    assert main(["check", "a.csv", "--fail-on", "info"]) == 1
    assert b"INP003" in capsysbinary.readouterr().out


CELLS = st.lists(st.sampled_from(["a", "end.The", '"', ",", "\n", "\r\n", "§", "¶", "é", " ", "¶,"]), max_size=8).map(
    "".join
)


@given(
    st.lists(st.tuples(CELLS, CELLS), max_size=5),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table(tables, rows, end, quoting):
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=end, quoting=quoting)
    writer.writerow(["text", "other"])
    writer.writerows(rows)
    new = cleaned(tables, "a.csv", out.getvalue().encode())
    read = list(csv.reader(io.StringIO(new.decode(), newline="")))
    assert [row[1] for row in read[1:]] == [other for _, other in rows]
    assert all("end.The" not in row[0] and "§" not in row[0] for row in read)


def rows_by_all_of_them(table, raw):
    """The rows where each line is judged together with all that are held before it."""
    lines, rows = raw.splitlines(keepends=True), []
    while lines:
        for count in range(1, len(lines) + 1):
            row = b"".join(lines[:count])
            if not table._is_open(row) or (count == 1 and row.count(b'"') % 2 == 0):
                break
        else:
            count = 1
        rows.append(b"".join(lines[:count]))
        del lines[:count]
    return rows


@given(st.lists(st.sampled_from(('"', '"', '""', ",", "a", "b c", "\n", "\r\n", "é", "\ufeff")), max_size=24))
def test_lines_are_put_together_as_if_all_of_them_were_read_anew(parts):
    raw = "".join(parts).encode()
    if "\r" not in raw.decode().replace("\r\n", "\n"):
        table = Table(",", multiline=True)
        assert list(table._rows(io.BytesIO(raw))) == rows_by_all_of_them(table, raw)


def test_lines_of_a_cell_are_read_once(monkeypatch):
    """Not with all the lines before them."""
    read = []
    is_open = Table._is_open
    monkeypatch.setattr(Table, "_is_open", lambda self, raw: read.append(len(raw)) or is_open(self, raw))
    raw = b'a,"' + b'she said ""yes"" and\n' * 2000 + b'went on"\n'
    assert list(Table(",", multiline=True)._rows(io.BytesIO(raw))) == [raw]
    assert sum(read) < 1.2 * len(raw)
