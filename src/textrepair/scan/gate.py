"""RE2 triggers of many rules as one automaton: an alternation to find the next hit, a set to say whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from .. import kernel
from ..automaton import programs
from ..model import Span
from ..patterns.gate import fitting, set_of
from ..patterns.within import from_line_end
from .batch import Batch
from .excerpt import EVERY, Excerpt, Kind

if TYPE_CHECKING:
    from .own_gate import OwnGate

    AnyGate: TypeAlias = "Gate | OwnGate"

#: Bytes an automaton may take, of which RE2 keeps a third for the states that read forward; beyond it RE2 starts its
#: cache anew. The largest one of the catalogue takes 8 MB in a corpus of 15 MB. With less than 12 RE2 gives up on it
#: for a search a hundred times slower. For triggers that don't fit, which are none of the catalogue's, there is more.
_MEMORY = 16 << 20, 24 << 20
#: The same of a set. It reads the lines only that have hits, and never gives up.
_OF_SET = 4 << 20, 24 << 20
#: So many bytes before the first hit in a line are read again to say whose it is: a trigger may ask for the character
#: before it. None begins to match sooner.
_BEFORE = 4
#: One automaton of the kernel's takes no more.
MOST_TRIGGERS = 512


def available() -> bool:
    """Whether google-re2 is installed. Without it more rules look at every line: slower, with the same result."""
    try:
        import re2  # noqa: F401
    except ImportError:
        return False
    return True


def gate_of(triggers: Sequence[tuple[int, str]], kind: Kind = EVERY, *, lines: bool = False) -> AnyGate:
    """A gate of triggers with the numbers of their rules. `lines`: each hits in a line by itself or not at all."""
    made = programs([trigger for _, trigger in triggers]) if lines and triggers and kernel.available() else None
    if made is None or len(made) > MOST_TRIGGERS:
        return Gate(triggers, kind)
    from .own_gate import OwnGate  # and with it the kernel

    by_program = {program: list[int]() for program in made}
    for program, (number, _) in zip(made, triggers, strict=True):
        by_program[program].append(number)
    return OwnGate(list(by_program.values()), list(by_program), kind)


def needs_no_re2(trigger: str) -> bool:
    """Whether the kernel has an automaton for a trigger that hits in a line by itself or not at all."""
    return kernel.available() and programs([trigger]) is not None


class Gate:
    """Triggers with the numbers of their rules. Where they hit in lines of a kind only, it reads no others."""

    def __init__(self, triggers: Sequence[tuple[int, str]], kind: Kind = EVERY) -> None:
        self.kind = kind
        numbers: dict[str, list[int]] = {}  # many rules share a trigger
        for number, trigger in triggers:
            numbers.setdefault(trigger, []).append(number)
        self._numbers = list(numbers.values())
        self._triggers = list(numbers)
        self._single: list[Any] | None = None
        self._any: Any = None
        if not triggers:
            return
        self._set = set_of(self._triggers, _OF_SET)
        self._any = fitting(_MEMORY, partial(_one_of, _sought(self._triggers)))

    def lines(self, batch: Batch, excerpt: Excerpt | None = None) -> Iterator[tuple[int, Span, list[int]]]:
        """Record, byte span of the line and rule numbers for each line in which a trigger hits, in order.

        `excerpt`: the lines of the gate's kind, by themselves; without it all lines are read.
        """
        if excerpt is not None:
            yield from self._lines_of(batch, excerpt)
            return
        for position in self._hits(batch.buffer, batch.starts):
            record = batch.record_at(position)
            span = batch.line_at(position, record)
            self._next = max(span[1], position) + 1
            yield record, span, self._whose(batch.buffer[max(span[0], position - _BEFORE) : span[1]])

    def _lines_of(self, batch: Batch, excerpt: Excerpt) -> Iterator[tuple[int, Span, list[int]]]:
        for position in self._hits(excerpt.buffer, excerpt.starts):
            line = excerpt.line_at(position)
            start, end = excerpt.starts[line], excerpt.ends[line]
            self._next = max(end, position) + 1
            place = excerpt.places[line]
            whose = self._whose(excerpt.buffer[max(start, position - _BEFORE) : end])
            yield batch.record_at(place), (place, place + end - start), whose

    def records(self, batch: Batch, excerpt: Excerpt | None = None) -> Iterator[tuple[int, list[int]]]:
        """Record and rule numbers for each record in which a trigger hits, or in a line of it in the excerpt."""
        source = batch if excerpt is None else excerpt
        for position in self._hits(source.buffer, source.starts):
            record = batch.record_at(position if excerpt is None else excerpt.places[excerpt.line_at(position)])
            end = batch.ends[record]
            self._next = max(position + 1, end + 1 if excerpt is None else excerpt.behind(end))
            yield record, self._whose(batch.buffer[batch.starts[record] : end])

    def _whose(self, part: bytes) -> list[int]:
        """Numbers of the rules whose triggers hit in the part."""
        found = self._set.Match(part)
        if found is None:  # none, or the set ran out of memory and can't say: each is asked
            found = [k for k, one in enumerate(self._each()) if one.search(part)] if self._any.search(part) else []
        return [number for k in found for number in self._numbers[k]]

    def _each(self) -> list[Any]:
        """The triggers one by one, compiled when the set first fails."""
        if self._single is None:
            self._single = [fitting(_MEMORY, partial(_one_of, [trigger])) for trigger in self._triggers]
        return self._single

    def _hits(self, buffer: bytes, starts: Sequence[int]) -> Iterator[int]:
        """Places of hits; the search goes on at `_next`."""
        if self._any is None or not starts:
            return
        search = self._any.search
        end = len(buffer)
        self._next = starts[0]
        while self._next < end:
            found = search(buffer, self._next)
            if not found:
                return
            yield found.start()


def _one_of(triggers: Sequence[str], options: Any) -> Any:
    import re2

    return re2.compile("|".join(f"(?:{t})" for t in triggers).encode(), options)


def _sought(triggers: Sequence[str]) -> Sequence[str]:
    """Where all of some triggers hold a line end, what they are from there on: RE2 leaps from one to the next then."""
    later: list[str] = []
    for trigger in triggers:
        rest = from_line_end(trigger)
        if rest is None:
            return triggers
        later.append(rest)
    return later
