"""What was given on the command line, as one value, and what of it overrides the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The options that `check` and `fix` share, and those of either."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    lang: str | None = None
    field: tuple[str, ...] = ()
    id_field: str | None = None
    language_field: str | None = None
    input_format: str | None = None
    text_unit: str | None = None
    unsafe_fixes: bool | None = None
    output_format: str | None = None
    report: tuple[tuple[str, Path], ...] = ()
    statistics: bool = False
    limit: int | None = None
    profile: str | None = None
    baseline: str | None = None
    fail_on: str | None = None
    exit_zero: bool = False
    config: Path | None = None
    isolated: bool = False
    force_exclude: bool | None = None
    jobs: int = 1
    color: str = "auto"
    no_progress: bool = False
    quiet: bool = False
    verbose: bool = False
    # of check
    write_baseline: bool = False
    # of fix
    output: Path | None = None
    in_place: bool = False
    diff: bool = False
    exit_non_zero_on_fix: bool = False

    def overrides(self) -> dict[str, Any]:
        """Keys of the configuration that the command line sets."""
        found = {
            "select": self.select or None,
            "ignore": self.ignore or None,
            "extend-select": self.extend_select or None,
            "language": self.lang,
            "fields": self.field or None,
            "id-field": self.id_field,
            "language-field": self.language_field,
            "input-format": self.input_format,
            "text-unit": self.text_unit,
            "unsafe-fixes": self.unsafe_fixes,
            "profile": self.profile,
            "baseline": self.baseline,
            "force-exclude": self.force_exclude,
            "gate.fail-on": self.fail_on,
        }
        return {key: value for key, value in found.items() if value is not None}
