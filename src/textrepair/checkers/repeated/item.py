"""A list item that stands twice: `Russia, Russia, and Europe`, `fresh bruises, bruises and open wounds`.

Emphasis repeats a word after a comma too (`very, very`, `no, no`), and a clause may begin with the word on which the
last one ended (`of the workers, workers tried`). A comma or a conjunction after the second copy tells a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .context import in_speech, stands_free, starts_sentence
from .tandem import TOKEN, doubled, fold

_AND = re.compile(r"\s+(?:and|or|und|oder|sowie|et|ou|y|e|o|и|или|та|a|nebo|či|ed|en|og|och|oraz|i)\s")


@checker(scope="line", trigger="@repeat")
def check(doc: Document, span: Span, *, keep: tuple[str, ...] = (), min_length: int = 3) -> Iterator[Match]:
    """Doubled items of lists, outside speech. `keep`: words that are repeated for emphasis."""
    places = list(TOKEN.finditer(doc.text, *span))
    tokens = [fold(m[0]) for m in places]
    for run in doubled(tokens):
        first, last = places[run.start], places[run.end - 1]
        word = tokens[run.start]
        if run.copies > 2 or len(word) < min_length or word in keep or not word.isalpha() or first[0] != last[0]:
            continue
        after = doc.text[last.end() : min(last.end() + 12, span[1])]
        if doc.text[first.end() : last.start()] != ", " or not (after.startswith(", ") or _AND.match(after)):
            continue
        if not stands_free(doc.text, first.start(), last.end()) or _emphatic(doc.text, first.start(), last.end(), word, span):
            continue
        yield Match(first.start(), last.end(), first[0], 0.9)


def _emphatic(text: str, start: int, end: int, word: str, span: Span) -> bool:
    """Speech, an exclamation, or a word that comes a third time or in another form: `drum, drum, drumming`."""
    if starts_sentence(text, start, span[0]) or in_speech(text, start, span[0]):
        return True
    return word in text[end : min(end + len(word) + 8, span[1])].lower()
