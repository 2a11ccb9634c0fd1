"""The automata of a list of rules, by groups of families and shared by the languages."""

from __future__ import annotations

from collections.abc import Sequence

from ..active import ActiveRule
from .gate import Gate, available

#: Families whose triggers make one automaton. All in one has more states than RE2 may keep: it then falls back to a
#: search a hundred times slower. Measured: a few passes over small automata cost less than one over a large one, whose
#: states must all be made first.
_GROUPS = (("ENC", "WSP", "LNG", "REP"), ("JOI", "PUN", "SPL"), ("MSK", "TRU"), ("BLP",))
#: Most rules are for all languages, so one automaton serves all: compiled once, its states made once. Lines of
#: boilerplate that are other ones in every language make an automaton for each.
_OF_A_LANGUAGE = ("BLP",)


class Gates:
    """Makes automata and keeps them. A gate may name rules that don't speak the language: they are not asked."""

    def __init__(self, rules: Sequence[ActiveRule]) -> None:
        self._rules = rules
        self._gated = [i for i, r in enumerate(rules) if is_gated(r)] if available() else []
        self._made: dict[tuple[int, ...], Gate] = {}

    def lines(self, spoken: frozenset[int]) -> list[Gate]:
        """The gates of rules that look at lines."""
        groups: dict[tuple[int, bool], list[int]] = {}
        for i in self._gated:
            rule = self._rules[i].rule
            own = bool(rule.languages) and rule.code[:3] in _OF_A_LANGUAGE
            if self._rules[i].scope == "line" and (i in spoken or not own):
                group = next((k for k, some in enumerate(_GROUPS) if rule.code[:3] in some), len(_GROUPS))
                groups.setdefault((group, own), []).append(i)
        return [self._gate(some) for _, some in sorted(groups.items()) if not spoken.isdisjoint(some)]

    def records(self, spoken: frozenset[int]) -> Gate:
        """The gate of rules that look at whole records: the language's own, for a hit of another costs a record."""
        return self._gate([i for i in self._gated if self._rules[i].scope == "record" and i in spoken])

    def _gate(self, numbers: Sequence[int]) -> Gate:
        key = tuple(numbers)
        if key not in self._made:
            self._made[key] = Gate([(i, self._rules[i].trigger or "") for i in numbers])
        return self._made[key]


def is_gated(rule: ActiveRule) -> bool:
    """Whether the rule has an RE2 trigger."""
    return rule.scope != "word" and (rule.trigger or "")[:1] not in ("", "@")
