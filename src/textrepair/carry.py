"""What a pass saw of a text, carried over to the text that its repairs made of it.

Repairs change a line or two of many. On the others the scan would come upon the same places again, and rules that look
at nothing but the line would find there what they found before; so both are kept, moved to where the line stands now.
All that asks what stands around a line is asked again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .active import ActiveRule
from .checkers.joined.place import technical
from .document import Document
from .model import Edit, Match, Span

#: A rule by its number, and the span it is called with.
Place = tuple[int, Span]


@dataclass(frozen=True, slots=True)
class Seen:
    """A text, the places at which rules looked, and what they found at those where they found anything."""

    doc: Document
    places: Sequence[Place]
    matches: Mapping[Place, Sequence[Match]]


@dataclass(frozen=True, slots=True)
class Carried:
    """What is known of a text beforehand: the lines that are new, and of the others where to look, and what is found.

    Where a local rule found nothing nobody need look again. The matches of other rules are not known.
    """

    fresh: Sequence[Span]
    places: Sequence[Place]
    matches: Mapping[Place, Sequence[Match]]


def carried(seen: Seen, edits: Sequence[Edit], doc: Document, rules: Sequence[ActiveRule]) -> Carried:
    """What is known of the text that `edits` made of the one that was seen."""
    if seen.doc.language != doc.language or (technical in seen.doc.memo and technical(seen.doc) != technical(doc)):
        return Carried(list(doc.lines()), (), {})
    lines = _Lines(seen.doc.text, edits)
    places: list[Place] = []
    matches: dict[Place, Sequence[Match]] = {}
    whole, known = (0, len(doc.text)), seen.matches
    for place in seen.places:
        number, span = place
        rule = rules[number]
        if rule.scope == "record":
            places.append((number, whole))
        elif not rule.local or place in known:
            shift = lines.shift(span[0])
            if shift is not None:
                moved = (number, (span[0] + shift, span[1] + shift)) if shift else place
                places.append(moved)
                if rule.local:
                    matches[moved] = _shifted(known[place], shift)
    return Carried([line for part in lines.fresh for line in _lines_in(doc.text, *part)], places, matches)


def _lines_in(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines of a part of a text that is made of whole ones."""
    for line in text[start:end].split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _shifted(matches: Sequence[Match], shift: int) -> Sequence[Match]:
    if not shift:
        return matches
    return [
        Match(m.start + shift, m.end + shift, m.replacement, m.confidence, m.alternatives, m.applicability, m.fields)
        for m in matches
    ]


class _Lines:
    """Where the lines of a text stand after some edits."""

    def __init__(self, text: str, edits: Sequence[Edit]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shifts = [0]
        self.fresh: list[Span] = []
        done = -1  # where the last changed line ends
        for edit in edits:
            merged = edit.start <= done
            shift = self._shifts[-1] + len(edit.after) - len(edit.before)
            if edit.end > done:
                done = text.find("\n", edit.end)
                done = len(text) if done < 0 else done
            if merged:
                self._ends[-1] = done
                self._shifts[-1] = shift
                self.fresh[-1] = self.fresh[-1][0], done + shift
            else:
                start = text.rfind("\n", 0, edit.start) + 1
                self.fresh.append((start + self._shifts[-1], done + shift))
                self._starts.append(start)
                self._ends.append(done)
                self._shifts.append(shift)

    def shift(self, at: int) -> int | None:
        """How far the line that holds this place has moved; None if it was changed."""
        behind = bisect_right(self._starts, at)
        if behind and at <= self._ends[behind - 1]:
            return None
        return self._shifts[behind]
