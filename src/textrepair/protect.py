"""Spans that no fix may touch: addresses, code, names of files, and what `protect` rules and the vocabulary name.

A text is asked for its shields only where a rule matched. Of the patterns only those run on a line, or a whole text,
whose RE2 form hits there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .document import Document
from .families import FAMILIES
from .model import Span
from .patterns import compile_pattern, widen
from .rules.rule import Rule

_ALL_BUT_ENCODING = frozenset(p for p in FAMILIES if p != "ENC")
_WORD_FAMILIES = frozenset(("JOI", "SPL", "MSK"))
#: Families whose matches are whole lines or sentences: what they remove may hold an address, if it is mostly words.
_WIDE_FAMILIES = frozenset(("REP", "BLP", "LNG"))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One pattern of a protect rule, compiled when it first runs. `re2`: without a hit of it there is no match; None: always run.

    Without a rule `source` is the compiled vocabulary.
    """

    rule: Rule | None
    source: Any
    shields: frozenset[str]
    re2: str | None

    def on(self, doc: Document) -> bool:
        return self.rule is None or self.rule.speaks(doc.language)

    @property
    def pattern(self) -> Any:
        return self.source if self.rule is None else compile_pattern(self.source, self.rule.ignore_case)


class Protector:
    """Knows the shielded spans of a document, line by line for patterns that stay in a line."""

    def __init__(self, rules: Iterable[Rule], vocabulary: frozenset[str] = frozenset(), timeout: float = 1.0) -> None:
        line: list[_Entry] = []
        record: list[_Entry] = []
        for rule in rules:
            shields = frozenset(rule.applies_to) or _ALL_BUT_ENCODING
            for pattern in rule.protect:
                widened = widen(pattern, rule.ignore_case)
                entry = _Entry(rule, pattern, shields, widened.re2)
                (record if widened.multiline else line).append(entry)
        if vocabulary:
            line.append(_Entry(None, _vocabulary_pattern(vocabulary), _WORD_FAMILIES, None))
        self._line, self._record = _Patterns(line, timeout), _Patterns(record, timeout)

    def shield(self, doc: Document) -> Shield:
        """The shield of one document."""
        return Shield(doc, self._line, self._record)

    def timed_out(self) -> list[tuple[str, Span]]:
        """Codes of the rules that timed out since this was last asked, with where."""
        found = [*self._line.late, *self._record.late]
        self._line.late.clear()
        self._record.late.clear()
        return found


class _Patterns:
    """Patterns behind one RE2 set, so that most of them never run."""

    def __init__(self, entries: Sequence[_Entry], timeout: float) -> None:
        self._entries, self._timeout = entries, timeout
        self._struck: dict[str, int] = {}
        self.late: list[tuple[str, Span]] = []
        self._set: Any = None
        self._built = False

    def spans(self, doc: Document, start: int, end: int) -> Iterator[tuple[int, int, frozenset[str]]]:
        """The shielded spans of a part of the text, with the families from which they are shielded."""
        for entry in self._candidates(doc.text, start, end):
            if entry.on(doc):
                for a, b in self._found(entry, doc, start, end):
                    yield a, b, entry.shields

    def _found(self, entry: _Entry, doc: Document, start: int, end: int) -> Iterator[Span]:
        """Where a pattern matches. One that runs out of time shields all of the text, and after three times at once."""
        code = entry.rule.code if entry.rule else ""
        if self._struck.get(code, 0) < 3:
            try:
                yield from (m.span() for m in entry.pattern.finditer(doc.text, start, end, timeout=self._timeout))
                return
            except (TimeoutError, MemoryError):
                self._struck[code] = self._struck.get(code, 0) + 1
                self.late.append((code, (start, end)))
        yield start, end

    def _candidates(self, text: str, start: int, end: int) -> Sequence[_Entry]:
        if not self._built:
            self._set, self._built = _re2_set(tuple(entry.re2 or "" for entry in self._entries)), True
        if self._set is None:
            return self._entries
        data = text[start:end].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()
        hits = self._set.Match(data)
        # The empty pattern always matches: no answer means that the automaton ran out of memory.
        return self._entries if hits is None else [self._entries[i - 1] for i in sorted(hits) if i]


@lru_cache(maxsize=4)
def _re2_set(patterns: tuple[str, ...]) -> Any:
    try:
        import re2
    except ImportError:
        return None
    options = re2.Options()
    options.max_mem = 64 << 20
    options.never_capture = True
    options.log_errors = False
    found = re2.Set.SearchSet(options)
    for pattern in ("", *patterns):
        found.Add(pattern.encode())
    found.Compile()
    return found


class _Spans:
    """Shielded spans sorted for search. Overlapping ones are merged: a change may touch neither."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.starts.append(start)
                self.ends.append(end)

    def touching(self, start: int, end: int) -> list[Span]:
        """The spans that overlap this one; an insertion touches only strictly inside."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        return [(self.starts[i], self.ends[i]) for i in range(first, last)]


class Shield:
    """The shielded spans of a document, found when first asked for."""

    def __init__(self, doc: Document, line: _Patterns, record: _Patterns) -> None:
        self._doc, self._line = doc, line
        self._found: dict[int, list[tuple[int, int, frozenset[str]]]] = {-1: list(record.spans(doc, 0, len(doc.text)))}
        self._sorted: dict[tuple[int, str], _Spans] = {}

    def covers(self, span: Span, prefix: str) -> bool:
        """Whether a change of `span` by a rule of this family would touch a shielded span."""
        doc = self._doc
        first, last = doc.line_number(span[0]), doc.line_number(max(span[0], span[1] - 1))
        touched = [t for n in (-1, *range(first, last + 1)) for t in self._spans(n, prefix).touching(*span)]
        if not touched or prefix not in _WIDE_FAMILIES:
            return bool(touched)
        return not _swallows(doc.text, span, touched)

    def _spans(self, number: int, prefix: str) -> _Spans:
        """Those of a line, or with -1 those that may run over several, from which the family is shielded."""
        key = number, prefix
        if key not in self._sorted:
            if number not in self._found:
                self._found[number] = list(self._line.spans(self._doc, *self._doc.line(number)))
            self._sorted[key] = _Spans((a, b) for a, b, shields in self._found[number] if prefix in shields)
        return self._sorted[key]


def _swallows(text: str, span: Span, touched: Iterable[Span]) -> bool:
    """Whether a match holds the shielded spans whole, and more of other words than of them."""
    inside = 0
    for start, end in touched:
        if start < span[0] or end > span[1]:
            return False
        inside += end - start
    return sum(map(str.isalnum, text[span[0] : span[1]])) > 2 * inside


@lru_cache(maxsize=4)
def _vocabulary_pattern(vocabulary: frozenset[str]) -> Any:
    import regex

    return regex.compile(r"(?<![\w])\L<words>(?![\w])", words=sorted(vocabulary))
