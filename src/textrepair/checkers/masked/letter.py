"""One letter of a word behind a star: `Tr*mp`, `su*cide`. Writers do so to get past filters and searches."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from .. import checker
from .context import is_code, surroundings
from .solve import fitting

_TOKEN = later_regex(r"(?<![\p{L}\p{N}*_/\\@#$.-])(\p{L}{1,12})\*(\p{L}{2,12})(?![\p{L}\p{N}*_/\\=(-])")


@checker(scope="line", trigger=r"\pL\*\pL\pL", local=True)
def check(doc: Document, span: Span, *, endings: tuple[str, ...] = (), min_zipf: float = 3.5) -> Iterator[Match]:
    """Words with one star that a common word of the language fits.

    `endings` are those of forms that include both genders (`Leser*innen`): they are no masks.
    """
    if doc.lexicon is None:
        return
    for m in _TOKEN.finditer(doc.text, *span):
        head, tail = m[1], m[2]
        if tail.lower() in endings or len(head) + len(tail) < 3 or _product(doc, head, tail):
            continue
        if is_code(doc, *m.span()) or surroundings(doc, *m.span()).plain_words < 2:
            continue
        words = [w for w, _ in fitting(doc.lexicon.language, head, 1, 1, tail, min_zipf)]
        if words:
            best, *others = (head + _like(w[len(head)], head + tail) + tail for w in words)
            certain = not others and len(head) + len(tail) >= 5
            yield Match(
                m.start(),
                m.end(),
                best,
                confidence=0.9,
                alternatives=tuple(others[:3]),
                applicability=None if certain else "display",
            )


def _product(doc: Document, head: str, tail: str) -> bool:
    """Whether two words of their own stand around the star: `width*height`, `n*mk`."""
    return doc.lexicon is not None and min(doc.lexicon.zipf(head), doc.lexicon.zipf(tail)) >= 4.0 and len(tail) > 2


def _like(letter: str, shown: str) -> str:
    return letter.upper() if shown.isupper() else letter
