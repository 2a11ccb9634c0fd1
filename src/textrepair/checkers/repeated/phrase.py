"""A phrase, a list item or a sentence that follows itself, and the loops of machine translation.

`were immediately were immediately`, `the officers, and the officers, and`, `been so been so been so been so`.
A run of tokens may be cut into copies at several places; the cut whose marks fit both copies says which kind it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from ...document import Document
from ...language.function_words import function_words
from ...model import Applicability, Match, Span
from .. import checker
from .certain import is_certain, is_idiom
from .context import OPENING, in_speech, is_blank, stands_free, starts_sentence
from .reading import Line, analysed
from .tandem import Run

Kind = Literal["phrase", "item", "sentence", "unit", "loose"]

#: Words that join two of a kind, so that a repetition is meant: `again and again and`, `step by step by`.
_AND = {
    "en": "and or",
    "de": "und oder",
    "fr": "et ou",
    "es": "y e o u",
    "pt": "e ou",
    "it": "e ed o",
    "ru": "и или да а",
    "uk": "і й та або",
    "cs": "a i nebo ani",
    "pl": "a i lub",
    "nl": "en of",
    "sv": "och eller",
    "da": "og eller",
}
_LINK = {
    "en": "after by upon",
    "de": "nach um für",
    "fr": "après par",
    "es": "tras a por",
    "pt": "após a por",
    "it": "dopo a per",
    "ru": "за по",
    "uk": "за по",
    "cs": "po za vedle",
    "pl": "po za",
    "nl": "na om",
    "sv": "efter för",
    "da": "efter for",
}
_COORDINATORS = {k: frozenset(v.split()) for k, v in _AND.items()}
_LINKS = {k: frozenset(v.split()) for k, v in _LINK.items()}
_ALL = frozenset(w for some in (*_COORDINATORS.values(), *_LINKS.values()) for w in some if len(w) > 1)
#: The shortest sentence whose repetition is none for effect, in tokens.
_SENTENCE = 4
#: Tokens of a sentence that is not very short, and copies of two words that are too many for effect.
_SHORT, _EFFECT = 4, 5
#: The longest copy, in tokens. The scan looks for no longer ones.
LONGEST = 60
_STOP = re.compile(r"[)\]\"”’»]*[.!?…。！？]+[\"'”’»)\]]*")
_COMMA = re.compile(r"[,;、，；،:]")


@checker(scope="line", trigger="@repeat", local=True)
def check(
    doc: Document,
    span: Span,
    *,
    kinds: tuple[str, ...] = ("phrase",),
    spaced: bool = True,
    min_period: int = 2,
    min_copies: int = 2,
) -> Iterator[Match]:
    """Runs of at least `min_copies` copies of at least `min_period` tokens.

    `kinds` says what parts the copies: phrase: blanks; item: a comma, with another after the last copy; sentence: a
    stop, likewise; unit: each copy in its own brackets or quotes; loose: as phrase, but the commas inside differ.
    `spaced` is False for the rule that speaks of scripts without blanks, whose tokens are characters.
    """
    line = analysed(doc, span)
    for run, unspaced in _speaking(line, min_period < 2):
        if not min_period <= run.period <= LONGEST or run.copies < min_copies or unspaced == spaced:
            continue
        kind, first = _remembered_cut(line, run)
        start, end = line.place(first)[0], line.place(first + run.copies * run.period - 1)[1]
        if kind not in kinds or (spaced and not stands_free(line.text, start, end)):
            continue
        if spaced and not line.gap(first + run.period - 1):
            continue  # `AAのAAの`: only signs without blanks part these copies
        tier = _tier(doc, line, run, kind, first)
        if tier is not None:
            kept = line.text[start : line.place(first + run.period - 1)[1]]
            yield Match(span[0] + start, span[0] + end, kept, 0.98 if tier == "safe" else 0.9, applicability=tier)


def _speaking(line: Line, doubled_too: bool) -> list[tuple[Run, bool]]:
    """The runs whose copies hold words, and whether they are `_unspaced`. The rules of several kinds ask for it."""
    key = _speaking, doubled_too
    found: list[tuple[Run, bool]] | None = line.memo.get(key)
    if found is None:
        runs = line.runs if doubled_too else line.phrases
        copies = [(run, line.words(run.start, run.start + run.period)) for run in runs if run.period <= LONGEST]
        some = [(run, copy, _unspaced(copy)) for run, copy in copies]
        found = line.memo[key] = [
            (run, unspaced)
            for run, copy, unspaced in some
            if unspaced or (_speaks(copy) and not (run.period < _SENTENCE and _is_stopped(line, run)))
        ]
    return found


def _is_stopped(line: Line, run: Run) -> bool:
    """Whether stops part the copies, wherever they begin: `a house. A house`. So short it is no defect."""
    return all(_STOP.match(line.gap(start + run.period - 1)) for start in _cuts(run))


def _cuts(run: Run) -> range:
    """The tokens where the first copy may begin."""
    return range(run.start, run.end - run.copies * run.period + 1)


def _unspaced(copy: Sequence[str]) -> bool:
    return all("\u3040" <= t <= "\u9fff" or "\uf900" <= t <= "\ufaff" for t in copy)


def _speaks(copy: Sequence[str]) -> bool:
    """Whether the copies hold words: rows of numbers and single letters repeat freely."""
    words = [t for t in copy if any(c.isalpha() for c in t)]
    return 2 * len(words) >= len(copy) and any(len(t) > 1 for t in words)


def _remembered_cut(line: Line, run: Run) -> tuple[Kind | None, int]:
    """As `_cut`, likewise."""
    key = _cut, run
    found: tuple[Kind | None, int] | None = line.memo.get(key)
    if found is None:
        found = line.memo[key] = _cut(line, run)
    return found


def _cut(line: Line, run: Run) -> tuple[Kind | None, int]:
    """The kind of a run and the token where its first copy begins."""
    loose: tuple[Kind | None, int] = (None, run.start)
    for start in _cuts(run)[:64]:
        last = start + run.copies * run.period - 1
        between = {line.gap(i) for i in range(start + run.period - 1, last, run.period)}
        same = all(
            line.gap(i) == line.gap(i + run.period)
            for i in range(start, last - run.period)
            if (i - start + 1) % run.period
        )
        kind = _kind(line, start, run.copies, between, line.gap(last))
        if same and kind:
            return kind, start
        if kind == "phrase" and run.period > 3 and _alike(line, start, run):
            loose = "loose", start
    return loose


def _kind(line: Line, start: int, copies: int, between: set[str], after: str) -> Kind | None:
    gap = next(iter(between))
    if len(between) > 1:
        return None
    if not gap.strip():
        return "phrase" if is_blank(gap) or not gap else None
    opening = _opening(line, start)
    if _STOP.match(gap):
        marks = "".join(gap.split())
        return (
            "sentence"
            if marks == ("".join(after.split()) + opening)[: len(marks)] and (gap[-1:].isspace() or opening)
            else None
        )
    if _COMMA.match(gap) and gap[1:] == " " * (len(gap) - 1):
        return "item" if after[:1] == gap[:1] or gap == ": " or copies > 2 else None
    if opening and gap.endswith(opening) and after.startswith(gap[: len(gap) - len(opening)].rstrip() or "\0"):
        return "unit"
    return None


def _opening(line: Line, i: int) -> str:
    """Brackets and quotes that stand before token `i` and belong to it."""
    before = line.text[max(0, line.place(i)[0] - 4) : line.place(i)[0]]
    return before[len(before.rstrip(OPENING)) :]


def _alike(line: Line, start: int, run: Run) -> bool:
    """Whether the copies differ in nothing but commas."""
    gaps = range(start, start + run.period - 1)
    return all(_COMMA.sub("", line.gap(i)) == _COMMA.sub("", line.gap(i + run.period)) for i in gaps)


def _tier(doc: Document, line: Line, run: Run, kind: Kind | None, start: int) -> Applicability | None:
    """How sure the repair is, or None where the repetition may well be meant."""
    at = line.place(start)[0]
    if _unspaced(line.words(run.start, run.start + run.period)):
        return "unsafe"
    if kind == "phrase":
        return _phrase_tier(doc, line, run, start)
    if kind == "sentence":
        if run.period < _SENTENCE or not starts_sentence(line.text, at, 0):
            return None
        return "safe" if run.period > 5 and not _called_out(line, run, start) else "unsafe"
    if kind == "item" and run.copies < 4 and _rhetorical(line, run, at):
        return None
    return None if kind == "item" and run.period < 3 and line.gap(start + run.period - 1) == ": " else "unsafe"


def _called_out(line: Line, run: Run, start: int) -> bool:
    """Whether the copies are exclaimed, or made of very short sentences: `They run. They fall. They run. They fall.`"""
    stops = [gap for i in range(start, start + run.period) if _STOP.match(gap := line.gap(i).strip())]
    return any("!" in gap for gap in stops) or run.period < _SHORT * len(stops)


def _rhetorical(line: Line, run: Run, at: int) -> bool:
    """Whether a clause may be repeated for effect: a short one in speech, or one that begins the sentence."""
    if run.period < 4 and starts_sentence(line.text, at, 0):
        return True
    return run.period < 3 and in_speech(line.text, at, 0)


def _phrase_tier(doc: Document, line: Line, run: Run, start: int) -> Applicability | None:
    copy, rest = line.words(start, start + run.period), (run.end - run.start) % run.period
    written = [line.token(run.start + i) for i in range(run.period)]
    named = run.period == 2 and all(t[:1].isupper() for t in written)
    if run.copies == 2 and (named or is_idiom(doc.primary or "", copy)):
        return None
    if _meant(doc.primary, run, copy, rest):
        return None
    if 2 * sum(t.islower() for t in written) < run.period:
        return "unsafe"
    if run.copies > 2:
        language = doc.primary or ""
        joining = _COORDINATORS.get(language, _ALL) | _LINKS.get(language, _ALL)
        if run.period == 2 and run.copies < _EFFECT and copy[-1] not in function_words(language):
            return "unsafe"  # `so ugly so ugly so ugly that`
        chained = run.period < 4 and not joining.isdisjoint((copy[0], copy[-1]))
        chained = chained or (run.period < 5 and run.copies < _EFFECT and copy[0] in joining)
        return "unsafe" if chained else "safe"  # `and again and again and again and again`
    sure = not rest and is_certain(doc.primary or "", line, run, start)
    if run.period == 2:
        sure = sure and not in_speech(line.text, line.place(start)[0], 0)
    return "safe" if sure else "unsafe"


def _meant(language: str | None, run: Run, copy: Sequence[str], rest: int) -> bool:
    """Repetitions of rhetoric and grammar: `and on and on`, `day after day after day`, `son of the son of the son`."""
    coordinators, links = _COORDINATORS.get(language or "", _ALL), _LINKS.get(language or "", _ALL)
    if run.period == 2 and not coordinators.isdisjoint(copy):
        return run.copies < 4
    if run.period == 2 and not links.isdisjoint(copy):
        return run.copies < 3 or rest > 0
    return run.copies == 2 and 1 < rest == run.period - 1 and run.period < 6
