"""Spans that no fix may touch: addresses, code, names of files, and what `protect` rules and the vocabulary name.

Texts are asked for their shields only where a rule matched. Of the patterns only those run on a line, or a whole text,
whose RE2 form hits there; all lines of a batch pass the same gate in one go.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .document import Document
from .families import FAMILIES
from .model import Span
from .patterns import compile_pattern
from .patterns.needs import Needs
from .plans import Plans
from .rules.rule import Rule
from .scan.batch import Batch
from .scan.gate import MOST_TRIGGERS, available, gate_of, needs_no_re2
from .scan.sieve import Sieve
from .scan.small import LARGEST

if TYPE_CHECKING:
    from .scan.gate import AnyGate

_ALL_BUT_ENCODING = frozenset(p for p in FAMILIES if p != "ENC")
_WORD_FAMILIES = frozenset(("JOI", "SPL", "MSK"))
#: Families whose matches are whole lines or sentences: what they remove may hold an address, if it is mostly words.
_WIDE_FAMILIES = frozenset(("REP", "BLP", "LNG"))

#: Patterns that make one automaton. All in one, it makes states for as long as it runs, and a tenth of the text comes
#: here: four short passes take less time than its states do, and a quarter of the room.
_OF_A_GATE = 20

#: A shielded span with the families from which it is shielded.
Shielded = tuple[int, int, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One pattern of a protect rule, compiled when it first runs. `re2`: what is in every match; None: always run.

    Without a rule `source` is the compiled vocabulary.
    """

    rule: Rule | None
    source: Any
    shields: frozenset[str]
    re2: str | None
    needs: Needs = None

    def on(self, doc: Document) -> bool:
        return self.rule is None or self.rule.speaks(doc.language)

    @property
    def pattern(self) -> Any:
        return self.source if self.rule is None else compile_pattern(self.source, self.rule.ignore_case)


class Protector:
    """Knows the shielded spans of documents, line by line for patterns that stay in a line."""

    def __init__(
        self,
        rules: Iterable[Rule],
        vocabulary: frozenset[str] = frozenset(),
        timeout: float = 1.0,
        plans: Plans | None = None,
    ) -> None:
        line: list[_Entry] = []
        record: list[_Entry] = []
        plans = plans or Plans()
        for rule in rules:
            shields = frozenset(rule.applies_to) or _ALL_BUT_ENCODING
            for pattern in rule.protect:
                plan = plans.of_shield(pattern, rule.ignore_case)
                entry = _Entry(rule, pattern, shields, plan.trigger, plan.needs)
                (record if plan.scope == "record" else line).append(entry)
        if vocabulary:
            line.append(_Entry(None, _vocabulary_pattern(vocabulary), _WORD_FAMILIES, None))
        self._line, self._record = _Patterns(line, timeout, lines=True), _Patterns(record, timeout)

    def shield(self, doc: Document) -> Shield:
        """The shield of all lines of one document."""
        return self.shields([(doc, [(0, len(doc.text) + 1)])])[0]

    def shields(self, asked: Sequence[tuple[Document, Sequence[Span]]]) -> list[Shield]:
        """The shield of each document, good for changes of the given spans."""
        docs = [doc for doc, _ in asked]
        lines = [(k, line) for k, (doc, spans) in enumerate(asked) for line in lines_of(doc.text, spans)]
        everywhere = self._record.spans([(doc, (0, len(doc.text))) for doc in docs])
        in_lines: dict[int, list[Shielded]] = {}
        for place, spans in self._line.spans([(docs[k], line) for k, line in lines]).items():
            in_lines.setdefault(lines[place][0], []).extend(spans)
        return [Shield(doc, everywhere.get(k, ()), in_lines.get(k, ())) for k, doc in enumerate(docs)]

    def timed_out(self) -> list[tuple[Document, str, Span]]:
        """Documents and codes of the rules that timed out since this was last asked, with where."""
        found = [*self._line.late, *self._record.late]
        self._line.late.clear()
        self._record.late.clear()
        return found


