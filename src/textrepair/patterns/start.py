"""Where in a part of a text a pattern can begin to match, as RE2 sees it: it reads a line in a microsecond."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .compact import compact
from .gate import gate, refused, utf8
from .widen import widen


def first_place(text: str, start: int, end: int, pattern: str, ignore_case: bool) -> int | None:
    """No match of the pattern in `text[start:end]` begins before this place; None: there is none.

    The part is the whole text or, for a pattern that can't look past the end of a line, begins a line.
    """
    wider = _wider(pattern, ignore_case)
    if wider is None:
        return start
    part = utf8(text[start:end])
    hit = wider.search(part)
    return start + len(part[: hit.start()].decode()) if hit else None


@lru_cache(maxsize=4096)
def _wider(pattern: str, ignore_case: bool) -> Any:
    """A pattern that matches wherever the given one does, compiled by RE2; None where there is no such thing."""
    re2 = widen(pattern, ignore_case).re2
    if not re2:
        return None
    re2 = compact(re2)
    return None if refused(re2) else gate(re2)
