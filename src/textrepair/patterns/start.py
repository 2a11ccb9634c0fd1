"""The matches of a pattern, looked for from the place on where RE2 sees the first: it reads a line in a microsecond."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .compact import compact
from .compiled import compile_pattern
from .gate import accepted, utf8
from .widen import widen

#: Before a pattern has been looked for in so many characters, it is not worth while to have RE2 compile it too.
_MUCH = 30_000
#: So often RE2 is asked for the next place in a part of a text.
_MOST = 12


def matches(text: str, start: int, end: int, pattern: str, ignore_case: bool, timeout: float) -> Iterator[Any]:
    """The matches of the pattern in `text[start:end]`, none of them empty. Raises `TimeoutError`.

    The part is the whole text or, for a pattern that can't look past the end of a line, begins a line.
    """
    wider = _wider(pattern, ignore_case).after(end - start)
    found = _from_first if wider is None or "(?<=" in pattern else _one_by_one
    for m in found(wider, compile_pattern(pattern, ignore_case), text, start, end, timeout):
        if m.end() > m.start():
            yield m


def _from_first(wider: Any, compiled: Any, text: str, start: int, end: int, timeout: float) -> Iterator[Any]:
    """All from the first place that RE2 sees. What a lookbehind asks for begins there, the match behind it."""
    if wider is not None:
        part = utf8(text[start:end])
        hit = wider.search(part)
        if not hit:
            return
        start += len(part[: hit.start()].decode())
    yield from compiled.finditer(text, start, end, timeout=timeout)


def _one_by_one(wider: Any, compiled: Any, text: str, start: int, end: int, timeout: float) -> Iterator[Any]:
    """Each at a place that RE2 sees, and nowhere else. Where it sees many, one after the other costs too much."""
    part, at = utf8(text[start:end]), 0
    place = start
    for _ in range(_MOST):
        hit = wider.search(part, at)
        if not hit:
            return
        place += len(part[at : hit.start()].decode())
        m = compiled.match(text, place, end, timeout=timeout)
        if m:
            yield m
        behind = m.end() if m else place + 1
        at = hit.start() + len(utf8(text[place:behind]))
        place = behind
    yield from compiled.finditer(text, place, end, timeout=timeout)


class _Wider:
    """A pattern that matches wherever the given one does, compiled by RE2."""

    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self._pattern, self._ignore_case = pattern, ignore_case
        self._seen = 0
        self._compiled: Any = None

    def after(self, length: int) -> Any:
        """The compiled pattern, when it has been looked for in much text, this included; None till then, or where
        there is no such thing.
        """
        if self._seen < _MUCH:
            self._seen += length + 1
            if self._seen >= _MUCH:
                re2 = compact(widen(self._pattern, self._ignore_case).re2 or "")
                self._compiled = accepted(re2) if re2 else None
        return self._compiled


@lru_cache(maxsize=4096)
def _wider(pattern: str, ignore_case: bool) -> _Wider:
    return _Wider(pattern, ignore_case)
