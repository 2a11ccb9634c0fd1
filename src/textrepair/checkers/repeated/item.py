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
from .reading import analysed

_AND = re.compile(r"\s+(?:and|or|und|oder|sowie|et|ou|y|e|o|и|или|та|a|nebo|či|ed|en|og|och|oraz|i)\s")


@checker(scope="line", trigger="@repeated-item", local=True)
def check(doc: Document, span: Span, *, keep: tuple[str, ...] = (), min_length: int = 3) -> Iterator[Match]:
    """Doubled items of lists, outside speech. `keep`: words that are repeated for emphasis."""
    line = analysed(doc, span)
    for run in line.doubled:
        word = line.word(run.start)
        if run.end - run.start > 2 or len(word) < min_length or word in keep or not word.isalpha():
            continue
        start, end = line.place(run.start)[0], line.place(run.start + 1)[1]
        after = line.text[end : end + 12]
        if line.gap(run.start) != ", " or not (after.startswith(", ") or _AND.match(after)):
            continue
        if line.token(run.start)[0] != line.token(run.start + 1)[0] or not stands_free(line.text, start, end):
            continue
        if not _emphatic(line.text, start, end, word):
            yield Match(span[0] + start, span[0] + end, line.token(run.start), 0.9)


def _emphatic(text: str, start: int, end: int, word: str) -> bool:
    """Speech, an exclamation, or a word that comes a third time or in another form: `drum, drum, drumming`."""
    if starts_sentence(text, start, 0) or in_speech(text, start, 0):
        return True
    return word in text[end : end + len(word) + 8].lower()
