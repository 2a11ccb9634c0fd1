"""A day of the month that lost its words: `The New York Times 26 quoted officials` -> `... on the 26th quoted ...`.

Chinese news write 纽约时报26日援引 ("New York Times 26-day quotes"); engines translate the number and drop 日, "day".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ...codes import compiled
from ...document import Document
from ...model import Match, Span
from .. import checker

_DAY = r"(?P<day>[1-9]|[12]\d|3[01])"


@checker(scope="line", trigger=r"\pL \d\d? [a-z]")
def check(
    doc: Document, span: Span, *, sources: tuple[str, ...] = (), people: str = "", verbs: tuple[str, ...] = ()
) -> Iterator[Match]:
    """A bare day between one of `sources` (patterns) and one of `verbs`.

    After a name that fits only `people` the repair is unsafe.
    """
    text = doc.text
    for m in _pattern(sources, people, verbs).finditer(text, *span):
        start, end = m.span("day")
        yield Match(
            start,
            end,
            f"on the {ordinal(int(m['day']))}",
            confidence=0.9,
            applicability=None if m["source"] else "unsafe",
        )


@lru_cache(maxsize=8)
def _pattern(sources: tuple[str, ...], people: str, verbs: tuple[str, ...]) -> Any:
    source = rf"(?P<source>\b(?:{'|'.join(sources)}))"
    who = rf"(?:{source}|{people})" if people else source
    return compiled(rf"{who} {_DAY} (?:{'|'.join(verbs)})\b")


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
