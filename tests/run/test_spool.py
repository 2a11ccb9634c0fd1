"""What is spooled is read again, and stands in `defects.jsonl` as it would without a spool."""

import orjson
from hypothesis import given
from hypothesis import strategies as st

from textrepair.model import SEVERITIES, Defect, Fix, Record
from textrepair.reports.visible import _UNSAFE_JSON, escaped_json
from textrepair.reports.worst import badness
from textrepair.run.places import WINDOW, Places
from textrepair.run.rows import defect_row, encoded
from textrepair.run.spool import published, rank, row_of, spooled

TEXTS = st.text(st.one_of(st.sampled_from("a\t\r\n\x7f\u200bé漢😀\ud800\udc80"), st.characters()), max_size=30)


@given(TEXTS, TEXTS, st.sampled_from(SEVERITIES), st.booleans(), st.integers(0, 1000))
def test_a_row_goes_in_and_comes_out(text, message, severity, applied, thousandths):
    defect = Defect(
        "JOI901", "name", severity, message, 0, len(text), text, thousandths / 1000,
        Fix("safe", message, (text,)), applied, "en", "0" * 32,
    )  # fmt: skip
    row = defect_row(defect, Places(Record(text, id=message, field="text")))
    row["fix"]["alternatives"] = list(row["fix"]["alternatives"])
    line = spooled(dict(row))
    assert row_of(line) == row and list(row_of(line)) == list(row)
    assert published(line) + b"\n" == encoded({key: value for key, value in row.items() if key != "place"})
    assert line.count(b"\n") == 1


def test_the_rank_is_the_order_of_badness():
    rows = [
        {"code": "X", "severity": severity, "applied": applied, "confidence": sure, "place": {}}
        for severity in SEVERITIES
        for applied in (False, True)
        for sure in (1.0, 0.75, 0.5, 0.0)
    ]
    assert sorted(rows, key=badness) == sorted(rows, key=lambda row: rank(spooled(dict(row))))


@given(TEXTS)
def test_json_is_escaped_as_by_the_expression(text):
    line = orjson.dumps(text.encode("utf-8", "ignore").decode()).decode()
    escaped = escaped_json(line)
    assert not _UNSAFE_JSON.search(escaped) and orjson.loads(escaped) == orjson.loads(line)
    assert escaped == line or _UNSAFE_JSON.search(line)


@given(st.text(st.sampled_from("ab\r\n"), max_size=3 * WINDOW), st.data(), st.sampled_from(["text", None]))
def test_the_context_ends_with_its_line(text, data, field):
    """At most so many characters on either side."""
    text = text.replace("aa", "a" * WINDOW)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Places(Record(text, field=field)).place(start, end)
    left, right = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    right = len(text) if right < 0 else right
    right -= right > end and text[right - 1] == "\r"
    assert place["head"] == text[max(left, start - WINDOW) : start]
    assert place["tail"] == text[end : min(right, end + WINDOW)]
    assert place["cut"] == [start - left > WINDOW, right - end > WINDOW]
