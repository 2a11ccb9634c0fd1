"""What a run is to do, apart from the engine's settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..corpora import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`out` is the folder for the cleaned corpus and the reports (None: none); `in_place` rewrites the inputs."""

    options: Options = Options()
    input_format: str = "auto"
    out: Path | None = None
    in_place: bool = False
    diff: bool = False
    jobs: int = 1
