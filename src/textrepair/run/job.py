"""What a run is to do, apart from the settings of its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CLEANED, EDITS, DEFECTS, DIFF, SUMMARY, REPORT = (
    "cleaned",
    "edits.jsonl",
    "defects.jsonl",
    "changes.diff",
    "summary.json",
    "report.html",
)

#: Everything that `fix` leaves in its output folder.
OUTPUTS = (CLEANED, EDITS, DEFECTS, DIFF, SUMMARY, REPORT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`work` is a folder for the parts that come out; `wanted` names those beside the spool of defects.

    `in_place` rewrites the inputs; `dry` says that no repair is made, so that no defect counts as applied.
    """

    work: Path
    wanted: frozenset[str] = frozenset()
    in_place: bool = False
    dry: bool = False
    jobs: int = 1

    @property
    def spool(self) -> Path:
        """The defects in order, one a line, each with its place: what every report is made from."""
        return self.work / "defects.spool"
