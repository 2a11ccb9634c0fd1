"""The corpora that are measured: lines of JSON in memory."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import orjson

SEEDS = Path(__file__).resolve().parents[1] / "seeds"


@dataclass(frozen=True)
class Corpus:
    """A name, the raw lines, their texts, and the size of the lines in megabytes."""

    name: str
    lines: list[bytes]
    texts: list[str]

    @property
    def megabytes(self) -> float:
        """Bytes of the lines over a million."""
        return sum(map(len, self.lines)) / 1e6


def read_corpus(path: Path, megabytes: float) -> Corpus:
    """The first megabytes of a JSON Lines file."""
    lines, size = [], 0
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
        for line in stream:
            lines.append(line)
            size += len(line)
            if size >= megabytes * 1e6:
                break
    return Corpus(path.name, lines, [orjson.loads(line)["text"] for line in lines])


def enlarged_seeds(megabytes: float) -> Corpus:
    """The paragraphs of the project's sample documents, repeated: mostly clean, with defects of every kind."""
    texts = []
    for path in sorted(SEEDS.glob("*.txt")):
        texts += [p for p in path.read_text(encoding="utf-8").split("\n") if p.strip()]
    clean = [orjson.loads(line)["text"] for line in (SEEDS / "negative.jsonl").read_bytes().splitlines()]
    texts = ["\n".join(texts[i : i + 4]) for i in range(0, len(texts), 4)] + [
        "\n".join(clean[i : i + 6]) for i in range(0, len(clean), 6)
    ]
    lines: list[bytes] = []
    size = 0
    while size < megabytes * 1e6:
        text = texts[len(lines) % len(texts)]
        lines.append(orjson.dumps({"id": len(lines), "text": text}, option=orjson.OPT_APPEND_NEWLINE))
        size += len(lines[-1])
    return Corpus("seeds, enlarged", lines, [orjson.loads(line)["text"] for line in lines])


def batches(texts: list[str]) -> Iterator[list[str]]:
    """The texts in batches as large as those of a run."""
    from textrepair.run.worker import BATCH

    some: list[str] = []
    size = 0
    for text in texts:
        some.append(text)
        size += len(text)
        if size >= BATCH:
            yield some
            some, size = [], 0
    yield some
