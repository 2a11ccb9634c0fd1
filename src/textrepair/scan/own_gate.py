"""Triggers of many rules as one automaton of the kernel's, which says of each line at once which of them hit in it.

RE2 says that one of them hits, and where; to learn which, lines with hits are read again by another automaton. And it
waits for its next state at every byte, where the kernel reads four lines at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..kernel._kernel import Automaton
from ..model import Span
from .batch import Batch
from .excerpt import EVERY, Excerpt, Kind

#: Bytes of states; beyond it they are made anew. The largest automaton of the catalogue takes 4 MB.
_MEMORY = 8 << 20


class OwnGate:
    """Triggers, by their programs, with the numbers of their rules: what `gate.Gate` finds, line by line."""

    def __init__(self, numbers: Sequence[Sequence[int]], programs: list[bytes], kind: Kind = EVERY) -> None:
        self.kind = kind
        self._numbers = numbers
        self._automaton = Automaton(programs, _MEMORY)
        self._known: dict[int, list[int]] = {}

    def lines(self, batch: Batch, excerpt: Excerpt | None = None) -> Iterator[tuple[int, Span, list[int]]]:
        """Record, byte span of the line and rule numbers for each line in which a trigger hits, in order.

        `excerpt`: the lines of the gate's kind, by themselves; without it all lines are read.
        """
        for start, end, hits in self._hits(batch if excerpt is None else excerpt):
            if excerpt is not None:
                place = excerpt.places[excerpt.line_at(start)]
                start, end = place, place + end - start
            yield batch.record_at(start), (start, end), self._whose(hits)

    def records(self, batch: Batch, excerpt: Excerpt | None = None) -> Iterator[tuple[int, list[int]]]:
        """Record and rule numbers for each record in which a trigger hits, or in a line of it in the excerpt."""
        found: dict[int, set[int]] = {}
        for record, _, numbers in self.lines(batch, excerpt):
            found.setdefault(record, set()).update(numbers)
        for record, some in found.items():
            yield record, sorted(some)

    def _hits(self, source: Batch | Excerpt) -> list[tuple[int, int, int]]:
        """Start and end of each line with hits, and the number of their set."""
        return self._automaton.lines(source.buffer, source.starts[0], source.ends[-1] + 1) if source.starts else []

    def _whose(self, hits: int) -> list[int]:
        """Numbers of the rules whose triggers are in a set."""
        if hits not in self._known:
            self._known[hits] = [number for k in self._automaton.hits(hits) for number in self._numbers[k]]
        return self._known[hits]
