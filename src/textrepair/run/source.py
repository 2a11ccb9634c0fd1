"""A file to read, with everything that decides how."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..corpora import Options
from ..settings import Settings


@dataclass(frozen=True, slots=True)
class Profile:
    """How the files that one configuration governs are read and judged. Shared by them, as is the engine."""

    settings: Settings = field(default_factory=Settings)
    options: Options = field(default_factory=Options)
    input_format: str = "auto"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """`shown` is the name in reports, journal, diff and `cleaned/`: relative, with `/`. `path` None: stdin."""

    shown: str
    path: Path | None = field(compare=False)
    profile: Profile = field(default=Profile(), compare=False)

    @property
    def size(self) -> int:
        """Bytes on disk; 0 where nobody knows."""
        return self.path.stat().st_size if self.path else 0
