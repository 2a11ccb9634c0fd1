"""A record on its way through the passes of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .budget import longest
from .defects import Found
from .edits import compose, replay
from .model import Edit, Record
from .origin import Origin
from .resolve import Hit
from .sections import WHOLE, Edges


@dataclass(slots=True)
class Work:
    """A record on its way through the passes."""

    record: Record
    edges: Edges = WHOLE
    text: str = ""
    edits: list[Edit] = field(default_factory=list)
    found: dict[tuple[str, int, int], Found] = field(default_factory=dict)
    lost: set[tuple[str, int, int]] = field(default_factory=set)
    problems: list[tuple[str, tuple[int, int], str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    #: The edits of the last pass, in the text before it.
    last: Sequence[Edit] = ()
    stuck: bool = False
    overgrown: bool = False
    #: Codes of the rules that are off for this text: they found too much.
    spent: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.text = self.record.text

    def note(self, winners: Sequence[Hit], losers: Sequence[Hit], language: str | None) -> None:
        """Remember what a pass found, in spans of the input."""
        origin = Origin(self.edits, self.text)
        for hit in winners:
            if _second_sight(hit, origin):
                continue
            found = Found.of(hit, origin, language)
            known = self.found.get(found.key)
            if known is None or (hit.applies and not known.applied):
                self.found[found.key] = found
        for hit in losers:
            self.lost.add(Found.of(hit, origin, language).key)

    def apply(self, hits: Sequence[Hit]) -> bool:
        """Change the text; False if there was nothing to change."""
        if not hits:
            return False
        edits = [_edit(h, self.text) for h in hits]
        self.last = edits
        growth = sum(len(e.after) - len(e.before) for e in edits)
        if growth > 0 and len(self.text) + growth > longest(len(self.record.text)):
            self.overgrown = True
            return False
        text = replay(self.text, edits)
        self.edits = compose(self.record.text, self.edits, self.text, edits)
        self.seen.add(self.text)
        self.stuck = text in self.seen
        self.text = text
        return True

    def superseded(self) -> int:
        """How many matches lost to a stronger one for good."""
        return len(self.lost - set(self.found))


def _second_sight(hit: Hit, origin: Origin) -> bool:
    """Whether a report of a cut sentence only sees what was repaired: two words that stood together are parted now."""
    m = hit.match
    return hit.rule.code.startswith("TRU") and m.replacement is None and origin.parted(m.start, m.end)


def _edit(hit: Hit, text: str) -> Edit:
    """The smallest edit that does what the match proposes."""
    start, end, new = hit.match.start, hit.match.end, hit.match.replacement
    assert new is not None
    old = text[start:end]
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(
        start + head,
        end - tail,
        old[head : len(old) - tail],
        new[head : len(new) - tail],
        hit.rule.code,
        hit.applicability,
    )
