"""A mask whose reading is certain where the record proves it, and only likely elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Literal

from ...document import Document
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker


@checker(scope="line")
def check(
    doc: Document,
    span: Span,
    *,
    pattern: str = "",
    fix: str = "",
    proof: str = "",
    proofs: int = 1,
    otherwise: Literal["unsafe", "display"] = "unsafe",
) -> Iterator[Match]:
    """Matches of `pattern` with the template `fix`.

    They are less certain (`otherwise`) where `proof` is found fewer than `proofs` times outside the match.
    """
    if not pattern:
        return
    for m in compile_pattern(pattern).finditer(doc.text, *span):
        certain = not proof or _proven(doc, m.span(), proof, proofs)
        yield Match(m.start(), m.end(), m.expand(fix), confidence=0.95, applicability=None if certain else otherwise)


def _proven(doc: Document, span: Span, proof: str, proofs: int) -> bool:
    return sum(not (a < span[1] and span[0] < b) for a, b in _places(doc, proof)) >= proofs


@lru_cache(maxsize=16)
def _places(doc: Document, proof: str) -> tuple[Span, ...]:
    """Where the proof is found; a few dozen places are as good as all of them."""
    return tuple(m.span() for m in islice(compile_pattern(proof).finditer(doc.text), 40))
