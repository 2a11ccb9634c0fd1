"""What is worked out once: verdicts that are asked for again and again, and attributes that may never be asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

_V = TypeVar("_V")
_MOST = 1 << 12


class Memo(dict[str, _V]):
    """`memo[word]` is what `judge(word)` says; faster than any function. It forgets all at 4,096 words."""

    def __init__(self, judge: Callable[[str], _V]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> _V:
        found = self._judge(word)
        if len(self) >= _MOST:
            self.clear()
        self[word] = found
        return found


class lazy(Generic[_V]):
    """`functools.cached_property` without the lock that Python 3.11 has in it: what it is for is used by one thread."""

    def __init__(self, work_out: Callable[[Any], _V]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> lazy[_V]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> _V: ...

    def __get__(self, owner: object | None, kind: type) -> lazy[_V] | _V:
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._work_out(owner)
        return found
