"""Where in a part of a text a pattern can begin to match, as RE2 sees it: it reads a line in a microsecond."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from .compact import compact
from .gate import accepted, utf8
from .widen import widen

#: Before a pattern has been looked for so often, it is not worth while to have RE2 compile it too.
_OFTEN = 100


def first_place(text: str, start: int, end: int, pattern: str, ignore_case: bool) -> int | None:
    """No match of the pattern in `text[start:end]` begins before this place; None: there is none.

    The part is the whole text or, for a pattern that can't look past the end of a line, begins a line.
    """
    wider = _wider(pattern, ignore_case).often()
    if wider is None:
        return start
    part = utf8(text[start:end])
    hit = wider.search(part)
    return start + len(part[: hit.start()].decode()) if hit else None


class _Wider:
    """A pattern that matches wherever the given one does, compiled by RE2."""

    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self._pattern, self._ignore_case = pattern, ignore_case
        self._asked = 0
        self._compiled: Any = None

    def often(self) -> Any:
        """The compiled pattern, when it has been asked for often; None till then, or where there is no such thing."""
        self._asked += 1
        if self._asked == _OFTEN:
            re2 = compact(widen(self._pattern, self._ignore_case).re2 or "")
            self._compiled = accepted(re2) if re2 else None
        return self._compiled


@lru_cache(maxsize=4096)
def _wider(pattern: str, ignore_case: bool) -> _Wider:
    return _Wider(pattern, ignore_case)
