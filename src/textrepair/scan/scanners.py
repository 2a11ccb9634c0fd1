"""A scanner for each language: a batch may hold texts of several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..active import ActiveRule
from ..carry import Carried
from ..document import Document
from ..model import Span
from .gates import Gates
from .scanner import Candidates, Scanner


class Scanners:
    """The scanners of a list of rules, made when a language is first met."""

    def __init__(self, rules: Sequence[ActiveRule], *, plain: bool = False) -> None:
        self._rules, self._plain = rules, plain
        self._gates = Gates(() if plain else rules)
        self._by_language: dict[str | None, Scanner] = {}

    def scan(self, docs: Sequence[Document], known: Mapping[int, Carried]) -> Candidates:
        """The candidates of all documents; of some the lines that are not new are `known`."""
        groups: dict[tuple[str | None, bool], list[int]] = {}
        for i, doc in enumerate(docs):
            groups.setdefault((doc.language, i in known), []).append(i)
        found: dict[int, list[tuple[int, Span]]] = {}
        for (language, again), numbers in groups.items():
            scanner, some = self._of(language), [docs[i] for i in numbers]
            by_rule = scanner.scan_again(some, [known[i] for i in numbers]) if again else scanner.scan(some)
            for rule, places in by_rule.items():
                found.setdefault(rule, []).extend((numbers[k], span) for k, span in places)
        return found

    def _of(self, language: str | None) -> Scanner:
        if language not in self._by_language:
            self._by_language[language] = Scanner(self._rules, language, self._gates, plain=self._plain)
        return self._by_language[language]
