"""What the linter says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..rule import Rule

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a rule or a place of its file. `check` is the name of the check that made it."""

    check: str
    level: Level
    file: str
    line: int
    code: str
    message: str
    hint: str = ""

    @classmethod
    def on(cls, rule: Rule, check: str, level: Level, message: str, hint: str = "", line: int = 0) -> Finding:
        """A remark on a rule."""
        return cls(check, level, rule.source, line or rule.line, rule.code, message, hint)

    @property
    def sort_key(self) -> tuple[str, int, str, str]:
        """By place."""
        return self.file, self.line, self.code, self.check

    def __str__(self) -> str:
        code = f" {self.code}" if self.code else ""
        return f"{self.file}:{self.line}:{code} {self.level} [{self.check}] {self.message}" + (
            f" ({self.hint})" if self.hint else ""
        )
