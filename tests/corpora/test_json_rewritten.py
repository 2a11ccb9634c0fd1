"""Strings written again stand where a walk through the line finds them, or nothing is said."""

import json

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textrepair.corpora import json_rewritten, json_splice, offsets

TEXTS = st.text(st.one_of(st.sampled_from('ab":,\\/\n\x7f\x01é漢😀\ud800'), st.characters()), max_size=12)
WRITERS = (
    lambda row: json.dumps(row),
    lambda row: json.dumps(row, ensure_ascii=False, separators=(",", ":")),
    lambda row: json.dumps(row).replace("/", "\\/"),
    lambda row: json.dumps(row).replace("a", "\\u0061"),
    lambda row: "\ufeff" + json.dumps(row, indent=1).replace("\n", " "),
)


def walked(raw, path, numbers):
    """The same by the walk."""
    place = dict(json_splice._strings(raw, json_splice._begin(raw), ()))[path]
    start, end = place[0] + 1, place[1] - 1
    return [start, *offsets.places(raw, start, end, numbers, escapes=True), end]


@settings(max_examples=500, deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(WRITERS), st.sampled_from(["text", "title", "te\\xt"]), st.data())
@example("text", "text", WRITERS[0], "title", None)
@example(":", "", WRITERS[1], "title", None)
@example('b"', 'a"b"', WRITERS[1], "title", None)
def test_the_places_are_those_of_the_walk(text, other, write, name, data):
    raw = write({name: other, "list": [other, {"text": other}], "text": text, text: 1.10, "end": other}).encode(
        "utf-8", "surrogatepass"
    )
    try:
        row = orjson.loads(raw)
    except orjson.JSONDecodeError:
        row = {}
    if row.get("text") != text:  # its own name was `text`
        return
    numbers = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6))) if data else [0, len(text)]
    found = json_rewritten.places(raw, ("text",), text, numbers)
    assert found is None or found == walked(raw, ("text",), numbers)


@pytest.mark.parametrize("write", WRITERS[:2])
def test_what_encoders_write_is_found_at_once(write):
    text = 'It is "here",\n\té漢😀\x01 and 1/2.\x7f'
    row = {"id": 1, "text": text, "list": ["x", {"of": text + "y"}]}
    raw = write(row).encode()
    assert json_rewritten.places(raw, ("text",), text, [4, 20]) == walked(raw, ("text",), [4, 20])
    path = ("list", "1", "of")
    assert json_rewritten.places(raw, path, text + "y", [5]) == walked(raw, path, [5])


def test_another_string_of_the_same_letters_is_none():
    """The first that is found may be a key, or another value, or stand inside of one."""
    for raw in (
        b'{"same": "a", "text": "same"}',
        b'{"title": "same", "text": "same"}',
        b'{"title": "\\"same", "text": "s\\u0061me"}',
        b'{"text": "same", "text": "s\\u0061me"}',
    ):
        assert json_rewritten.places(raw, ("text",), "same", []) is None
