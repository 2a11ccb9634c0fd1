"""Runs of stars that are Markdown: the two ends of emphasis, in one line or over the lines of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ...document import Document
from ...later import later_regex
from ...model import Span
from .solve import ends_a_word

_PARAGRAPH = 1500
_WORD = later_regex(r"[\p{L}\p{M}]+(?:['’\p{N}][\p{L}\p{M}\p{N}]*)*")
_OPENER = {n: later_regex(rf"(?<![\w*])\*{{{n}}}(?=[^\s*])") for n in (2, 3)}
_CLOSER = {n: later_regex(rf"(?<=[^\s*])\*{{{n}}}(?!\*)") for n in (2, 3)}


@dataclass(frozen=True, slots=True)
class Run:
    """A run of two or more stars."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many stars."""
        return self.end - self.start


def emphasis(doc: Document, span: Span, runs: list[Run]) -> set[Run]:
    """Those of the runs in a line that open or close emphasis. Four stars or more never do."""
    found: set[Run] = set()
    waiting: dict[int, Run] = {}
    for run in (r for r in runs if r.length <= 3):
        opener = waiting.get(run.length)
        paired = opener is not None and _closes(doc, run) and _embrace(doc, opener, run)
        if opener is not None and paired:
            found |= {opener, run}
            del waiting[run.length]
        elif _opens(doc, run) and (opener is None or not _embrace(doc, opener, run)):
            waiting[run.length] = run
    if span[1] - span[0] < 130:  # lines wrapped at a margin: a phrase may go on in the next one
        found |= {run for run in runs if run.length <= 3 and run not in found and _goes_on(doc, span, run)}
    return found


def _opens(doc: Document, run: Run) -> bool:
    return not doc.text[run.end : run.end + 1].isspace() and not doc.text[max(0, run.start - 1) : run.start].isalnum()


def _closes(doc: Document, run: Run) -> bool:
    return run.start > 0 and not doc.text[run.start - 1].isspace()


def _embrace(doc: Document, opener: Run, closer: Run) -> bool:
    """Whether two runs of equal length stand around a phrase. Masks can look so: `***illerons à ce que nous***`."""
    if not 0 < closer.start - opener.end < _PARAGRAPH:
        return False
    inside = doc.text[opener.end : closer.start]
    if not inside.strip() or inside[0].isspace():
        return False
    first = _WORD.match(inside)
    if not first or not first[0][0].islower() or doc.lexicon is None:
        return True
    if doc.knows(first[0]):
        return len(inside) < 100
    return len(first[0]) == len(inside) or not ends_a_word(doc.lexicon.language, first[0])


def _goes_on(doc: Document, span: Span, run: Run) -> bool:
    """Whether the other half stands in another line of the paragraph."""
    if _opens(doc, run):
        return bool(_CLOSER[run.length].search(_rest_below(doc, span[1])))
    return bool(_OPENER[run.length].search(_rest_above(doc, span[0])))


@lru_cache(maxsize=4)
def _rest_below(doc: Document, start: int) -> str:
    end = doc.text.find("\n\n", start, start + _PARAGRAPH)
    return doc.text[start : end if end >= 0 else start + _PARAGRAPH]


@lru_cache(maxsize=4)
def _rest_above(doc: Document, end: int) -> str:
    low = max(0, end - _PARAGRAPH)
    start = doc.text.rfind("\n\n", low, end)
    return doc.text[start if start >= 0 else low : end]
