"""Which defects to show where not all can be: the worst first."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator

from ..families import priority_of
from ..model import SEVERITIES
from ..run.rows import Row

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def badness(row: Row) -> tuple[bool, int, float]:
    """Sort key, the worst first: what is left before what is repaired, then severity, then certainty."""
    return row["applied"], _RANK[row["severity"]], -row["confidence"]


def worst(rows: Iterable[Row], number: int) -> list[Row]:
    """The worst rows, in their order of old; memory for `number` of them."""
    chosen = heapq.nsmallest(number, enumerate(rows), key=lambda item: (badness(item[1]), item[0]))
    return [row for _, row in sorted(chosen, key=lambda item: item[0])]


def worst_per_rule(rows: Iterable[Row], number: int) -> dict[str, list[Row]]:
    """For each code its worst rows, the worst first; the codes too."""
    heaps: dict[str, list[tuple[tuple[int, ...], Row]]] = {}
    for place, row in enumerate(rows):
        heap = heaps.setdefault(row["code"], [])
        applied, rank, certainty = badness(row)
        key = (-applied, -rank, -int(certainty * 1000), -place)
        if len(heap) < number:
            heapq.heappush(heap, (key, row))
        elif key > heap[0][0]:
            heapq.heapreplace(heap, (key, row))
    found = {
        code: [row for _, row in sorted(heap, reverse=True, key=lambda item: item[0])] for code, heap in heaps.items()
    }
    return dict(sorted(found.items(), key=lambda item: (badness(item[1][0])[:2], priority_of(item[0]), item[0])))


def numbered(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """Each row with how many of the same fingerprint came before it: services show one of several equal ones."""
    seen: Counter[str] = Counter()
    for row in rows:
        yield seen[row["fingerprint"]], row
        seen[row["fingerprint"]] += 1