def lines_of(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines that the spans touch."""
    found: list[Span] = []
    done = -1
    for start, end in sorted(spans):
        at = max(start, done + 1)
        while at <= max(start, end - 1):
            low = text.rfind("\n", done + 1, at) + 1 or done + 1
            high = text.find("\n", at)
            done = high if high >= 0 else len(text)
            found.append((low, done))
            at = done + 1
    return found


class _Patterns:
    """Patterns behind one gate, so that most of them never run."""

    def __init__(self, entries: Sequence[_Entry], timeout: float, *, lines: bool = False) -> None:
        self._entries, self._timeout, self._in_lines = entries, timeout, lines
        self._struck: dict[str, int] = {}
        self.late: list[tuple[Document, str, Span]] = []
        self._gates: list[AnyGate] = []
        self._sieve: Sieve | None = None
        self._left = LARGEST if available() else 0
        triggers = [entry.re2 for entry in entries if entry.re2 is not None]
        self._gated = available() or (lines and len(triggers) <= MOST_TRIGGERS and all(map(needs_no_re2, triggers)))

    def spans(self, parts: Sequence[tuple[Document, Span]]) -> dict[int, list[Shielded]]:
        """By place among some parts of texts the shielded spans of those that have any."""
        found: dict[int, list[Shielded]] = {}
        for place, numbers in self._candidates([doc.text[start:end] for doc, (start, end) in parts]).items():
            doc, span = parts[place]
            for entry in (self._entries[n] for n in numbers):
                if entry.on(doc) and (spans := self._found(entry, doc, span)):
                    found.setdefault(place, []).extend((a, b, entry.shields) for a, b in spans)
        return found

    def _found(self, entry: _Entry, doc: Document, span: Span) -> list[Span]:
        """Where a pattern matches. One that runs out of time shields all of the text, and after three times at once."""
        code = entry.rule.code if entry.rule else ""
        if self._struck.get(code, 0) < 3:
            try:
                return [m.span() for m in entry.pattern.finditer(doc.text, *span, timeout=self._timeout)]
            except (TimeoutError, MemoryError):
                self._struck[code] = self._struck.get(code, 0) + 1
                self.late.append((doc, code, span))
        return [span]

    def _candidates(self, texts: Sequence[str]) -> Mapping[int, Sequence[int]]:
        """By place of the text the numbers of the entries that may match in it."""
        if not self._gated:
            return dict.fromkeys(range(len(texts)), range(len(self._entries)))
        always = [n for n, entry in enumerate(self._entries) if entry.re2 is None]
        found = {place: list(always) for place in range(len(texts))} if always else {}
        for place, numbers in self._hits(texts).items():
            found[place] = sorted([*always, *numbers])
        return found

    def _hits(self, texts: Sequence[str]) -> Mapping[int, Sequence[int]]:
        """Places of texts and the numbers of the entries whose RE2 forms hit there."""
        triggers = [(n, entry.re2, entry.needs) for n, entry in enumerate(self._entries) if entry.re2 is not None]
        self._left -= min(self._left, sum(map(len, texts)) + 1)
        if self._left:
            self._sieve = self._sieve or Sieve(triggers)
            return {place: numbers for place, text in enumerate(texts) if (numbers := self._sieve.hits(text))}
        if not self._gates:
            self._sieve = None
            pairs = [(n, trigger) for n, trigger, _ in triggers]
            parts = [pairs[at : at + _OF_A_GATE] for at in range(0, len(pairs), _OF_A_GATE)]
            self._gates = [gate_of(part, lines=self._in_lines) for part in parts]
        batch, found = Batch(texts), dict[int, list[int]]()
        for gate in self._gates:
            for place, numbers in gate.records(batch):
                found.setdefault(place, []).extend(numbers)
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
    """The shielded spans of a document: those of patterns that run over several lines, and those within lines."""

    def __init__(self, doc: Document, everywhere: Sequence[Shielded], in_lines: Sequence[Shielded]) -> None:
        self._doc, self._found = doc, [some for some in (everywhere, in_lines) if some]
        self._sorted: dict[str, list[_Spans]] = {}

    def covers(self, span: Span, prefix: str) -> bool:
        """Whether a change of `span` by a rule of this family would touch a shielded span."""
        if not self._found:
            return False
        touched = [part for some in self._spans(prefix) for part in some.touching(*span)]
        if not touched or prefix not in _WIDE_FAMILIES:
            return bool(touched)
        return not _swallows(self._doc.text, span, touched)

    def _spans(self, prefix: str) -> list[_Spans]:
        """Those from which the family is shielded."""
        if prefix not in self._sorted:
            self._sorted[prefix] = [
                _Spans((a, b) for a, b, shields in some if prefix in shields) for some in self._found
            ]
        return self._sorted[prefix]


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
