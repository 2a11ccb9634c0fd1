"""The words of the domain as frozen values: records, matches, defects, edits.

All offsets are 0-based, half-open and in Unicode code points of the record's text, as Python slices.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .families import Severity as Severity
from .families import family_of

Applicability = Literal["safe", "unsafe", "display"]
Span = tuple[int, int]

#: From the most to the least certain; `weakest` of several parts is the one that counts for the whole.
APPLICABILITIES: tuple[Applicability, ...] = ("safe", "unsafe", "display")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def weakest(*values: Applicability) -> Applicability:
    """The least certain of the given applicabilities."""
    return max(values, key=APPLICABILITIES.index)


@dataclass(frozen=True, slots=True)
class Record:
    """One text with its place in the corpus.

    `index` counts records in the file from 0, `line` is the 1-based line where the record begins, and `offset` the
    place of the record's text in the text of the whole file (plain text only; elsewhere 0).
    """

    text: str
    id: str | None = None
    language: str | None = None
    path: str = ""
    index: int = 0
    line: int = 1
    field: str | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """What a checker yields: a span and, where it knows one, its replacement.

    `applicability` may lower that of the rule (never raise it); `fields` are extra names for the rule's message.
    """

    start: int
    end: int
    replacement: str | None = None
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()
    applicability: Applicability | None = None
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fix:
    """A proposed repair of a defect."""

    applicability: Applicability
    replacement: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Defect:
    """What a rule found in a record. `span` speaks of the input text, also when an earlier repair uncovered it."""

    code: str
    name: str
    severity: Severity
    message: str
    start: int
    end: int
    match: str
    confidence: float = 1.0
    fix: Fix | None = None
    applied: bool = False
    language: str | None = None
    fingerprint: str = ""

    @property
    def family(self) -> str:
        """The family's full name, such as `joined`."""
        return family_of(self.code)

    @property
    def span(self) -> Span:
        """`(start, end)`."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: `text[start:end] == before` becomes `after`. Diffs, reports, journal and undo all come from edits."""

    start: int
    end: int
    before: str
    after: str
    code: str
    applicability: Applicability = "safe"


@dataclass(frozen=True, slots=True)
class Result:
    """What the engine says of one record. `superseded`: the matches that lost to a stronger one and never came back."""

    record: Record
    text: str
    edits: tuple[Edit, ...] = ()
    defects: tuple[Defect, ...] = ()
    superseded: int = 0

    @property
    def changed(self) -> bool:
        """Whether any edit was applied."""
        return bool(self.edits)
