"""Grawlix: a row of mixed signs in place of a word, as in comics: `what the @#$%&`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from .. import checker
from ..joined.place import runs
from .context import is_code, surroundings

_ROW = later_regex(
    r"(?<![\p{N}\p{L}@#$%&*!?^~_/\\=|<>+-])(\p{L}{0,3})([@#$%&*!?^]{4,12})(\p{L}{0,4})(?![\p{N}\p{L}@#$%&^_/\\=|(\[{<>+-])"
)
#: Without it there is none. `re` leaps to a set that stands alone.
_SIGNS = re.compile(r"[@#$%&*!?^][@#$%&*!?^]{3}")
_KEYS = "!@#$%^&*()"
_ABOUT = later_regex(
    r"(?i)\b(?:characters?|symbols?|signs?|passwords?|keys?|keyboard|regex|operators?|punctuation|escape\w*"
    r"|zeichen|sonderzeichen|caract\w+|символ\w*|znak\w*)\b"
)


@checker(scope="line", trigger=r"[@#$%&*!?^]{4}", local=True)
def check(doc: Document, span: Span, *, min_kinds: int = 3) -> Iterator[Match]:
    """Rows of at least `min_kinds` different signs that stand where a word would."""
    for m in (m for place in runs(doc.text, *span, _SIGNS) for m in _ROW.finditer(doc.text, *place)):
        row = m[2].rstrip("!?") if set(m[2]) - set("!?") else ""
        if len(row) < 3 or len(set(row) - set("!?")) < min_kinds or (len(row) > 5 and row in _KEYS):
            continue
        around = surroundings(doc, m.start(), m.end())
        if (
            around.plain_words >= 2
            and not _ABOUT.search(around.before + " " + around.after)
            and not is_code(doc, m.start(), m.end())
        ):
            end = m.end() if m[3] else m.start(2) + len(row)
            yield Match(m.start(), end, confidence=0.9)
