"""Repairs that wait: what is half mended is harder to find than what is not mended at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .resolve import Hit

#: Families that mend words.
_WORDS = ("JOI", "SPL")


def hold_back(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Hits, with repairs of punctuation beside a torn or joined word that stays as it is made `unsafe`.

    In `analys is .` the blank before the full stop alone would leave the place half mended.
    """
    words = [h.match for h in hits if h.rule.code[:3] in _WORDS and not h.applies and h.match.replacement is not None]
    if not words:
        return hits
    starts, ends = {m.start for m in words}, {m.end for m in words}
    return [
        replace(h, match=replace(h.match, applicability="unsafe"), applies=False)
        if h.applies and h.rule.code.startswith("PUN") and (h.match.start in ends or h.match.end in starts)
        else h
        for h in hits
    ]
