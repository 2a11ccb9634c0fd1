"""Rules that get in each other's way, and what shows only when a rule runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...engine import Engine
from ...model import Edit, Record
from ...settings import Settings
from ..examples import language_of
from ..rule import Rule
from .finding import Finding

_PLACE = re.compile(r"\{[a-zA-Z_]\w*\}")


class Conflicts:
    """All rules together, ready to be asked about one of them."""

    def __init__(self, everything: Sequence[Rule]) -> None:
        self._shields = [r for r in everything if r.kind == "protect"]
        self._together = Engine(everything, Settings(unsafe_fixes=True, plain=True))

    def of(self, rule: Rule) -> Iterator[Finding]:
        """Bad examples that the other rules turn into something else, and fields of messages that stay empty."""
        if rule.kind == "protect":
            return
        forced = replace(rule, applicability="unsafe") if rule.applicability == "display" else rule
        alone = Engine([forced, *self._shields], Settings(unsafe_fixes=True, plain=True))
        unfilled: set[str] = set()
        for example in rule.examples:
            if example.bad is None or example.xfail:
                continue
            record = Record(example.bad, language=language_of(example, rule))
            own = alone.run(record)
            unfilled |= {p for d in own.defects for p in _PLACE.findall(d.message) if p in rule.message}
            if example.good is not None and rule.applicability != "display":
                yield from self._overlaps(rule, record, own.edits, example.good, example.line)
        for name in sorted(unfilled) if rule.kind == "checker" else ():
            yield Finding.on(rule, "unknown-field", "error", f"nothing fills in {name} of the message")

    def _overlaps(self, rule: Rule, record: Record, own: Sequence[Edit], good: str, line: int) -> Iterator[Finding]:
        together = self._together.run(record)
        if together.text == good:
            return
        for e in together.edits:
            rival = e.code != rule.code and any(e.start <= o.end and o.start <= e.end for o in own)
            if rival and not any((e.start, e.end, e.after) == (o.start, o.end, o.after) for o in own):
                message = f"with all rules on, {e.code} makes {e.before!r} -> {e.after!r} of its example instead"
                yield Finding.on(rule, "overlap", "warning", message, "narrow one of them, or say unless", line)
                return
