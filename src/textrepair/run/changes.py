"""What a piece has to say to the diff: its lines as they were and as they are now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from ..corpora import Format, Piece
from ..corpora.text import cuts
from ..model import Edit
from .diff import CONTEXT, REACH, line_groups
from .diff_events import Diff


def tell_unchanged(diff: Diff, form: Format, pieces: Sequence[Piece]) -> None:
    """Pieces that go out as they came in."""
    if form.splittable and pieces[0].records and pieces[0].records[0].field is not None:  # a line each
        diff.kept(len(pieces), [p.raw for p in pieces[:REACH]], [p.raw for p in pieces[-CONTEXT:]])
    else:
        diff.keep([line for p in pieces for line in lines_of(p.raw)])


def tell_changed(diff: Diff, piece: Piece, new: bytes, edits: Mapping[int, Sequence[Edit]]) -> None:
    """A piece and its new bytes."""
    if not edits:
        diff.keep(lines_of(piece.raw))
    elif piece.records[0].field is not None:
        diff.change(lines_of(piece.raw), lines_of(new))
    else:
        _text(diff, piece, new, edits)


def _text(diff: Diff, piece: Piece, new: bytes, edits: Mapping[int, Sequence[Edit]]) -> None:
    old, at, shift = piece.raw, 0, 0
    for (start, end), some in line_groups(old, cuts(piece, edits)):
        growth = sum(len(to) - (high - low) for low, high, to in some)
        diff.keep(lines_of(old[at:start]))
        diff.change(lines_of(old[start:end]), lines_of(new[start + shift : end + shift + growth]))
        at, shift = end, shift + growth
    diff.keep(lines_of(old[at:]))


def lines_of(raw: bytes) -> list[bytes]:
    """Lines with their ends, cut at `\\n` only. One line is not copied: it may be a hundred megabytes."""
    if raw.find(b"\n") in (-1, len(raw) - 1):
        return [raw] if raw else []
    return BytesIO(raw).readlines()
