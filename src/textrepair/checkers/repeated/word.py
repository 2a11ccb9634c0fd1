"""A word that stands twice in a row: `the the`, `visitors visitors`.

Languages double words on purpose too: `had had`, `die die` after a comma, `très très`, `Bora Bora`. Which of them do
is data of the rule; how a doubling is written (as whole words, in one case, in prose) is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker
from .context import is_blank, is_cited, stands_free, starts_sentence
from .reading import Line, analysed
from .tandem import Run

#: So many copies are a loop, whatever the word.
_LOOP = 5
#: A line with so many doubled words, one for each so many words of it, is no prose.
_ROW, _PER_DOUBLE = 4, 20
#: A gap between columns.
_WIDE = re.compile(r"(?<=\S)(?: {3}|\t)")
Tier = Literal["safe", "unsafe", "none"]


@checker(scope="line", trigger="@doubled-word", local=True)
def check(
    doc: Document,
    span: Span,
    *,
    sure: tuple[str, ...] = (),
    doubtful: tuple[str, ...] = (),
    keep: tuple[str, ...] = (),
    others: Tier = "unsafe",
    min_length: int = 2,
    capitals: float = 0,
) -> Iterator[Match]:
    """Words doubled with only blanks between them.

    `sure`: words never doubled on purpose. `doubtful`: now and then. `keep`: often. `others`: the tier of all other
    words of at least `min_length` letters. `capitals`: the least Zipf frequency
    of a long word that is taken for a slip with a capital too; 0: none, since names double.
    """
    line = analysed(doc, span)
    row = _is_row(line)
    for run in line.doubled:
        word = line.word(run.start)
        if word in keep or row:
            continue
        if not all(is_blank(line.gap(i)) for i in range(run.start, run.end - 1)):
            continue
        start, end = line.place(run.start)[0], line.place(run.end - 1)[1]
        if not stands_free(line.text, start, end) or is_cited(line.text, start, end):
            continue
        if len(line.gap(run.start)) > 1 and not line.text[:start].strip():
            continue  # `truncate  truncates the text`: a term and what it means
        tier: Tier = (
            "safe"
            if word in sure
            else "unsafe"
            if word in doubtful
            else others
            if _is_word(word, min_length)
            else "none"
        )
        if run.copies > 2 and (tier == "safe" or _is_loop(run.copies, word)):
            tier = "unsafe"
        if word not in sure and len(_WIDE.findall(line.text)) > 1:
            continue  # two cells of a table, `any  none none`
        if tier == "safe" and word not in sure and (_stands_apart(line.text, start, end) or _stressed(doc, line, run)):
            tier = "unsafe"
        if tier == "safe" and not line.text[:start].strip() and not line.text[end:].strip():
            tier = "unsafe"  # all that is said, `if if`
        tier = _by_case(doc, line, run, tier, word in sure, capitals)
        if tier == "none" or (len(word) == 1 and not _between_words(line, run)):
            continue
        kept = line.token(run.start)
        yield Match(span[0] + start, span[0] + end, kept, 0.99 if tier == "safe" else 0.9, applicability=tier)


def _is_row(line: Line) -> bool:
    """Whether the line is a row of data: many different words are doubled in it, `bring bring 4.6 buy buy 12.2`."""
    if len(line.doubled) < _ROW:
        return False
    words = {line.word(run.start) for run in line.doubled}
    return len(words) >= max(_ROW, len(line) // _PER_DOUBLE)


def _stands_apart(text: str, start: int, end: int) -> bool:
    """Whether marks stand on both sides: `(knock knock)`, `, surprise surprise, `. Such a doubling may be meant."""
    return text[:start].rstrip()[-1:] in tuple("(,;–—") and text[end:].lstrip()[:1] in tuple("),;.!–—")


def _stressed(doc: Document, line: Line, run: Run) -> bool:
    """Whether the word may be doubled to stress it: no word that is listed, `reeely`.

    At the beginning of a line a term may stand before what explains it: `exit exit on error`.
    """
    word = line.word(run.start)
    lexicon, parts = doc.lexicon, word.replace("-", " ").split()
    listed = lexicon is None or all(lexicon.zipf(part) >= 1.5 for part in parts)
    return not listed or run.start == 0


def _is_loop(copies: int, word: str) -> bool:
    """So many copies of a word, or of a letter of a script without blanks, are a loop, whatever the word."""
    return copies >= _LOOP and word.isalpha() and (len(word) > 1 or word > "\u3040")


def _is_word(word: str, min_length: int) -> bool:
    return len(word) >= min_length and word.replace("'", "").replace("’", "").replace("-", "").isalpha()


def _by_case(doc: Document, line: Line, run: Run, tier: Tier, certain: bool, capitals: float) -> Tier:
    """The tier as the writing allows: names double freely, `the The Times` and `Bison bison` are right."""
    forms = {line.token(i) for i in range(run.start, run.end)}
    first = line.token(run.start)
    if all(f == f.lower() for f in forms):
        return tier
    at_start = starts_sentence(line.text, line.place(run.start)[0], 0)
    # Fewer names begin a sentence than common words do.
    common = capitals > 0 and _common(doc, first.lower(), capitals - 0.5 * at_start)
    certain = certain and at_start and len(first) > 1
    if tier == "none" or not first.istitle() or not (certain or common):
        return "none"
    if len(forms) == 2:
        return tier if certain and first.lower() in forms else "none"
    return "unsafe"


def _common(doc: Document, word: str, least: float) -> bool:
    """Whether a long word is too common for the name of someone: `States States`, not `Duran Duran`."""
    return len(word) > 5 and doc.lexicon is not None and doc.lexicon.zipf(word) >= least


def _between_words(line: Line, run: Run) -> bool:
    """Whether words stand on both sides: `a a` in prose, not in a formula or a row of letters."""
    inside = run.start > 0 and run.end < len(line)
    return inside and len(line.word(run.start - 1)) > 1 < len(line.word(run.end))
