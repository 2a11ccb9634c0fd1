"""Several errors of rule files as one: a rule author wants to see them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ..errors import RuleError

T = TypeVar("T")


class RuleErrors(RuleError):
    """What is wrong with several places of rule files. `errors` holds them in order."""

    def __init__(self, errors: Iterable[RuleError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(str, self.errors)))


class Problems:
    """Collects errors where work can go on after one.

    problems = Problems()
    for file in files:
        rules += problems.tried(lambda: load(file)) or []
    problems.raise_if_any()
    """

    def __init__(self) -> None:
        self._errors: list[RuleError] = []

    def tried(self, work: Callable[[], T]) -> T | None:
        """What `work` returns; None where it raises a `RuleError`, which is kept."""
        try:
            return work()
        except RuleError as error:
            self.add(error)
            return None

    def add(self, error: RuleError) -> None:
        """Keep an error, or all that it holds."""
        self._errors += error.errors if isinstance(error, RuleErrors) else (error,)

    def raise_if_any(self) -> None:
        """Raise what was kept: the one error as it is, several as `RuleErrors`."""
        if len(self._errors) == 1:
            raise self._errors[0]
        if self._errors:
            raise RuleErrors(self._errors)
