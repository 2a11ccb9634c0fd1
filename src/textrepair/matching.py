"""Candidates to hits: rules run on the places their triggers found, and what is shielded or exempt is dropped.

A batch is worked through family by family, not record by record: the code, the patterns and the tables of a family
stay in the processor's cache, which makes more of a difference than anything a single rule does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from .active import ActiveRule
from .budget import TOO_MANY, most_matches
from .carry import Carried, Place
from .document import Document
from .exemptions import Exemptions
from .language.passage import foreign, passage
from .model import Match, Span
from .protect import Protector
from .resolve import Hit, certainty
from .rules.rule import Rule
from .sections import WHOLE
from .settings import Settings
from .work import Work

#: The candidates of a batch: by rule number the places of the texts in the batch, and spans.
Candidates = Mapping[int, Collection[tuple[int, Span]]]
#: Families whose rules for some languages know the words of these.
_OF_WORDS = frozenset(("JOI", "SPL", "REP", "TRU"))
#: By the place of the text in the batch what rules found where they looked.
Found = dict[int, dict[Place, Sequence[Match]]]


class Matcher:
    """Runs rules on candidates. Keeps count of the rules that ran out of time."""

    def __init__(self, rules: Sequence[ActiveRule], protector: Protector, settings: Settings) -> None:
        self._rules, self._protector, self._settings = rules, protector, settings
        self._struck: dict[str, int] = {}

    def found(
        self,
        docs: Sequence[Document],
        candidates: Candidates,
        works: Sequence[Work],
        known: Mapping[int, Carried],
    ) -> Found:
        """The matches in each text that has any; what ran out of time is noted in its work. `known` is not asked."""
        found: Found = {}
        for number, place, span in self._in_order(candidates):
            matches = known[place].matches.get((number, span)) if place in known else None
            if matches is None:
                matches = self._matches(self._rules[number], docs[place], span, works[place])
            if matches:
                found.setdefault(place, {})[number, span] = matches
        return found

    def hits(self, docs: Sequence[Document], found: Found, works: Sequence[Work]) -> dict[int, list[Hit]]:
        """The hits in each text: the matches that nothing shields or exempts."""
        bare = self._unshielded(docs, found, works)
        hits = {place: self._judged(docs[place], some, works[place]) for place, some in bare.items()}
        return {place: some for place, some in hits.items() if some}

    def _in_order(self, candidates: Candidates) -> Iterator[tuple[int, int, Span]]:
        """Rule, text and span, family by family: in a family the rules of one text: they share what they find out."""
        for _, numbers in groupby(sorted(candidates), lambda n: self._rules[n].rule.code[:3]):
            family = [(place, number, span) for number in numbers for place, span in candidates[number]]
            for place, number, span in sorted(family):
                yield number, place, span

    def _matches(self, active: ActiveRule, doc: Document, span: Span, work: Work) -> list[Match]:
        if (self._struck and self._struck.get(active.rule.code, 0) >= 3) or active.rule.code in work.spent:
            return []
        found: list[Match] = []
        try:
            # All at once: the clock of a search also runs while its matches are being looked at.
            most = most_matches(span[1] - span[0])
            found.extend(islice(active.find(doc, span), most + 1))
            if len(found) > most:
                work.spent.add(active.rule.code)
                work.problems.append((active.rule.code, span, TOO_MANY))
                return []
        except (TimeoutError, MemoryError):
            self._strike(active.rule.code, span, work)
        if found and work.edges is not WHOLE:
            length = len(doc.text)
            return [m for m in found if not work.edges.touched((m.start, m.end), length)]
        return found

    def _unshielded(
        self, docs: Sequence[Document], found: Found, works: Sequence[Work]
    ) -> dict[int, list[tuple[Rule, Match]]]:
        """The matches that touch nothing protected."""
        places = list(found)
        matches = [
            [(self._rules[number].rule, m) for (number, _), some in found[place].items() for m in some]
            for place in places
        ]
        asked = [
            (docs[place], [(m.start, m.end) for _, m in some]) for place, some in zip(places, matches, strict=True)
        ]
        out = {
            place: [(rule, m) for rule, m in some if not shield.covers((m.start, m.end), rule.code[:3])]
            for place, some, shield in zip(places, matches, self._protector.shields(asked), strict=True)
        }
        owners = {id(docs[place]): works[place] for place in places}
        for doc, code, span in self._protector.timed_out():
            owners[id(doc)].problems.append((code, span, "timed out"))
        return out

    def _judged(self, doc: Document, found: Sequence[tuple[Rule, Match]], work: Work) -> list[Hit]:
        exemptions = Exemptions(doc, self._settings.regex_timeout)
        return [
            self._hit(rule, m, doc)
            for rule, m in found
            if not (rule.languages and _abroad(doc, rule, m))
            and not (rule.unless and self._exempt(rule, exemptions, m, work))
        ]

    def _exempt(self, rule: Rule, exemptions: Exemptions, match: Match, work: Work) -> bool:
        """Whether one of the rule's `unless` patterns overlaps the match. What can't be told in time is left alone."""
        try:
            return exemptions.cover(rule, match)
        except (TimeoutError, MemoryError):
            self._strike(rule.code, (match.start, match.end), work)
            return True

    def _strike(self, code: str, span: Span, work: Work) -> None:
        """A rule that times out three times is off for the rest of the file."""
        self._struck[code] = self._struck.get(code, 0) + 1
        work.problems.append((code, span, "timed out"))

    def _hit(self, rule: Rule, match: Match, doc: Document) -> Hit:
        if match.replacement is not None and doc.text[match.start : match.end] == match.replacement:
            match = replace(match, replacement=None)
        tiers = ("safe", "unsafe") if self._settings.unsafe_fixes else ("safe",)
        return Hit(rule, match, match.replacement is not None and certainty(rule, match) in tiers)


def _abroad(doc: Document, rule: Rule, match: Match) -> bool:
    """Whether a rule for words of the text's language found its match in a passage of another language."""
    if rule.code[:3] not in _OF_WORDS or doc.primary is None:
        return False
    span = passage(doc.text, match.start)
    found: bool | None = doc.memo.get((foreign, span))
    if found is None:
        found = doc.memo[foreign, span] = foreign(doc.text[slice(*span)], doc.primary)
    return found
