"""Speed never changes a result: the whole catalogue, with and without gates, in any batch, by any number of workers."""

import json
import random
from pathlib import Path

import pytest

from textrepair import Record, Repairer, Settings
from textrepair.run import Job, run
from textrepair.run.source import Profile, Source

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PIECES = [
    "the the", "cafÃ©", "&amp;amp;", "ofthe", "re ports", "US*** and party", "to.In fact", "  ", "\t", " ,", "。", "“", '"', "ex-\nample", "\n\n",
    "\u200b", "\ufffd", "\ud83d", "Мария", "москва", "**bold**", "`code x  y`", "http://x.org/a.Bc", "<unk>", "{0}", "Source: News", "1,000", "3. 0",
    "haven ' t", "The end.", "and the", "Über", "que que", "年 报", "（see）", "\r\n", "A", "a", " ", " ", " ", "was", "house", "Read more:", "had had",
]  # fmt: skip


def records():
    """Lines and paragraphs of the sample corpus, labelled cases, and random strings of bits that rules look for."""
    texts = [line for p in sorted(SEEDS.glob("*.txt")) for line in p.read_text(encoding="utf-8").split("\n\n")]
    for name in ("wild", "negative"):
        texts += [json.loads(line)["text"] for line in (SEEDS / f"{name}.jsonl").read_bytes().splitlines()]
    texts += [
        "The pla n also names the mayor.",
        "Бог в помощь, мама {0}",
        "à¸ à¸²à¸©à¸²à¹„à¸—à¸¢",
        "Влaдимир купил cобаку.",
    ]
    dice = random.Random(7)
    texts += [" ".join(dice.choices(PIECES, k=dice.randint(1, 25))) for _ in range(150)]
    languages = ["en", "en", None, "de", "fr", "ru", "zh"]
    return [Record(t, language=languages[i % len(languages)], index=i) for i, t in enumerate(texts)]


@pytest.fixture(scope="module")
def found():
    """The plain engine: every rule on every line, one record at a time."""
    plain = Repairer(Settings(unsafe_fixes=True, plain=True))
    some = records()
    return some, [plain.run(r) for r in some]


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_gates_and_batches_change_nothing(found, size):
    """Text, edits and defects are those of the plain engine, whatever stands beside a record in its batch."""
    some, wanted = found
    fast = Repairer(Settings(unsafe_fixes=True))
    got = [result for i in range(0, len(some), size) for result in fast.run_batch(some[i : i + size])]
    for mine, theirs in zip(got, wanted, strict=True):
        assert (mine.text, mine.edits, mine.defects) == (theirs.text, theirs.edits, theirs.defects)


def test_fixing_again_changes_nothing(found):
    """The fixed point is one: what was repaired is left alone."""
    fast = Repairer(Settings(unsafe_fixes=True))
    for result in found[1]:
        again = fast.run(Record(result.text, language=result.record.language))
        assert again.text == result.text


def test_workers_change_nothing(tmp_path, monkeypatch):
    """Two workers on parts of a file write what one process writes, byte for byte."""
    monkeypatch.setattr("textrepair.run.corpus._WORTH", 0)
    monkeypatch.setattr("textrepair.run.part.SIZE", 20_000)
    monkeypatch.setattr("textrepair.run.part.SMALLEST", 5_000)
    path = tmp_path / "a.jsonl"
    lines = [
        json.dumps({"id": r.index, "text": r.text}, ensure_ascii=r.index % 2 == 0)
        for r in records()
        if "\ud83d" not in r.text
    ]
    path.write_text("\n".join(lines * 2), encoding="utf-8", newline="")
    outputs = []
    for jobs in (1, 2):
        work = tmp_path / str(jobs)
        run(
            [Source("a.jsonl", path, Profile())],
            Job(work=work, wanted=frozenset(("cleaned", "edits.jsonl", "changes.diff")), jobs=jobs),
        )
        outputs.append({p.relative_to(work): p.read_bytes() for p in work.rglob("*") if p.is_file()})
    assert outputs[0] == outputs[1]
    assert b"@@" in outputs[0][Path("changes.diff")]
