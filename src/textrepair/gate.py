"""The thresholds that decide the exit code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import ConfigError, nearest
from .families import PREFIXES
from .model import SEVERITIES
from .run.summary import Summary


@dataclass(frozen=True, slots=True)
class Gate:
    """`fail_on`: the lowest severity that fails, or "never". `max_rate`: defects per 1,000 records that pass."""

    fail_on: str = "warning"
    max_rate: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for prefix in self.max_rate:
            if prefix != "ALL" and not (re.fullmatch(r"[A-Z]{3}\d{0,3}", prefix) and prefix[:3] in PREFIXES):
                raise ConfigError(f"gate.max-rate: {prefix} is no prefix", nearest(prefix, [*PREFIXES, "ALL"]))

    def objections(self, summary: Summary) -> list[str]:
        """Why the run fails, most important first; nothing if it passes. Repaired defects do not count."""
        return [*self._severity(summary), *self._rates(summary)]

    def _severity(self, summary: Summary) -> list[str]:
        if self.fail_on == "never":
            return []
        counted = SEVERITIES[: SEVERITIES.index(self.fail_on) + 1]
        number = sum(summary.severities[s] for s in counted)
        if not number:
            return []
        level = "error" if self.fail_on == "error" else f"{self.fail_on} or above"
        what = "defect" if number == 1 else "defects"
        return [f"{number:,} {what} of severity {level} {'remains' if number == 1 else 'remain'}"]

    def _rates(self, summary: Summary) -> list[str]:
        found = []
        for prefix, allowed in sorted(self.max_rate.items()):
            number = sum(
                c["defects"] - c["applied"]
                for code, c in summary.rules.items()
                if prefix == "ALL" or code.startswith(prefix)
            )
            rate = 1000 * number / max(1, summary.records)
            if rate > allowed:
                found.append(f"gate: {prefix} {rate:,.2f} per 1,000 records, {allowed:g} allowed")
        return found
