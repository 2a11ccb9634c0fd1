"""Which defects to show where not all can be: the worst first."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator

from ..families import priority_of
from ..model import SEVERITIES
from ..run.rows import Row
from ..run.spool import rank, row_of

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def badness(row: Row) -> tuple[bool, int, float]:
    """Sort key, the worst first: what is left before what is repaired, then severity, then certainty."""
    return row["applied"], _RANK[row["severity"]], -row["confidence"]


def worst(rows: Iterable[Row], number: int) -> list[Row]:
    """The worst rows, in their order of old; memory for `number` of them."""
    chosen = heapq.nsmallest(number, enumerate(rows), key=lambda item: (badness(item[1]), item[0]))
    return [row for _, row in sorted(chosen, key=lambda item: item[0])]


def worst_per_rule(lines: Iterable[bytes], number: int) -> dict[str, list[Row]]:
    """For each code the worst rows among lines of the spool, the worst first; the codes too."""
    heaps: dict[bytes, list[tuple[int, int, bytes]]] = {}
    for place, line in enumerate(lines):
        code, bad = rank(line)
        heap = heaps.setdefault(code, [])
        if len(heap) < number:
            heapq.heappush(heap, (-bad, -place, line))
        elif -bad > heap[0][0]:
            heapq.heapreplace(heap, (-bad, -place, line))
    found = {code.decode(): [row_of(line) for _, _, line in sorted(heap, reverse=True)] for code, heap in heaps.items()}
    return dict(sorted(found.items(), key=lambda item: (badness(item[1][0])[:2], priority_of(item[0]), item[0])))


def numbered(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Each row with how many of the same fingerprint came before it: services show one of several equal ones."""
    seen: Counter[str] = Counter()
    for row in rows:
        yield seen[row["fingerprint"]], row
        seen[row["fingerprint"]] += 1
