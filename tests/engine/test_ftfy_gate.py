"""The encoding repair behind the gate is ftfy's own with the same settings: for every line, character for character.

ftfy runs only on lines in which the RE2 form of its badness pattern hits. So no line without a hit may be one that
`ftfy.fix_encoding` would change, and on the others what is called is ftfy itself, with our settings: the repair of
encodings and nothing else. (What the rules make of it afterwards, such as a lost byte put back, is theirs.)
"""

import json
from pathlib import Path

import pytest
from ftfy import fix_encoding_and_explain
from ftfy.chardata import CHARMAP_ENCODINGS
from hypothesis import given, settings
from hypothesis import strategies as st

from textrepair.checkers.encoding.badness import BADNESS
from textrepair.checkers.encoding.layers import _CONFIG, repaired
from textrepair.scan.batch import Batch
from textrepair.scan.gate import Gate, available

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
GATE = Gate([(0, BADNESS)])
SENTENCES = (
    "Der fünfte Versuch gelang – endlich!", "L’été où il naquit, à Liège…", "¿Qué pasó mañana?", "Příliš žluťoučký kůň", "Zażółć gęślą jaźń",
    "Привет, мир: «да»", "Χαίρετε, κόσμε", "שלום עולם", "مرحبا بالعالم", "नमस्ते दुनिया", "สวัสดีชาวโลก", "日本語の文章です。", "他说：“好。”", "한국어 문장",
    "Tiếng Việt rất đẹp", "İstanbul’da güneş", "naïve café — “quoted” €5 £3 ½ °C", "Ærøskøbing på Ærø", "😀 emoji ❤️ and 👨‍👩‍👧", "plain ASCII text",
)  # fmt: skip
pytestmark = pytest.mark.skipif(not available(), reason="the gate is google-re2")


def assert_same(lines):
    """Gated and ungated repair of every line are equal."""
    lines = [line for line in lines if line and "\n" not in line]
    hit = {record for record, _, _ in GATE.lines(Batch(lines))}
    gated = [repaired(line) if i in hit else line for i, line in enumerate(lines)]
    assert gated == [fix_encoding_and_explain(line, _CONFIG).text for line in lines]
    return gated


def misread(text, page):
    """The text's UTF-8 read in a code page; what it has no character for is left as it was decoded in Latin-1."""
    raw = text.encode("utf-8", "surrogatepass")
    return "".join(bytes([b]).decode(page, "ignore") or chr(b) for b in raw)


def test_mojibake_of_many_languages():
    """Once and twice misread in every code page that ftfy knows; most of it is repaired."""
    lines = [misread(text, page) for text in SENTENCES for page in CHARMAP_ENCODINGS]
    lines += [misread(line, page) for line in lines for page in ("latin-1", "sloppy-windows-1252")]
    assert sum(new != old for new, old in zip(assert_same([*lines, *SENTENCES]), lines, strict=False)) > 100


def test_the_sample_corpus():
    """Every line of the seeds, broken or right."""
    lines = [line for p in sorted(SEEDS.glob("*.txt")) for line in p.read_text(encoding="utf-8").split("\n")]
    for path in sorted(SEEDS.glob("*.jsonl")):
        lines += [line for row in path.read_bytes().splitlines() for line in json.loads(row)["text"].split("\n")]
    assert_same(lines)


SIGNS = "ÃÂâ€™œ\x9d\xa0©¼ŸÐÑŽ°Å¡Ä‡ІРвЂЃ™ã Ã¯¿½\x80\x85\u2028\ufffdé“”…aZ ,.-'\"€š¬ƒ"


@given(
    st.lists(
        st.one_of(
            st.text(SIGNS, max_size=24), st.builds(misread, st.text(max_size=12), st.sampled_from(CHARMAP_ENCODINGS))
        ),
        max_size=12,
    )
)
@settings(max_examples=400, deadline=None)
def test_anything(lines):
    """Random signs of mojibake, and random text misread."""
    assert_same(lines)
