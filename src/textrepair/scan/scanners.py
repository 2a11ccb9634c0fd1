"""A scanner for each language: a batch may hold texts of several."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ..active import ActiveRule
from ..carry import Carried
from ..document import Document
from ..lexicon.resident import settle
from ..model import Span
from .gate import available
from .small import LARGEST, SmallScanner

if TYPE_CHECKING:
    from .gates import Gates
    from .scanner import Candidates, Rooms, Scanner

#: Characters of one language that are scanned at once.
_AT_ONCE = 1 << 18
#: Texts in a language, of which nothing is known or their unchanged lines.
_Group = tuple[str | None, bool]


class Scanners:
    """The scanners of a list of rules, made when a language is first met, and for good when there is much to scan."""

    def __init__(self, rules: Sequence[ActiveRule], *, plain: bool = False) -> None:
        self._rules, self._plain = rules, plain
        self._gates: Gates | None = None
        self._rooms: Rooms | None = None
        self._by_language: dict[str | None, Scanner] = {}
        self._small: dict[str | None, SmallScanner] = {}
        self._left = 0 if plain or not available() else LARGEST

    def scan(self, docs: Sequence[Document], known: Mapping[int, Carried]) -> Candidates:
        """The candidates of all documents; of some the lines that are not new are `known`."""
        few = self._are_few(docs)
        groups: dict[_Group, list[int]] = {}
        for i, doc in enumerate(docs):
            groups.setdefault((doc.language, i in known), []).append(i)
        found: dict[int, list[tuple[int, Span]]] = {}
        for (language, again), numbers in _sliced(groups, docs):
            settle()
            some = [docs[i] for i in numbers]
            by_rule: Mapping[int, Collection[tuple[int, Span]]]
            if few:
                by_rule = self._small_of(language).scan(some)
            elif again:
                by_rule = self._of(language).scan_again(some, [known[i] for i in numbers])
            else:
                by_rule = self._of(language).scan(some)
            for rule, places in by_rule.items():
                found.setdefault(rule, []).extend((numbers[k], span) for k, span in places)
        return {**found}

    def _are_few(self, docs: Sequence[Document]) -> bool:
        """Whether these documents and all before them are not worth the making of scanners."""
        self._left -= min(self._left, sum(len(doc.text) for doc in docs) + 1)
        if not self._left:
            self._small.clear()
        return self._left > 0

    def _small_of(self, language: str | None) -> SmallScanner:
        if language not in self._small:
            self._small[language] = SmallScanner(self._rules, language)
        return self._small[language]

    def _of(self, language: str | None) -> Scanner:
        if language not in self._by_language:
            from .gates import Gates
            from .scanner import Rooms, Scanner

            self._rooms = self._rooms or Rooms()
            self._gates = self._gates or Gates(() if self._plain else self._rules)
            self._by_language[language] = Scanner(self._rules, language, self._gates, self._rooms, plain=self._plain)
        return self._by_language[language]


def _sliced(groups: Mapping[_Group, Sequence[int]], docs: Sequence[Document]) -> Iterator[tuple[_Group, list[int]]]:
    """The groups in slices: while a scan goes on it takes ten times the room of its texts."""
    for group, numbers in groups.items():
        part, left = list[int](), _AT_ONCE
        for i in numbers:
            part.append(i)
            left -= len(docs[i].text)
            if left <= 0:
                yield group, part
                part, left = [], _AT_ONCE
        if part:
            yield group, part
