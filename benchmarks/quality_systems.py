"""The systems that are compared: each takes labelled records and says what it found and what it changed."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quality_diff import Change, differences
from quality_sets import Labelled

Fixer = Callable[[str], str]


class Finding(NamedTuple):
    """A span that a system calls defective. Without a family (tools that only rewrite) any family is right."""

    start: int
    end: int
    family: str | None
    code: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one record: everything found, what is changed by default, and what with likely repairs."""

    findings: tuple[Finding, ...]
    default: tuple[Change, ...]
    eager: tuple[Change, ...]


System = Callable[[Sequence[Labelled]], list[Outcome]]


def textrepair_system(*, declare_language: bool = True) -> System:
    """textrepair with the built-in catalogue: `default` are its safe repairs, `eager` those of --unsafe-fixes."""
    from textrepair import Record, Repairer, Settings

    safe, unsafe = Repairer(Settings()), Repairer(Settings(unsafe_fixes=True))

    def run(records: Sequence[Labelled]) -> list[Outcome]:
        given = [Record(r.text, id=r.id, language=r.language if declare_language else None) for r in records]
        pairs = zip(safe.run_batch(given), unsafe.run_batch(given), strict=True)
        return [
            Outcome(
                tuple(Finding(d.start, d.end, d.family, d.code) for d in default.defects),
                tuple(Change(e.start, e.end, e.after) for e in default.edits),
                tuple(Change(e.start, e.end, e.after) for e in eager.edits),
            )
            for default, eager in pairs
        ]

    return run


def rewriting(fixer: Fixer) -> System:
    """A tool that only rewrites: what it changed is what it found."""

    def run(records: Sequence[Labelled]) -> list[Outcome]:
        return [_rewritten(fixer, r.text) for r in records]

    return run


def _rewritten(fixer: Fixer, text: str) -> Outcome:
    try:
        changes = tuple(differences(text, fixer(text)))
    except (UnicodeError, ValueError):  # a tool that gives up leaves the text as it was
        changes = ()
    return Outcome(tuple(Finding(c.start, c.end, None, "") for c in changes), changes, changes)


def _ftfy() -> Fixer:
    import ftfy

    return ftfy.fix_text


def _ftfy_cautious() -> Fixer:
    import ftfy

    config = ftfy.TextFixerConfig(
        uncurl_quotes=False, fix_latin_ligatures=False, fix_character_width=False, normalization=None
    )
    return lambda text: ftfy.fix_text(text, config)


def _ftfy_and_blank() -> Fixer:
    cautious = _ftfy_cautious()
    return lambda text: re.sub(r"([a-z][.!?])([A-Z])", r"\1 \2", cautious(text))


def _plsfix() -> Fixer:
    import plsfix

    return lambda text: plsfix.fix_text(text)


def _wordninja() -> Fixer:
    """Words of five and more letters that word frequencies do not know, split."""
    import wordninja
    from wordfreq import zipf_frequency

    @lru_cache(maxsize=100_000)
    def split(word: str) -> str:
        return word if zipf_frequency(word, "en") else " ".join(wordninja.split(word))

    return lambda text: re.sub(r"\b[A-Za-z]{5,}\b", lambda m: split(m[0]), text)


PEERS: tuple[tuple[str, str, Callable[[], Fixer]], ...] = (
    ("ftfy", "ftfy", _ftfy),
    ("ftfy, cautious", "ftfy", _ftfy_cautious),
    ("ftfy, cautious + blank after a stop", "ftfy", _ftfy_and_blank),
    ("plsfix", "plsfix", _plsfix),
    ("wordninja on unknown words", "wordninja", _wordninja),
)


def peers(note: Callable[[str], object]) -> Iterator[tuple[str, System]]:
    """The other tools that can be imported here; `note` is told of those that can't."""
    for name, module, make in PEERS:
        if importlib.util.find_spec(module):
            yield name, rewriting(make())
        else:
            note(f"{name}: not measured, {module} is not installed")
