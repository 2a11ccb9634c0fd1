"""Counts of a run, which add up over files and workers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..families import family_of, priority_of
from .rows import Row

#: What is counted of a defect: code, name, severity, whether it is repaired, and its repair's applicability.
Key = tuple[str, str, str, bool, str | None]


def key_of(row: Row) -> Key:
    """Of a defect's row."""
    fix = row["fix"]
    return row["code"], row["name"], row["severity"], row["applied"], fix["applicability"] if fix else None


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
        self.count(row["path"], [key_of(row)])

    def count(self, path: str, keys: Iterable[Key]) -> None:
        """Count defects of a file."""
        for (code, name, severity, applied, tier), times in Counter(keys).items():
            self.names[code] = name
            for per, key in ((self.rules, code), (self.paths, path)):
                counts = per.setdefault(key, Counter())
                counts["defects"] += times
                counts["applied"] += times if applied else 0
                if tier:
                    counts[tier] += times
                    counts["applied_unsafe"] += times if applied and tier == "unsafe" else 0
            if not applied:
                self.severities[severity] += times

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
