"""The automata of a list of rules, by groups of families and shared by the languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..active import ActiveRule
from .excerpt import EVERY, Kind
from .gate import MOST_TRIGGERS, available, gate_of, needs_no_re2

if TYPE_CHECKING:
    from .gate import AnyGate

#: Families whose triggers make one automaton, of those that any line may hit. All in one has more states than RE2 may
#: keep: it then falls back to a search a hundred times slower. Measured: a few passes over small automata cost less
#: than one over a large one, whose states must all be made first.
_GROUPS = (("JOI", "PUN", "SPL", "WSP"),)


class Gates:
    """Makes automata and keeps them. A gate may name rules that don't speak the language: they are not asked."""

    def __init__(self, rules: Sequence[ActiveRule]) -> None:
        self._rules = rules
        gated = [i for i, r in enumerate(rules) if is_gated(r)]
        if not available():
            gated = [i for i in gated if self._needs_no_re2(rules[i])][:MOST_TRIGGERS]
        self.gated = frozenset(gated)
        self._made: dict[tuple[int, ...], AnyGate] = {}

    def lines(self, spoken: frozenset[int]) -> list[AnyGate]:
        """The gates of rules whose triggers hit in a line, whatever stands around it.

        Most rules are for all languages, so one automaton serves all: compiled once, its states made once. Lines of
        boilerplate, which are short, are other ones in every language: they make an automaton for each.
        """
        groups: dict[tuple[int, bool], list[int]] = {}
        for i in sorted(self.gated):
            rule = self._rules[i]
            own = rule.longest is not None and bool(rule.rule.languages)
            if self._in_lines(rule) and (i in spoken or not own):
                groups.setdefault((_group(rule), own), []).append(i)
        return [self._gate(some, lines=True) for _, some in sorted(groups.items()) if not spoken.isdisjoint(some)]

    def records(self, spoken: frozenset[int]) -> list[AnyGate]:
        """The gates of the other rules: those of some languages only make automata of their own, for their hits cost a
        record each; but for those that look at line ends, which are soon looked through.
        """
        groups: dict[tuple[bool, bool], list[int]] = {}
        for i in sorted(self.gated):
            rule = self._rules[i]
            ends = not rule.within
            own = bool(rule.rule.languages) and not ends
            if not self._in_lines(rule) and (i in spoken or not own):
                groups.setdefault((ends, own), []).append(i)
        return [self._gate(some, lines=not ends) for (ends, _), some in groups.items() if not spoken.isdisjoint(some)]

    def _needs_no_re2(self, rule: ActiveRule) -> bool:
        return (rule.within or self._in_lines(rule)) and needs_no_re2(rule.trigger or "")

    @staticmethod
    def _in_lines(rule: ActiveRule) -> bool:
        """Whether it is looked for line by line: where it may hit in every line of a record, that is met once only."""
        return rule.scope == "line" or (rule.within and not rule.signed and not rule.rule.languages)

    def _gate(self, numbers: Sequence[int], *, lines: bool) -> AnyGate:
        key = tuple(numbers)
        if key not in self._made:
            rules = [self._rules[i] for i in numbers]
            longest = max(EVERY.longest if r.longest is None else r.longest for r in rules)
            kind = Kind(longest, all(r.signed for r in rules))
            self._made[key] = gate_of([(i, self._rules[i].trigger or "") for i in numbers], kind, lines=lines)
        return self._made[key]


def _group(rule: ActiveRule) -> int:
    """Of the lines' automata the one to which a rule belongs."""
    if rule.longest is not None:
        return len(_GROUPS) + 2
    if rule.signed:
        return len(_GROUPS) + 1
    return next((k for k, some in enumerate(_GROUPS) if rule.rule.code[:3] in some), len(_GROUPS))


def is_gated(rule: ActiveRule) -> bool:
    """Whether the rule has an RE2 trigger."""
    return rule.scope != "word" and (rule.trigger or "")[:1] not in ("", "@")
