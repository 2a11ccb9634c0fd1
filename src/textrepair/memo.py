"""Verdicts that are asked for again and again: kept in a dictionary, which answers faster than any function call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_V = TypeVar("_V")
_MOST = 1 << 12


class Memo(dict[str, _V]):
    """`memo[word]` is what `judge(word)` says. It forgets everything when it holds 4,096 words."""

    def __init__(self, judge: Callable[[str], _V]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, word: str) -> _V:
        found = self._judge(word)
        if len(self) >= _MOST:
            self.clear()
        self[word] = found
        return found
