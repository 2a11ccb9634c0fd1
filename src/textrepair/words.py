"""Words of a text: runs of letters, with the apostrophes inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Letters of any script, with combining marks left to `regex`; an apostrophe counts between letters.
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")


def word_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of the words in `text[start:end]`."""
    for m in WORD.finditer(text, start, len(text) if end is None else end):
        yield m.span()


def word_set(text: str) -> frozenset[str]:
    """The words of a table that is written as text."""
    return frozenset(text.split())


def word_start(text: str, end: int, low: int = 0) -> int:
    """Where the word begins that ends at `end`: the same as if all words were looked for from `low` on."""
    at = end
    while at > low:
        if is_letter(text[at - 1]):
            at -= 1
        elif at < end and at - 1 > low and text[at - 1] in "'\u2019" and is_letter(text[at - 2]):
            at -= 2
        else:
            break
    return at


def is_letter(char: str) -> bool:
    """Whether the character may stand in a word, apostrophes aside."""
    return char.isalnum() and not char.isdecimal()
