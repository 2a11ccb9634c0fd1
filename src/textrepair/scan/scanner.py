"""All gates of a list of rules over a batch of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ..active import ActiveRule
from ..checkers.declare import Scope
from ..document import Document
from ..model import Span
from .batch import Batch
from .features import Features
from .gate import Gate, available
from .runs import Runs
from .unknown import Words, unknown_spans

#: By rule number the numbers of the texts, and spans: in the order of the texts, and of the spans in each.
Candidates = dict[int, list[tuple[int, Span]]]

#: Families whose triggers make one automaton. All in one has more states than RE2 may keep: it then falls back to a
#: search a hundred times slower. Measured: five passes over small automata cost less than one over a large one.
_GROUPS = (("ENC", "WSP", "LNG", "REP"), ("JOI", "PUN", "SPL"), ("MSK",), ("TRU",), ("BLP",))


class Scanner:
    """Finds the candidates of a fixed list of rules. Holds compiled automata: one per process and language."""

    def __init__(self, rules: Sequence[ActiveRule], language: str | None, *, plain: bool = False) -> None:
        self._rules = rules
        self._language = language
        numbers = [i for i, r in enumerate(rules) if r.rule.speaks(language)]
        gated = (
            []
            if plain or not available()
            else [i for i in numbers if _trigger(rules[i])[:1] not in ("", "@") and rules[i].scope != "word"]
        )
        lines = [(i, _trigger(rules[i])) for i in gated if rules[i].scope == "line"]
        self._lines = [Gate(some) for some in _grouped(lines, rules)]
        self._records = Gate([(i, _trigger(rules[i])) for i in gated if rules[i].scope == "record"])
        self._words = Words([(i, rules[i].when) for i in numbers if rules[i].scope == "word" and not plain])
        self._featured: dict[str, list[int]] = {}
        for i in numbers:
            if not plain and _trigger(rules[i]).startswith("@") and rules[i].scope != "word":
                self._featured.setdefault(_trigger(rules[i]), []).append(i)
        self._runs = {
            feature: Runs([rules[i].wants for i in some])
            for feature, some in self._featured.items()
            if any(rules[i].wants for i in some)
        }
        rest = (
            set(numbers) - set(gated) - set(self._words.numbers) - {i for some in self._featured.values() for i in some}
        )
        self._always = sorted(rest)

    def scan(self, docs: Sequence[Document]) -> Candidates:
        """By rule the texts and the spans in them to look at."""
        batch = Batch([d.text for d in docs])
        found: Candidates = {}
        for i in self._always:
            found[i] = [(n, span) for n, doc in enumerate(docs) for span in all_spans(self._rules[i].scope, doc)]
        for record, numbers in self._records.records(batch):
            self._add(found, docs, numbers, record, (0, len(docs[record].text)))
        for gate in self._lines:
            for record, line, numbers in gate.lines(batch):
                self._add(found, docs, numbers, record, batch.characters(record, line))
        vocabulary = docs[0].vocabulary if docs else frozenset()
        features = Features(batch, self._language, vocabulary, self._tests(docs), self._runs)
        for feature, numbers in self._featured.items():
            for record, line in features.lines(feature):
                self._add(found, docs, numbers, record, batch.characters(record, line))
        for record, number, span in self._words.candidates(docs, batch, features):
            self._add(found, docs, [number], record, span)
        return found

    def _tests(self, docs: Sequence[Document]) -> list[Callable[[str], bool]]:
        """The tests of broken words, if all rules for them have one."""
        lexicon = docs[0].lexicon if docs else None
        tests = [self._rules[i].when for i in self._featured.get("@broken-word", ())]
        if lexicon is None or None in tests:
            return []
        return [partial(test, lexicon) for test in tests if test]

    def _add(
        self, found: Candidates, docs: Sequence[Document], numbers: Sequence[int], record: int, span: Span
    ) -> None:
        for i in numbers:
            place = record, (0, len(docs[record].text)) if self._rules[i].scope == "record" else span
            some = found.setdefault(i, [])
            if not some or some[-1] != place:  # a record has many lines, a word several pieces
                some.append(place)


def all_spans(scope: Scope, doc: Document) -> Iterator[Span]:
    """All spans of a text that a rule is called with where there are no gates."""
    if scope == "line":
        yield from doc.lines()
    elif scope == "record":
        yield 0, len(doc.text)
    else:
        yield from unknown_spans(doc)


def _grouped(triggers: Sequence[tuple[int, str]], rules: Sequence[ActiveRule]) -> list[list[tuple[int, str]]]:
    """The triggers by groups of families; patterns of one family look alike and share most states of their automaton."""
    groups: dict[int, list[tuple[int, str]]] = {}
    for number, trigger in triggers:
        prefix = rules[number].rule.code[:3]
        group = next((k for k, some in enumerate(_GROUPS) if prefix in some), len(_GROUPS))
        groups.setdefault(group, []).append((number, trigger))
    return [some for _, some in sorted(groups.items())]


def _trigger(rule: ActiveRule) -> str:
    return rule.trigger or ""
