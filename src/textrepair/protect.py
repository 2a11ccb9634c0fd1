"""Spans that no fix may touch: addresses, code, names of files, and what `protect` rules and the vocabulary name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from .document import Document
from .families import FAMILIES
from .model import Span
from .patterns import compile_pattern, widen
from .rules.rule import Rule

_ALL_BUT_ENCODING = frozenset(p for p in FAMILIES if p != "ENC")
_WORD_FAMILIES = frozenset(("JOI", "SPL", "MSK"))


class Protector:
    """Knows the shielded spans of a document, line by line for patterns that stay in a line."""

    def __init__(self, rules: Iterable[Rule], vocabulary: frozenset[str] = frozenset()) -> None:
        self._line: list[tuple[Rule | None, Any, frozenset[str]]] = []
        self._record: list[tuple[Rule | None, Any, frozenset[str]]] = []
        for rule in rules:
            shields = frozenset(rule.applies_to) or _ALL_BUT_ENCODING
            for pattern in rule.protect:
                entry = (rule, compile_pattern(pattern, rule.ignore_case), shields)
                (self._record if widen(pattern).multiline else self._line).append(entry)
        if vocabulary:
            self._line.append((None, _vocabulary_pattern(vocabulary), _WORD_FAMILIES))

    def shield(self, doc: Document) -> Shield:
        """The shield of one document."""
        return Shield(doc, self._line, self._record)


class Shield:
    """The shielded spans of a document, found when first asked for."""

    def __init__(self, doc: Document, line: Sequence[Any], record: Sequence[Any]) -> None:
        self._doc, self._patterns = doc, line
        self._lines: dict[int, list[tuple[int, int, frozenset[str]]]] = {}
        self._wide = sorted(
            (m.start(), m.end(), shields) for rule, p, shields in record if _on(rule, doc) for m in p.finditer(doc.text)
        )

    def covers(self, span: Span, prefix: str) -> bool:
        """Whether a change of `span` by a rule of this family would touch a shielded span."""
        return any(prefix in shields and _touches(span, start, end) for start, end, shields in self._near(span))

    def _near(self, span: Span) -> list[tuple[int, int, frozenset[str]]]:
        first, last = self._doc.line_number(span[0]), self._doc.line_number(max(span[0], span[1] - 1))
        found = list(self._wide)
        for number in range(first, last + 1):
            if number not in self._lines:
                self._lines[number] = self._spans(*self._doc.line(number))
            found += self._lines[number]
        return found

    def _spans(self, start: int, end: int) -> list[tuple[int, int, frozenset[str]]]:
        text = self._doc.text
        return [
            (m.start(), m.end(), shields)
            for rule, pattern, shields in self._patterns
            if _on(rule, self._doc)
            for m in pattern.finditer(text, start, end)
        ]


def _on(rule: Rule | None, doc: Document) -> bool:
    return rule is None or rule.speaks(doc.language)


def _touches(span: Span, start: int, end: int) -> bool:
    """Overlap; an insertion touches only strictly inside."""
    return span[0] < end and span[1] > start


@lru_cache(maxsize=4)
def _vocabulary_pattern(vocabulary: frozenset[str]) -> Any:
    import regex

    return regex.compile(r"(?<![\w])\L<words>(?![\w])", words=sorted(vocabulary))
