"""What else one can do with a corpus: copy it, parse it, run other tools on it."""

from __future__ import annotations

import tempfile
from importlib.util import find_spec
from pathlib import Path

import orjson
from speed_corpus import Corpus, batches
from speed_measure import FTFY, PASSTHROUGH, Part

#: Texts of the sample for tools that are too slow for all.
_SAMPLE = 60


def tools(corpus: Corpus) -> list[Part]:
    """The rows beside which those of the engine are to be read."""
    import ftfy

    lines, texts, size = corpus.lines, corpus.texts, corpus.megabytes
    few = texts[:: max(1, len(texts) // _SAMPLE)]
    sample = sum(len(t.encode("utf-8", "replace")) for t in few) / 1e6
    return [
        Part("plain copy", size, lambda: b"".join(lines)),
        Part(PASSTHROUGH, size, lambda: [orjson.dumps(orjson.loads(line)) for line in lines]),
        Part(FTFY, sample, lambda: [ftfy.fix_text(t) for t in few]),
        Part("ftfy.fix_encoding (sample)", sample, lambda: [ftfy.fix_encoding(t) for t in few]),
        Part("- the same behind our gate", size, lambda: _gated(texts)),
        _datatrove(corpus),
    ]


def _datatrove(corpus: Corpus) -> Part:
    name = "datatrove, reader to writer"
    if find_spec("datatrove") is None:
        return Part(name, corpus.megabytes, missing="datatrove")
    return Part(name, corpus.megabytes, lambda: _through_datatrove(corpus))


def _through_datatrove(corpus: Corpus) -> None:
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in")
        source.mkdir()
        (source / "corpus.jsonl").write_bytes(b"".join(corpus.lines))
        reader = JsonlReader(str(source), text_key="text", id_key="id")
        writer = JsonlWriter(f"{folder}/out", compression=None)
        for _ in writer.run(reader.run(None, 0, 1), 0, 1):
            pass


def _gated(texts: list[str]) -> list[str]:
    """ftfy's repair of encodings on the lines that need it; tests show that the others would not change."""
    from textrepair.checkers.encoding.badness import BADNESS
    from textrepair.checkers.encoding.layers import repaired
    from textrepair.scan.batch import Batch
    from textrepair.scan.gate import Gate

    gate = _GATES.setdefault(BADNESS, Gate([(0, BADNESS)]))
    out = []
    for some in batches(texts):
        batch = Batch(some)
        for record, line, _ in gate.lines(batch):
            start, end = batch.characters(record, line)
            out.append(repaired(some[record][start:end]))
    return out


_GATES: dict[str, object] = {}
