"""Quotation marks of a stretch of text, each with the part it plays there: opening, closing, or either."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["open", "close", "either"]

#: A run of one mark, or two of another. Written so that `re` skips what is none: it does where a set comes first.
_MARK = re.compile(r"[\"“”„«»'`’](?:(?<=\")\"*|(?<=“)“*|(?<=”)”*|(?<=„)„*|(?<=«)«*|(?<=»)»*|(?<=')'|(?<=`)`|(?<=’)’)")
_OPENERS = frozenset(("“", "„", "«", "``"))
#: Languages that close with the mark that English opens with.
_LOW_HIGH = frozenset(("de", "cs", "sk", "bg", "sl", "hr", "sr", "et", "lt", "lv", "ru", "uk", "is", "mk", "sq", "ka"))
#: Marks of two characters.
TWO = frozenset(("''", "``", "’’"))
PARTNER = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "``": "''", "”": "”", "''": '"'}


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark, or a run of the same."""

    start: int
    end: int
    text: str
    role: Role

    @property
    def kind(self) -> str:
        """The mark itself, whatever its number."""
        return self.text if self.text in TWO else self.text[0]


def marks(text: str, start: int, end: int, language: str | None) -> Iterator[Mark]:
    """The marks in `text[start:end]`, a line or a part of one. Inches and marks inside words are left out."""
    for m in _MARK.finditer(text, start, end):
        before = text[m.start() - 1] if m.start() > start else "\n"
        after = text[m.end()] if m.end() < end else "\n"
        if before.isalnum() and after.isalnum():
            continue
        kind = m.group() if m.group() in TWO else m.group()[0]
        yield Mark(m.start(), m.end(), m.group(), _role(kind, before, after, language))


def _role(kind: str, before: str, after: str, language: str | None) -> Role:
    """By the blanks around it; where they do not tell, by the mark."""
    loose_before = before.isspace() or before in "([{—–-/¿¡:"
    loose_after = after.isspace() or after in ")]}—–-/.,;:!?…"
    if loose_before and not loose_after:
        return "open"
    if loose_after and not loose_before:
        return "close"
    if kind == "“" and language in _LOW_HIGH:
        return "either"
    if kind == '"':
        return "either"
    return "open" if kind in _OPENERS else "close"
