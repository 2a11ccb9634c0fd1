"""The defects of a run as reports see them: read again from the spool, as often as wanted, never all in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from ..baseline import Baseline
from ..rules.rule import Rule
from ..run.rows import Row
from ..run.spool import row_of
from ..run.summary import Summary


@dataclass(slots=True)
class Findings:
    """`summary` counts what `rows` yields. `known` and `stale` speak of the baseline; `command` is `check` or `fix`.

    `full` is where all defects stand, for reports that show some. `limit` cuts the listing and nothing else.
    """

    spool: Path
    summary: Summary
    command: str = "check"
    baseline: Baseline | None = None
    known: int = 0
    stale: int = 0
    full: str = "defects.jsonl"
    limit: int | None = None
    unsafe_fixes: bool = False
    rules: Callable[[], Mapping[str, Rule]] = field(default=dict)

    @classmethod
    def of(cls, spool: Path, summary: Summary, command: str, baseline: Baseline | None) -> Findings:
        """Read the spool once where a baseline takes something off."""
        findings = cls(spool, summary, command, baseline)
        if baseline:
            findings._subtract()
        return findings

    def rows(self) -> Iterator[Row]:
        """The defects in order, without the known ones."""
        return map(row_of, self.lines())

    def lines(self) -> Iterator[bytes]:
        """The same as they stand in the spool."""
        return islice(self._lines(self.baseline.copy() if self.baseline else None), self.limit)

    def limited(self, limit: int | None) -> Findings:
        """The same with a shorter listing."""
        return replace(self, limit=limit)

    def _lines(self, left: Baseline | None) -> Iterator[bytes]:
        with self.spool.open("rb", buffering=1 << 20) as lines:
            if left is None:
                yield from lines
                return
            for line in lines:
                row = row_of(line)
                if not left.take(row["fingerprint"]) or row["applied"]:
                    yield line

    def _subtract(self) -> None:
        """Count again, without the known defects."""
        assert self.baseline is not None
        left = self.baseline.copy()
        fresh = replace(
            self.summary,
            rules={},
            paths={},
            names={},
            severities=type(self.summary.severities)(),
            records_with_defects=0,
        )
        last = None
        for row in map(row_of, self._lines(left)):
            fresh.add(row)
            here = (row["path"], row["record"]["index"])
            fresh.records_with_defects += here != last
            last = here
        self.known = self.summary.total() - fresh.total()
        self.stale = left.stale
        self.summary = fresh
