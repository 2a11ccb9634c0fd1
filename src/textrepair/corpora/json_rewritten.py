"""Where the characters of a string stand in a line of JSON: by writing the string again.

Most lines were written by one of two encoders. Where what one of them makes of the string is what stands in the line,
so does what it makes of the string's beginning, and nothing has to be read character by character.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import orjson

#: Of longer lines nothing is written again: that takes as much memory as they do.
_LONGEST = 1 << 20
#: Put in the place of a string, it is no other value by chance.
_MARK = "textrepair: is this the string that was looked for?"
_MARKED = orjson.dumps(_MARK)

Encode = Callable[[str], bytes]


def _in_ascii(text: str) -> bytes:
    return json.dumps(text).encode()


class Rewritten:
    """A string as it stands in a line, from one quote to the other."""

    def __init__(self, text: str, start: int, encode: Encode, size: int) -> None:
        self._text, self._encode = text, encode
        self.start, self.end = start, start + size

    def places(self, numbers: Iterable[int]) -> Iterator[int]:
        """Where in the line the characters of these ascending numbers begin."""
        text, place, at = self._text, self.start + 1, 0
        if self.end - place == len(text) + 1:  # each is a byte
            yield from (place + number for number in numbers)
            return
        for number in numbers:
            place += len(self._encode(text[at:number])) - 2
            at = number
            yield place


def rewritten(raw: bytes, path: Sequence[str], text: str) -> Rewritten | None:
    """The string `text` at a path of a line; None if it is not written as an encoder would, or not found at once."""
    if len(raw) > _LONGEST or text == _MARK:
        return None
    for encode in (orjson.dumps, _in_ascii):
        try:
            whole = encode(text)
        except TypeError:  # a lone surrogate
            return None
        start = raw.find(whole)
        if start >= 0:
            return Rewritten(text, start, encode, len(whole)) if _is_at(raw, start, start + len(whole), path) else None
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
