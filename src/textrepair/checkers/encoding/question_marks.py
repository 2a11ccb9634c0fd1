"""Question marks inside words that stand for letters which could not be written: `informaci?n`, `don?t`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .prose import place
from .solve import HOLE, contraction, solutions

_WORD = re.compile(
    r"(?<![\w?/&=.@#%\\-])(?:[^\W\d_]+\?[^\W\d_]+(?:\?[^\W\d_]+)*)(?![\w?/=&@#%\\-])"
    r"|(?<![^\s(\"„“«])\?[^\W\d_]{3,}(?![\w?/=&@#%\\-])"
)
_SURE = 2.5
_QUOTES = frozenset("\"“”„«»'‘’「」")


@checker(scope="line", trigger=r"\?\pL")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield words with question marks inside that the lexicon knows with other letters there."""
    if doc.lexicon is None or doc.primary is None:
        return
    for m in _WORD.finditer(doc.text, *span):
        if {doc.text[max(0, m.start() - 1) : m.start()], doc.text[m.end() : m.end() + 1]} <= _QUOTES:
            continue  # a pattern: `"M?ller" finds Miller`
        new = _solved(doc, m.group())
        if new and place(doc.text, span, *m.span()) == "prose":
            yield Match(*m.span(), new[0], 0.8, tuple(new[1:]))


def _solved(doc: Document, word: str) -> list[str]:
    assert doc.primary is not None and doc.lexicon is not None
    left, _, right = word.partition("?")
    if "?" not in right and contraction(left, right, doc.primary) and (right != "s" or len(left) > 1):
        return [f"{left}’{right}"]
    if right[:1].isupper() and not left.isupper():
        return []  # two sentences without a blank
    found = solutions(word.replace("?", HOLE), doc.primary)
    sure = _SURE
    if not left:
        sure = max(3.0, doc.lexicon.zipf(right) + 1.5)
    elif "?" not in right and len(left) > 2 and doc.knows(left) and doc.knows(right):
        sure = _SURE + 1
    return [w for z, w in found if z >= _SURE] if found and found[0][0] >= sure else []
