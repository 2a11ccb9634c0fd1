"""Counts of a run, which add up over files and workers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..families import family_of, priority_of
from .rows import Row


@dataclass(slots=True)
class Summary:
    """What a run found and did. `rules` and `files` map a code or path to its counts."""

    files: int = 0
    records: int = 0
    records_with_defects: int = 0
    records_changed: int = 0
    characters: int = 0
    bytes: int = 0
    edits: int = 0
    superseded: int = 0
    rules: dict[str, Counter[str]] = field(default_factory=dict)
    paths: dict[str, Counter[str]] = field(default_factory=dict)
    severities: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    def add(self, row: Row) -> None:
        """Count a defect."""
        self.names[row["code"]] = row["name"]
        for per, key in ((self.rules, row["code"]), (self.paths, row["path"])):
            counts = per.get(key)
            if counts is None:  # a Counter takes as long to make as all that is counted here
                counts = per[key] = Counter()
            counts["defects"] += 1
            counts["applied"] += row["applied"]
            if row["fix"]:
                counts[row["fix"]["applicability"]] += 1
                counts["applied_unsafe"] += row["applied"] and row["fix"]["applicability"] == "unsafe"
        if not row["applied"]:
            self.severities[row["severity"]] += 1

    def merge(self, other: Summary) -> None:
        """Add the counts of another part of the run."""
        for name in (
            "files",
            "records",
            "records_with_defects",
            "records_changed",
            "characters",
            "bytes",
            "edits",
            "superseded",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for mine, theirs in ((self.rules, other.rules), (self.paths, other.paths)):
            for key, counts in theirs.items():
                mine.setdefault(key, Counter()).update(counts)
        self.severities.update(other.severities)
        self.names.update(other.names)

    def total(self, name: str = "defects") -> int:
        """Sum over the rules of `defects`, `applied`, `safe`, `unsafe` or `display`."""
        return sum(c[name] for c in self.rules.values())

    def families(self) -> dict[str, Counter[str]]:
        """Counts by the family's full name, in the families' order."""
        found: dict[str, Counter[str]] = {}
        for code, counts in sorted(self.rules.items(), key=lambda item: priority_of(item[0])):
            found.setdefault(family_of(code), Counter()).update(counts)
        return found

    def as_dict(self) -> dict[str, Any]:
        """For `summary.json`."""
        order = ("defects", "applied", "safe", "unsafe", "display")

        def rows(counts: dict[str, Counter[str]]) -> dict[str, dict[str, int]]:
            return {key: {name: c[name] for name in order} for key, c in sorted(counts.items())}

        return {
            "schema": 1,
            "files": self.files,
            "records": self.records,
            "records_with_defects": self.records_with_defects,
            "records_changed": self.records_changed,
            "characters": self.characters,
            "bytes": self.bytes,
            "defects": self.total(),
            "edits": self.edits,
            "superseded": self.superseded,
            "remaining": {s: self.severities[s] for s in ("error", "warning", "info")},
            "families": rows(self.families()),
            "rules": {code: {"name": self.names[code], **counts} for code, counts in rows(self.rules).items()},
            "paths": rows(self.paths),
            "seconds": round(self.seconds, 3),
            "megabytes_per_second": round(self.bytes / 1e6 / self.seconds, 3) if self.seconds else None,
        }
