"""Quotation marks that are doubled, or close with another kind than they opened with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker
from .marks import Mark, marks

_LONGEST = 20_000
_FAR = 40
#: Languages whose typists nest straight marks in straight marks: `"фанаты "Руки Вверх""`.
_NESTING = frozenset(("ru", "uk", "be", "bg"))
#: Languages that open and close with the same curly mark.
_ALIKE = frozenset(("sv", "fi"))
#: For a mark that closes what a straight one opened: the marks that it could close rightly.
_OWN_OPENERS = {"“": "„“", "„": "„", "»": "«»", "''": ("``", "''")}


@checker(scope="line", trigger="@mixed-quotes", local=True)
def check(doc: Document, span: Span, *, kind: Literal["doubled", "mixed"] = "doubled") -> Iterator[Match]:
    """Yield the marks of one kind of fault in the line."""
    found = list(marks(doc.text, span[0], min(span[1], span[0] + _LONGEST), doc.primary))
    if kind == "doubled":
        yield from _sure(list(_doubled(found, nests=doc.primary in _NESTING)), found, doc.primary)
    else:
        yield from _mixed(doc.text, found)


def _sure(doubled: list[Match], found: list[Mark], language: str | None) -> Iterator[Match]:
    """Doubled marks, unsafe where one alone would be left: two of them are an empty string too (`-S ""`)."""
    straight = sum(len(mark.text) for mark in found if mark.kind == '"')
    odd = (straight - sum(m.replacement == '"' for m in doubled)) % 2 == 1
    for match in doubled:
        alike = odd if match.replacement == '"' else match.replacement == "”" and language in _ALIKE
        yield replace(match, applicability="unsafe") if alike else match


def _doubled(found: list[Mark], nests: bool) -> Iterator[Match]:
    """`""Largest""`: but `"a "b""` closes two quotations at once, and `""b" a"` opens two."""
    depth, doubled = 0, False
    for i, mark in enumerate(found):
        twice = len(mark.text) == 2 and mark.kind in '"“”„'
        if not twice:
            depth = _after(mark, depth)
        elif mark.role == "open" and (not _opens_one(found, i) or (depth and mark.kind == '"')):
            depth += 2  # a quotation in a quotation, as programs write it: `"my ""own"" name"`
        elif mark.role == "open":
            yield Match(mark.start, mark.end, mark.kind)
            depth, doubled = depth + 1, True
        elif mark.role == "close":
            if depth < 2 and (doubled or not nests):
                yield Match(mark.start, mark.end, mark.kind, applicability=None if depth else "unsafe")
            depth = max(0, depth - (2 if depth >= 2 else 1))


def _after(mark: Mark, depth: int) -> int:
    """How many quotations are open after a single mark."""
    if mark.role == "open" or (mark.role == "either" and not depth):
        return depth + 1
    return max(0, depth - 1)


def _opens_one(found: list[Mark], at: int) -> bool:
    """Whether what follows closes only once: `""b" a` or `""b"" a`."""
    depth = 2
    for mark in found[at + 1 : at + _FAR]:
        if len(mark.text) == 2 and mark.role == "close" and depth == 2:
            return True
        step = {"open": 1, "close": -1, "either": 0}[mark.role]
        depth += len(mark.text) * step
        if depth <= 0:
            return False
    return True


def _mixed(text: str, found: list[Mark]) -> Iterator[Match]:
    """A quotation that opens with a straight mark and closes with a curly, low or angular one."""
    opener: Mark | None = None
    opened: set[str] = set()
    for mark in found:
        if mark.role == "open":
            opened.add(mark.kind)
        if mark.role == "open" or (mark.role == "either" and opener is None):
            opener = mark
            continue
        if opener is not None and opener.text == '"' and _misfits(text, opened, mark):
            yield Match(mark.start, mark.end, '"')
        opener = None


def _misfits(text: str, opened: set[str], closer: Mark) -> bool:
    """Whether the closer is of another set, and no mark of its own set was opened before it."""
    if closer.role != "close" or closer.kind not in _OWN_OPENERS or len(closer.text) > 2:
        return False
    if text[closer.start - 1] == "€":
        return False  # mojibake: `â€“` was a dash
    return opened.isdisjoint(_OWN_OPENERS[closer.kind])
