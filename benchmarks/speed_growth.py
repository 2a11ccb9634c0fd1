"""How memory and time grow with the corpus, with a single record, and shrink with workers."""

from __future__ import annotations

import tempfile
from pathlib import Path

import orjson
from speed_corpus import Corpus
from speed_measure import Row
from speed_process import Place

#: How many times as large.
_TIMES = (1, 4, 16)


def growth_rows(corpus: Corpus, largest: float) -> list[Row]:
    """Peak memory and CPU time as the corpus and a single record grow: seconds per megabyte should stay as they are.

    `largest`: megabytes of the largest corpus and record.
    """
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        place, path = Place(Path(folder)), Path(folder, "corpus.jsonl")
        smallest = largest / _TIMES[-1] * 1e6
        lines = _cut(corpus.lines, smallest)
        path.write_bytes(lines)
        place.fixed(path, "--jobs", "1")
        for times in _TIMES:
            path.write_bytes(lines * times)
            rows.append(_growth("corpus", path, place))
        text = " ".join(corpus.texts)[: int(smallest)]
        for times in _TIMES:
            path.write_bytes(orjson.dumps({"text": "\n".join([text] * times)}) + b"\n")
            rows.append(_growth("one record", path, place))
        for times in _TIMES:
            path.write_bytes(orjson.dumps({"text": " ".join([text.replace("\n", " ")] * times)}) + b"\n")
            rows.append(_growth("one record in one line", path, place))
    return rows


def _cut(lines: list[bytes], size: float) -> bytes:
    """So many bytes of lines, taken again and again."""
    out, total = [], 0
    while total < size:
        out.append(lines[len(out) % len(lines)])
        total += len(out[-1])
    return b"".join(out)


def _growth(name: str, path: Path, place: Place) -> Row:
    ran, size = place.fixed(path, "--jobs", "1"), path.stat().st_size / 1e6
    return {
        "what": name,
        "MB": size,
        "peak MB": ran.peak,
        "peak/size": ran.peak / size,
        "CPU s": ran.cpu,
        "CPU s/MB": ran.cpu / size,
    }


def worker_rows(corpus: Corpus, megabytes: float, workers: int) -> list[Row]:
    """Wall and CPU time with one worker and more, and whether the outputs are the same, byte for byte.

    Wall time says something only on cores that are idle otherwise; CPU time says what more workers cost.
    """
    with tempfile.TemporaryDirectory() as folder:
        place, path = Place(Path(folder)), Path(folder, "corpus.jsonl")
        path.write_bytes(_cut(corpus.lines, megabytes * 1e6))
        place.fixed(path, "--jobs", "1", out="warm")
        rows: list[Row] = []
        for n in range(1, workers + 1):
            ran = place.fixed(path, "--jobs", str(n), out=str(n))
            first = rows[0]["wall s"] if rows else ran.wall
            rows.append(
                {
                    "workers": n,
                    "wall s": ran.wall,
                    "x one": float(str(first)) / ran.wall,
                    "CPU s": ran.cpu,
                    "peak MB": ran.peak,
                    "same bytes": _outputs(Path(folder, "1")) == _outputs(Path(folder, str(n))),
                }
            )
        return rows


def _outputs(folder: Path) -> dict[str, bytes]:
    """What is in a folder of results, times of the run aside."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name not in ("summary.json", "report.html"))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}
