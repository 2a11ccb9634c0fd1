"""What rules cost, and how often they fire, on clean text."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...active import ActiveRule, activate
from ...document import Document
from ...patterns import gate
from ...scan.batch import utf8
from ..rule import Rule
from .finding import Finding
from .triggers import hits

#: Milliseconds for a megabyte of clean text above which a rule is slow: all rules together have about ten.
SLOW = 100.0


@dataclass(frozen=True, slots=True)
class Cost:
    """Per megabyte of clean text: milliseconds of the trigger, of the rest, lines that reach the rule, findings."""

    gate: float
    work: float
    lines: float
    findings: float


def cost(rule: Rule, docs: Sequence[Document]) -> Cost | None:
    """What a rule costs on these texts; None for protect rules, which run only where another rule matched."""
    if rule.kind == "protect" or not docs:
        return None
    active = activate(rule, 1.0)
    megabytes = sum(len(utf8(d.text)) for d in docs) / 1e6
    reached, spent_gate = _gated(active, docs)
    begun = time.process_time()
    found = sum(1 for doc, span in reached if rule.speaks(doc.language) for _ in active.find(doc, span))
    work = time.process_time() - begun
    return Cost(spent_gate * 1e3 / megabytes, work * 1e3 / megabytes, len(reached) / megabytes, found / megabytes)


def _gated(active: ActiveRule, docs: Sequence[Document]) -> tuple[list[tuple[Document, tuple[int, int]]], float]:
    """The spans that the rule has to look at, and the seconds of its trigger over all the text at once."""
    spans = [(doc, span) for doc in docs for span in (doc.lines() if active.scope == "line" else [(0, len(doc.text))])]
    if not active.trigger or active.trigger.startswith("@") or gate.refused(active.trigger):
        return spans, 0.0
    buffer = utf8("\n".join(d.text for d in docs))
    compiled = gate.gate(active.trigger)
    begun = time.process_time()
    if compiled is not None:
        for _ in compiled.finditer(buffer):
            pass
    spent = time.process_time() - begun
    return [(doc, span) for doc, span in spans if hits(active.trigger, doc.text[span[0] : span[1]])], spent


def slow(rule: Rule, found: Cost | None) -> Iterator[Finding]:
    """A remark on a rule that is slow on clean text."""
    if found and found.work > SLOW:
        message = f"{found.work:,.0f} ms per MB of clean text; {found.lines:,.0f} lines of it reach the rule"
        yield Finding.on(rule, "cost", "warning", message, "a narrower trigger, or a pattern with literal text in it")
