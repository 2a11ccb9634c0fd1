"""Where the characters of a string stand in a line of JSON: by writing the string again.

Most lines were written by one of two encoders. Where what one of them makes of the string is what stands in the line,
so does what it makes of the string's beginning, and nothing has to be read character by character.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Any

import orjson

#: Of longer lines nothing is written again: that takes as much memory as they do.
_LONGEST = 1 << 20
#: Put in the place of a string, it is no other value by chance.
_MARK = "textrepair: is this the string that was looked for?"
_MARKED = orjson.dumps(_MARK)
#: So many bytes of a string are looked for before all of it is.
_BEGINNING = 48


def _in_ascii(text: str) -> bytes:
    return json.dumps(text).encode()


def places(raw: bytes, path: Sequence[str], text: str, numbers: Sequence[int]) -> list[int] | None:
    """Where in a line the string `text` at a path begins and ends, without its quotes, and in between where its
    characters of these ascending numbers begin. None if it is not written as an encoder would, or not found at once."""
    if len(raw) > _LONGEST or text == _MARK:
        return None
    edges = [0, *numbers, len(text)]
    for encode in (orjson.dumps, _in_ascii):
        try:
            parts = [encode(text[start:end])[1:-1] for start, end in pairwise(edges)]
        except TypeError:  # a lone surrogate
            return None
        whole = b'"%b"' % b"".join(parts)
        start = raw.find(whole[:_BEGINNING])  # a search for all of it takes ten times as long
        if start >= 0 and not raw.startswith(whole, start):
            start = raw.find(whole, start)
        if start >= 0:
            known = _is_at(raw, start, start + len(whole), path)
            return [*accumulate(map(len, parts), initial=start + 1)] if known else None
    return None


def _is_at(raw: bytes, start: int, end: int, path: Sequence[str]) -> bool:
    """Whether these bytes are the value at the path: whether it is another one with another string in their place."""
    if raw[end:].lstrip(b" \t\r\n").startswith(b":"):  # a key
        return False
    try:
        value: Any = orjson.loads(raw[:start] + _MARKED + raw[end:])
    except orjson.JSONDecodeError:  # they are no string at all, or the line is one that orjson does not take
        return False
    for part in path:
        value = value[int(part)] if isinstance(value, list) else value[part]
    return bool(value == _MARK)
