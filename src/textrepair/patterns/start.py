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
    wider = _wider(pattern, ignore_case)
    found = _found(wider, wider.after(end - start), compile_pattern(pattern, ignore_case), text, start, end, timeout)
    for m in found:
        if m.end() > m.start():
            yield m


def _found(wider: _Wider, seen: Any, compiled: Any, text: str, start: int, end: int, timeout: float) -> Iterator[Any]:
    if seen is None:
        return iter(compiled.finditer(text, start, end, timeout=timeout))
    if wider.behind is None:
        return _from_first(seen, compiled, text, start, end, timeout)
    return _one_by_one(seen, wider.behind, compiled, text, start, end, timeout)


def _from_first(seen: Any, compiled: Any, text: str, start: int, end: int, timeout: float) -> Iterator[Any]:
    """All from the first place that RE2 sees. What a lookbehind asks for begins there, the match behind it."""
    part = utf8(text[start:end])
    hit = seen.search(part)
    if hit:
        yield from compiled.finditer(text, start + len(part[: hit.start()].decode()), end, timeout=timeout)


def _one_by_one(
    seen: Any, behind: tuple[int, int], compiled: Any, text: str, start: int, end: int, timeout: float
) -> Iterator[Any]:
    """Each at a place that RE2 sees, or so many characters behind it, and nowhere else.

    Where it sees many, one after the other costs too much.
    """
    part, at = utf8(text[start:end]), 0
    place = free = start
    steps = range(behind[0], behind[1] + 1)
    for _ in range(_MOST):
        hit = seen.search(part, at)
        if not hit:
            return
        place += len(part[at : hit.start()].decode())
        tried = (compiled.match(text, place + k, end, timeout=timeout) for k in steps if place + k >= free)
        m = next(filter(None, tried), None)
        if m:
            yield m
            free = m.end()
        after = max(place + 1, free - behind[1])
        at = hit.start() + len(utf8(text[place:after]))
        place = after
    yield from compiled.finditer(text, max(place, free), end, timeout=timeout)


class _Wider:
    """A pattern that matches wherever the given one does, compiled by RE2."""

    def __init__(self, pattern: str, ignore_case: bool) -> None:
        self._pattern, self._ignore_case = pattern, ignore_case
        self._seen = 0
        self._compiled: Any = None
        #: How far behind a place that RE2 sees a match may begin: see there.
        self.behind: tuple[int, int] | None = None

    def after(self, length: int) -> Any:
        """The compiled pattern, when it has been looked for in much text, this included; None till then, or where
        there is no such thing.
        """
        if self._seen < _MUCH:
            self._seen += length + 1
            if self._seen >= _MUCH:
                re2 = compact(widen(self._pattern, self._ignore_case).re2 or "")
                self._compiled = accepted(re2) if re2 else None
                from .behind import behind  # and with it what reads patterns: a short run does without

                self.behind = behind(self._pattern)
        return self._compiled


@lru_cache(maxsize=4096)
def _wider(pattern: str, ignore_case: bool) -> _Wider:
    return _Wider(pattern, ignore_case)
