"""All gates of a list of rules over a batch of texts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from .. import kernel
from ..active import ActiveRule
from ..carry import Carried
from ..checkers.declare import PlaceTest, Scope
from ..document import Document
from ..model import Span
from .batch import Batch
from .gates import Gates
from .room import Room
from .small import spans_of
from .torn import DECIDING
from .unknown import MOST as WORDS
from .unknown import Words, unknown_spans
from .verdicts import MOST as RUNS
from .verdicts import Runs

if TYPE_CHECKING:
    from .features import Features
    from .native import NativeFeatures

    AnyFeatures: TypeAlias = Features | NativeFeatures

#: By rule number the numbers of the texts, and spans.
Candidates = Mapping[int, Collection[tuple[int, Span]]]
#: Features of a line that depend on other lines.
_WIDE = frozenset(("@broken-word", "@loose-dash", "@repeat-across-lines", "@repeated-ending", "@repeated-line"))


class Rooms:
    """For what the scanners of all languages remember."""

    def __init__(self) -> None:
        self.words, self.runs = Room(WORDS), Room(RUNS)


class Scanner:
    """Finds the candidates of a fixed list of rules. Holds compiled automata: one per process and language."""

    def __init__(
        self,
        rules: Sequence[ActiveRule],
        language: str | None,
        gates: Gates | None = None,
        rooms: Rooms | None = None,
        *,
        plain: bool = False,
    ) -> None:
        self._rules = rules
        self._language = language
        numbers = [i for i, r in enumerate(rules) if r.rule.speaks(language)]
        self._spoken = frozenset(numbers)
        gates = gates or Gates(() if plain else rules)
        self._lines, self._records = gates.lines(self._spoken), gates.records(self._spoken)
        rooms = rooms or Rooms()
        self._words = Words(
            [(i, rules[i].when) for i in numbers if rules[i].scope == "word" and not plain], rooms.words
        )
        self._beside = {i: test for i in self._words.numbers if (test := rules[i].beside)}
        self._featured: dict[str, list[int]] = {}
        for i in numbers:
            if not plain and _trigger(rules[i]).startswith("@") and rules[i].scope != "word":
                self._featured.setdefault(_trigger(rules[i]), []).append(i)
        self._runs = {
            feature: Runs([rules[i].wants for i in some], rooms.runs)
            for feature, some in self._featured.items()
            if any(rules[i].wants for i in some)
        }
        rest = (
            set(numbers)
            - gates.gated
            - set(self._words.numbers)
            - {i for some in self._featured.values() for i in some}
        )
        self._always = sorted(rest)

    def scan(self, docs: Sequence[Document]) -> Candidates:
        """By rule the texts and the spans in them to look at."""
        batch, found = Batch([d.text for d in docs]), _Found(self._rules, docs, self._beside)
        features = self._features(docs, batch)
        self._look_at_texts(docs, batch, features, found)
        for numbers, record, span in self._in_lines(docs, batch, features):
            found.add(numbers, record, span)
        return found.spans

    def scan_again(self, docs: Sequence[Document], known: Sequence[Carried]) -> Candidates:
        """The same for texts of which something is known: what is in a line is looked for in the new ones only."""
        batch, found = Batch([d.text for d in docs]), _Found(self._rules, docs, self._beside)
        self._look_at_texts(docs, batch, self._features(docs, batch), found)
        fresh = [(n, start, end) for n, one in enumerate(known) for start, end in one.fresh]
        lines = [Document(docs[n].text[start:end], docs[n].language, docs[n].vocabulary) for n, start, end in fresh]
        batch = Batch([line.text for line in lines])
        for numbers, k, span in self._in_lines(lines, batch, self._features(lines, batch)):
            record, start, _ = fresh[k]
            found.add(numbers, record, (start + span[0], start + span[1]))
        for record, one in enumerate(known):
            for number, span in one.places:
                found.add((number,), record, span)
        return found.spans

    def _features(self, docs: Sequence[Document], batch: Batch) -> AnyFeatures:
        vocabulary = docs[0].vocabulary if docs else frozenset()
        return _features_kind()(batch, self._language, vocabulary, self._tests(docs), self._runs)

    def _look_at_texts(self, docs: Sequence[Document], batch: Batch, features: AnyFeatures, found: _Found) -> None:
        """What depends on more than a line."""
        for i in self._always:
            for n, doc in enumerate(docs):
                lines = DECIDING.get(_trigger(self._rules[i]))
                for span in lines(doc) if lines else all_spans(self._rules[i].scope, doc):
                    found.add((i,), n, span)
        for gate in self._records:
            for record, numbers in gate.records(batch, features.excerpt(gate.kind)):
                found.add(self._own(numbers), record, (0, 0))
        for feature, numbers in self._featured.items():
            if feature in _WIDE:
                for record, span in features.spans(feature):
                    found.add(numbers, record, span)

    def _in_lines(
        self, docs: Sequence[Document], batch: Batch, features: AnyFeatures
    ) -> Iterator[tuple[Sequence[int], int, Span]]:
        """Rule numbers, record and span of what is in a line whatever stands around it."""
        for gate in self._lines:
            for record, line, numbers in gate.lines(batch, features.excerpt(gate.kind)):
                if own := self._own(numbers):
                    yield own, record, batch.characters(record, line)
        for feature, numbers in self._featured.items():
            if feature not in _WIDE:
                for record, span in features.spans(feature):
                    yield numbers, record, span
        for record, number, span in self._words.candidates(docs, batch, features):
            yield (number,), record, span

    def _own(self, numbers: Sequence[int]) -> Sequence[int]:
        """Those of some rules that speak the language."""
        return [i for i in numbers if i in self._spoken]

    def _tests(self, docs: Sequence[Document]) -> list[Callable[[str], bool]]:
        """The tests of broken words, if all rules for them have one."""
        lexicon = docs[0].lexicon if docs else None
        tests = [self._rules[i].when for i in self._featured.get("@broken-word", ())]
        if lexicon is None or None in tests:
            return []
        return [partial(test, lexicon) for test in tests if test]


class _Found:
    """Collects candidates."""

    def __init__(self, rules: Sequence[ActiveRule], docs: Sequence[Document], beside: Mapping[int, PlaceTest]) -> None:
        self._rules, self._docs, self._beside = rules, docs, beside
        self.spans: dict[int, dict[tuple[int, Span], None]] = {}

    def add(self, numbers: Sequence[int], record: int, span: Span) -> None:
        """Something for some rules, once: a record has many lines, a word several pieces."""
        for i in numbers:
            if i in self._beside and not self._beside[i](self._docs[record], span):
                continue
            whole = self._rules[i].scope == "record"
            self.spans.setdefault(i, {})[record, (0, len(self._docs[record].text)) if whole else span] = None


def all_spans(scope: Scope, doc: Document) -> Iterator[Span]:
    """All spans of a text that a rule is called with where there are no gates."""
    yield from unknown_spans(doc) if scope == "word" else spans_of(scope, doc)


def _features_kind() -> type[AnyFeatures]:
    """Those of the kernel, if it is there."""
    if not kernel.available():
        from .features import Features  # and with it numpy

        return Features
    from .native import NativeFeatures

    return NativeFeatures


def _trigger(rule: ActiveRule) -> str:
    return rule.trigger or ""
