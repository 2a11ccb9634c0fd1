"""Arithmetic of edits: replay, undo, and the composition of several passes into edits of the original text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .families import priority_of
from .model import Edit, weakest


def replay(text: str, edits: Iterable[Edit]) -> str:
    """Apply sorted, non-overlapping edits to `text`. Raises `ValueError` where `before` is not what stands there."""
    parts: list[str] = []
    at = 0
    for e in edits:
        if e.start < at or text[e.start : e.end] != e.before:
            raise ValueError(f"edit {e.code} at {e.start}:{e.end} does not fit the text")
        parts += (text[at : e.start], e.after)
        at = e.end
    parts.append(text[at:])
    return "".join(parts)


def inverse(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that turn the new text back into the old one."""
    out, shift = [], 0
    for e in edits:
        start = e.start + shift
        out.append(Edit(start, start + len(e.after), e.after, e.before, e.code, e.applicability))
        shift += len(e.after) - len(e.before)
    return out


def compose(original: str, first: Sequence[Edit], middle: str, second: Sequence[Edit]) -> list[Edit]:
    """Edits of `original` that do what `first` (original -> middle) and then `second` (middle -> new) do.

    Edits that touch each other in the middle text become one, which carries the code of the family that goes first
    and the weakest applicability; all others stay as they are.
    """
    if not first:
        return list(second)
    out: list[Edit] = []
    shift = 0  # position in the middle text minus position in the original, left of the cluster
    for old, new in _clusters(first, second):
        if not new:
            out += old
        else:
            out.append(_merged(original, old, middle, new, shift))
        shift += sum(len(e.after) - len(e.before) for e in old)
    return [e for e in out if e.before != e.after]


def _clusters(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[tuple[list[Edit], list[Edit]]]:
    """Groups of edits that touch in the middle text, in order: those of the first pass, those of the second."""
    spans = [(inv.start, inv.end, 0, e) for inv, e in zip(inverse(first), first, strict=True)]
    spans += [(e.start, e.end, 1, e) for e in second]
    spans.sort(key=lambda s: s[:3])
    group: tuple[list[Edit], list[Edit]] = ([], [])
    end = -1
    for start, stop, which, edit in spans:
        if start > end and end >= 0:
            yield group
            group = ([], [])
        group[which].append(edit)
        end = max(end, stop)
    yield group


def _merged(original: str, old: list[Edit], middle: str, new: list[Edit], shift: int) -> Edit:
    if not old and len(new) == 1:
        return replace(new[0], start=new[0].start - shift, end=new[0].end - shift)
    growth = sum(len(e.after) - len(e.before) for e in old)
    starts = [e.start - shift for e in new]
    ends = [e.end - shift - growth for e in new]
    start = min([*starts, *(e.start for e in old)])
    end = max([*ends, *(e.end for e in old)])
    local = [replace(e, start=e.start - start - shift, end=e.end - start - shift) for e in new]
    parts = old + new
    return Edit(
        start,
        end,
        original[start:end],
        replay(middle[start + shift : end + shift + growth], local),
        min((e.code for e in parts), key=lambda code: (priority_of(code), code)),
        weakest(*(e.applicability for e in parts)),
    )
