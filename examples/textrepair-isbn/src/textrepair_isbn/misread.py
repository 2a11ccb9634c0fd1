"""ISBNs in which a scanner took digits for letters, proved by their check digit (ISO 2108)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from textrepair.checkers import checker
from textrepair.document import Document
from textrepair.model import Match, Span

_MEANT = {"O": "0", "o": "0", "I": "1", "l": "1", "S": "5", "B": "8"}
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?[ ]?((?:[0-9OoIlSB][- ]?){9,12}[0-9XOoIlSB])\b")


@checker(scope="line", trigger="ISBN")
def check(doc: Document, span: Span, *, confusable: str = "OoIl") -> Iterator[Match]:
    """Yield book numbers that become valid once their letters are read as digits. `confusable`: the letters to try."""
    table = str.maketrans({c: d for c, d in _MEANT.items() if c in confusable})
    for m in _ISBN.finditer(doc.text, *span):
        meant = m[1].translate(table)
        if meant != m[1] and is_valid(meant):
            yield Match(m.start(1), m.end(1), meant, confidence=0.99)


def is_valid(number: str) -> bool:
    """Whether the check digit of an ISBN-10 or ISBN-13 is right.

    >>> is_valid("978-0-306-40615-7"), is_valid("0-306-40615-2"), is_valid("0-306-40615-3")
    (True, True, False)
    """
    digits = [10 if c == "X" else int(c) for c in number if c.isdigit() or c == "X"]
    if len(digits) == 10:
        return sum(d * w for d, w in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0
    return len(digits) == 13 and sum(d * w for d, w in zip(digits, [1, 3] * 7, strict=False)) % 10 == 0
