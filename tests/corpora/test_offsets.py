"""Characters and the bytes they stand in, block by block."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textrepair.corpora import offsets
from textrepair.corpora.offsets import places, spliced

TEXTS = st.text(st.one_of(st.sampled_from('ab\\"/\n\té漢😀\ud800\udc80\ude00'), st.characters()), max_size=60)
BLOCKS = st.sampled_from((4, 5, 7, 16))


def in_blocks(size, *args, **options):
    """The places where blocks are so small."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(offsets, "_BLOCK", size)
        return list(places(*args, **options))


@given(st.binary(max_size=40), BLOCKS)
def test_of_any_bytes(raw, size):
    """A byte that is no UTF-8 is a character."""
    text = raw.decode("utf-8", "surrogateescape")
    expected = [len(text[:n].encode("utf-8", "surrogateescape")) for n in range(len(text) + 1)]
    assert in_blocks(size, raw, 0, len(raw), range(len(text) + 1)) == expected


@given(TEXTS.filter(lambda t: "\ud800" not in t), BLOCKS, st.booleans())
def test_of_a_string_of_json(text, size, ascii_only):
    """An escape is a character, and so are two that are the halves of one."""
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # as parsers read it
    written = [json.dumps(c, ensure_ascii=ascii_only)[1:-1].encode() for c in text]
    raw = b'{"a": "' + b"".join(written) + b'"}'
    expected = [7 + sum(map(len, written[:n])) for n in range(len(text) + 1)]
    assert in_blocks(size, raw, 7, len(raw) - 2, range(len(text) + 1), escapes=True) == expected


def test_cuts():
    """What is between them stays."""
    assert spliced(b"one two three", [(0, 3, b"1"), (4, 4, b"and "), (7, 13, b"")]) == b"1 and two"
    assert spliced(b"one", []) == b"one"
