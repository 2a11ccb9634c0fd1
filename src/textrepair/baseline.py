"""Known defects: a multiset of fingerprints, free of path and line, so that moving text does not make it new.

A fingerprint covers code, match and 32 code points on each side. A baseline that holds two of a kind forgives two, so
one defect that is mended does not pay for another that appears.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .corpora.streams import open_output
from .errors import ConfigError


@dataclass(slots=True)
class Baseline:
    """What is left of the known defects while a run's defects are taken from them, in order."""

    left: Counter[str] = field(default_factory=Counter)

    def take(self, fingerprint: str) -> bool:
        """Whether a defect is known; each entry counts once."""
        if self.left[fingerprint] <= 0:
            return False
        self.left[fingerprint] -= 1
        return True

    @property
    def stale(self) -> int:
        """How many known defects were not met."""
        return sum(self.left.values())

    def copy(self) -> Baseline:
        """A fresh start with the same entries."""
        return Baseline(Counter(self.left))


def read(path: Path) -> Baseline:
    """The baseline in a file. Raises `ConfigError` with the line that is wrong."""
    known: Counter[str] = Counter()
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    known[_entry(line, f"{path}:{number}")] += int(json.loads(line).get("count", 1))
    except OSError as error:
        hint = f"`textrepair check --baseline {path} --write-baseline` makes one"
        raise ConfigError(f"{path}: the baseline cannot be read: {error.strerror}", hint) from error
    return Baseline(known)


def _entry(line: bytes, place: str) -> str:
    try:
        row = json.loads(line)
        fingerprint, count = row["fingerprint"], row.get("count", 1)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{place}: no entry of a baseline", "write it anew with --write-baseline") from error
    if not isinstance(fingerprint, str) or not isinstance(count, int) or count < 1:
        raise ConfigError(f"{place}: no entry of a baseline", "write it anew with --write-baseline")
    return fingerprint


def write(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Make a baseline of defects; how many there are. Sorted, so that it diffs well."""
    counts: Counter[tuple[str, str, str]] = Counter((r["code"], r["fingerprint"], r["match"][:80]) for r in rows)
    with open_output(path) as out:
        for (code, fingerprint, match), count in sorted(counts.items()):
            entry = {"schema": 1, "code": code, "fingerprint": fingerprint, "count": count, "match": match}
            out.write(json.dumps(entry).encode() + b"\n")
    return sum(counts.values())
