"""A word that stands twice in a row: `the the`, `visitors visitors`.

Languages double words on purpose too: `had had`, `die die` after a comma, `très très`, `Bora Bora`. Which of them do
is data of the rule; how a doubling is written (as whole words, in one case, in prose) is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ...document import Document
from ...model import Applicability, Match, Span
from .. import checker
from .context import stands_free, starts_sentence
from .tandem import TOKEN, doubled, fold

#: So many copies are a loop, whatever the word.
_LOOP = 5
Tier = Literal["safe", "unsafe", "display", "none"]


@checker(scope="line", trigger="@repeat")
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
    places = list(TOKEN.finditer(doc.text, *span))
    tokens = [fold(m[0]) for m in places]
    for run in doubled(tokens):
        first, last = places[run.start], places[run.end - 1]
        gaps = (doc.text[a.end() : b.start()] for a, b in zip(places[run.start : run.end], places[run.start + 1 : run.end]))
        word = tokens[run.start]
        if word in keep or not all(g.isspace() for g in gaps) or not stands_free(doc.text, first.start(), last.end()):
            continue
        tier: Tier = "safe" if word in sure else "unsafe" if word in doubtful else others if _is_word(word, min_length) else "none"
        if run.copies > 2 and (tier == "safe" or (run.copies >= _LOOP and word.isalpha() and (len(word) > 1 or word > "\u3040"))):
            tier = "unsafe"
        at_start = starts_sentence(doc.text, first.start(), span[0])
        forms = {m[0] for m in places[run.start : run.end]}
        # Fewer names begin a sentence than common words do.
        common = capitals > 0 and _common(doc, word, capitals - 0.5 * at_start)
        tier = _by_case(tier, forms, first[0], at_start, common)
        if tier == "none" or (len(word) == 1 and not _between_words(tokens, run.start, run.end)):
            continue
        yield Match(first.start(), last.end(), first[0], 0.99 if tier == "safe" else 0.9, applicability=_applicability(tier))


def _is_word(word: str, min_length: int) -> bool:
    return len(word) >= min_length and word.replace("'", "").replace("’", "").replace("-", "").isalpha()


def _by_case(tier: Tier, forms: set[str], first: str, at_start: bool, common: bool) -> Tier:
    """The tier as the writing allows: names double freely, `the The Times` and `Bison bison` are right."""
    if all(f == f.lower() for f in forms):
        return tier
    sure_start = at_start and tier == "safe" and len(first) > 1 and first.istitle()
    if len(forms) == 2:
        return "safe" if sure_start and first.lower() in forms else "none"
    return "unsafe" if tier != "none" and first.istitle() and (common or sure_start) else "none"


def _common(doc: Document, word: str, least: float) -> bool:
    """Whether a long word is too common for the name of someone: `States States`, not `Duran Duran`."""
    return len(word) > 5 and doc.lexicon is not None and doc.lexicon.zipf(word) >= least


def _between_words(tokens: list[str], start: int, end: int) -> bool:
    """Whether words stand on both sides: `a a` in prose, not in a formula or a row of letters."""
    return 0 < start and end < len(tokens) and len(tokens[start - 1]) > 1 < len(tokens[end])


def _applicability(tier: Tier) -> Applicability:
    return "display" if tier in ("display", "none") else tier  # type: ignore[return-value]
