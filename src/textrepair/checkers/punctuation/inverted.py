"""The marks that open questions and exclamations in Spanish, where the author sets them elsewhere: `Qué hora es?`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...language.function_words import FUNCTION_WORDS, word_set
from ...model import Match, Span
from .. import checker

#: A closing mark after a word, with nothing but the end, a blank or a closing quotation mark after it.
_CLOSE = re.compile(r"[^\W_][\"”’»)]?([?!])[?!.…]*(?=[\"”’»)]*(?:\s|$))")
#: Where a sentence ends, or a part of it that a question may follow.
_BREAK = re.compile(r"[.!?…:;][\"”’»)]*\s+|[«“\"(]|[—–]\s?|(?:^|\s)-(?=\w)")
#: What a question may begin with, and what may stand before that.
_ASKING = word_set("qué quién quiénes cómo cuándo dónde adónde cuál cuáles cuánto cuánta cuántos cuántas")
_LEADING = word_set("y por a de en con para desde hasta")
_WORD = re.compile(r"[^\W\d_]+")
_SPANISH = frozenset(FUNCTION_WORDS["es"].split()) | _ASKING
_REACH, _LONGEST = 400, 25


@checker(scope="record", trigger=r"[\pL\pN\"”’»)][?!]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Sentences without the opening mark, if most of the record's others have it. A fix where they begin to ask."""
    missing: dict[str, list[Span]] = {"?": [], "!": []}
    kept = {"?": 0, "!": 0}
    last = 0
    for m in _CLOSE.finditer(doc.text):
        start = max(last, m.start() - _REACH)
        start = max(start, doc.text.rfind("\n", start, m.start()) + 1)
        if any(c in "¿¡" for c in doc.text[start : m.start()]):
            kept[m[1]] += 1
        else:
            missing[m[1]].append((start, m.start(1)))
        last = m.end()
    for mark, spans in missing.items():
        if kept[mark] > len(spans):
            for start, end in spans:
                yield from _opened(doc.text, mark, start, end)


def _opened(text: str, mark: str, start: int, end: int) -> Iterator[Match]:
    """The first word of the sentence with the mark before it, if the sentence is Spanish."""
    breaks = [m.end() for m in _BREAK.finditer(text[start:end]) if start + m.end() < end]
    start += breaks[-1] if breaks else 0
    first = _WORD.search(text, start, end)
    words = [w.lower() for w in _WORD.findall(text, start, end)]
    if not first or not 2 <= len(words) <= _LONGEST or text[start : first.start()].strip():
        return
    own = sum(w in _SPANISH for w in words)
    if not own or 4 * own < len(words):
        return
    asks = words[1] if words[0] in _LEADING else words[0]
    opened = ("¿" if mark == "?" else "¡") + first.group()
    if mark == "?" and asks in _ASKING and first.group()[0].isupper():
        yield Match(*first.span(), opened, confidence=0.9)
    else:
        yield Match(*first.span(), None, confidence=0.7, alternatives=(opened,))
