"""How many verdicts are remembered, those of all languages together: a corpus may have text in forty."""

from __future__ import annotations

from collections.abc import Callable


class Room:
    """For so many entries of several memories. When it is full all of them forget what they hold."""

    def __init__(self, most: int) -> None:
        self._most = self._left = most
        self._forget: list[Callable[[], object]] = []

    def share(self, forget: Callable[[], object]) -> None:
        """One memory more, and how it is emptied."""
        self._forget.append(forget)

    def take(self) -> None:
        """To be called before an entry is added."""
        if not self._left:
            for forget in self._forget:
                forget()
            self._left = self._most
        self._left -= 1
