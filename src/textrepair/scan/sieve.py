"""Triggers over a short text: most are ruled out by what they need, the rest are compiled when a text first has it.

All automata of the catalogue together take longer to build than a file of a few kilobytes takes to read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..patterns.gate import set_of, utf8
from ..patterns.needs import Needs, folded, met

#: RE2 gives up a search when its states outgrow this. A short text has no room for so many.
_MEMORY = 1 << 30


class Sieve:
    """Triggers with the numbers of those who ask, and what each needs."""

    def __init__(self, triggers: Iterable[tuple[int, str, Needs]]) -> None:
        numbers: dict[str, list[int]] = {}  # many rules share a trigger
        self._needs: dict[str, Needs] = {}
        for number, trigger, wanted in triggers:
            numbers.setdefault(trigger, []).append(number)
            self._needs[trigger] = wanted
        self._numbers = numbers
        self._sets: list[tuple[Any, list[str]]] = []
        self._compiled: set[str] = set()

    def hits(self, text: str) -> list[int]:
        """Those whose triggers may hit in the text, sorted."""
        raw = utf8(text)
        ready = folded(raw.decode())
        wanted = [trigger for trigger, one in self._needs.items() if met(one, ready)]
        self._compile([trigger for trigger in wanted if trigger not in self._compiled])
        there = set(wanted)
        return sorted(n for t in self._matched(raw, there) for n in self._numbers[t])

    def _matched(self, raw: bytes, there: set[str]) -> Iterable[str]:
        for one, triggers in self._sets:
            if not there.isdisjoint(triggers):
                found: Sequence[int] | None = one.Match(raw)
                yield from (triggers[k] for k in found or ())

    def _compile(self, triggers: Sequence[str]) -> None:
        if not triggers:
            return
        self._sets.append((set_of(triggers, (_MEMORY,)), list(triggers)))
        self._compiled.update(triggers)
