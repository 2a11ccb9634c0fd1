"""Parquet: the strings change, all else stays."""

import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest


@pytest.fixture
def table():
    """Types that a round trip through Python would lose, and more rows than a frame holds."""
    number = 3000
    return pa.table(
        {
            "id": pa.array(range(number), pa.int32()),
            "text": pa.array(
                ["an end.The" if i % 100 == 0 else None if i % 7 == 0 else "fine é" for i in range(number)],
                pa.large_string(),
            ),
            "kind": pa.array(["an end.The", "b"] * (number // 2)).dictionary_encode(),
            "nested": pa.array(
                [{"t": ["x end.The", "y"], "n": 1.5}] * number,
                pa.struct([("t", pa.list_(pa.string())), ("n", pa.float32())]),
            ),
            "when": pa.array([0] * number, pa.timestamp("us", "UTC")),
        }
    ).replace_schema_metadata({"made": "by us"})


def fixed(old):
    return [None if t is None else t.replace("end.The", "end. The") for t in old]


def test_there_and_back(call, folder, table):
    pq.write_table(
        table,
        folder / "a.parquet",
        row_group_size=1300,
        compression={
            "id": "NONE",
            "text": "ZSTD",
            "kind": "SNAPPY",
            "nested.t.list.element": "GZIP",
            "nested.n": "SNAPPY",
            "when": "SNAPPY",
        },
    )
    done = call(
        "fix", "a.parquet", "-o", "out", "--field", "text", "--field", "kind", "--field", "nested.t", "--id-field", "id"
    )
    assert done.code == 0, done.err
    new = pq.ParquetFile(folder / "out/cleaned/a.parquet")
    assert new.schema_arrow.equals(pq.ParquetFile(folder / "a.parquet").schema_arrow, check_metadata=True)
    assert [new.metadata.row_group(i).num_rows for i in range(new.num_row_groups)] == [1300, 1300, 400]
    assert new.metadata.row_group(0).column(1).compression == "ZSTD"
    got = new.read()
    assert got.column("text").to_pylist() == fixed(table.column("text").to_pylist())
    assert got.column("kind").to_pylist() == fixed(table.column("kind").to_pylist())
    assert got.column("nested").to_pylist()[0] == {"t": ["x end. The", "y"], "n": 1.5}
    assert got.select(["id", "when"]).equals(table.select(["id", "when"]))
    rows = [json.loads(line) for line in (folder / "out/edits.jsonl").read_text().splitlines()]
    assert rows[0]["record"] == {"index": 0, "id": "0", "field": "text"} and rows[0]["span"] == [7, 7]
    assert (folder / "out/changes.diff").read_bytes() == b""
    assert call("apply", "out/edits.jsonl", "--reverse", "--root", "out/cleaned", "-o", "back").code == 0
    assert pq.read_table(folder / "back/a.parquet").equals(pq.read_table(folder / "a.parquet"))


def test_in_place(call, folder, table):
    pq.write_table(table, folder / "a.parquet", row_group_size=1300)
    before = (folder / "a.parquet").read_bytes()
    assert call("fix", "a.parquet", "--in-place", "--select", "MSK901").code == 0
    assert (folder / "a.parquet").read_bytes() == before
    assert call("fix", "a.parquet", "--in-place").code == 0
    assert pq.read_table(folder / "a.parquet").column("text").to_pylist() == fixed(table.column("text").to_pylist())


def test_late_changes_and_empty_files(call, folder, table):
    texts = ["fine"] * 2500 + ["an end.The"]
    pq.write_table(pa.table({"text": texts}), folder / "a.parquet", row_group_size=600)
    pq.write_table(table.slice(0, 0), folder / "empty.parquet")
    assert call("fix", "a.parquet", "empty.parquet", "--in-place").code == 0
    assert pq.read_table(folder / "a.parquet").column("text").to_pylist() == fixed(texts)


def test_what_is_wrong(call, folder, table):
    (folder / "a.parquet").write_bytes(b"PAR1 nonsense")
    done = call("check", "a.parquet")
    assert done.code == 2 and "a.parquet" in done.last
    pq.write_table(table, folder / "b.parquet")
    done = call("check", "b.parquet", "--field", "txt", "--fail-on", "info")
    assert done.code == 1 and "INP003" in done.out and "id, text, kind" in done.out
