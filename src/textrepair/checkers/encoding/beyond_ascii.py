"""Words with characters beyond ASCII, read by a pattern that is linear on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile(r"[^\x00-&(-,./:-@\[-`{-\x7f\s]+|\xa0")
_GLUED = re.compile(r"[^\x00-&(-,./:-@\[-`{-\x7f \t\n]+")
_LONGEST = 60


def words(text: str, start: int, end: int, *, glued: bool = False) -> Iterator[tuple[int, str]]:
    """Place and text of runs of letters, digits, `'`, `-` and all beyond ASCII; `glued`: no-break blanks too."""
    for m in (_GLUED if glued else _RUN).finditer(text, start, end):
        word = m.group()
        if not word.isascii() and len(word) <= _LONGEST:
            yield m.start(), word
