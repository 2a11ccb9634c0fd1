"""What rules cost, and how often they fire, on clean text."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...active import ActiveRule, activate
from ...document import Document
from ...patterns import gate
from ...patterns.gate import utf8
from ...plans import Plans
from ...scan.batch import Batch
from ...scan.features import Features
from ...scan.scanner import all_spans
from ...words import WORD
from ..examples import language_of
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
    #: Milliseconds of work that were measured: very short times say nothing.
    measured: float = 0.0


def cost(rule: Rule, docs: Sequence[Document]) -> Cost | None:
    """What a rule costs on these texts; None for protect rules, which run only where another rule matched."""
    if rule.kind == "protect" or not docs:
        return None
    active = activate(rule, 1.0, Plans())
    megabytes = sum(len(utf8(d.text)) for d in docs) / 1e6
    reached, spent_gate = _gated(active, docs)
    _warm(active, rule)
    found, work = _worked(active, rule, reached)
    if work * 1e3 / megabytes > SLOW:  # perhaps only because it loaded something
        found, work = _worked(active, rule, reached)
    times = spent_gate * 1e3 / megabytes, work * 1e3 / megabytes
    return Cost(*times, len(reached) / megabytes, found / megabytes, work * 1e3)


def _worked(active: ActiveRule, rule: Rule, reached: Sequence[tuple[Document, tuple[int, int]]]) -> tuple[int, float]:
    """How many matches the rule finds in the spans, and the seconds it takes."""
    begun = time.process_time()
    found = sum(1 for doc, span in reached if rule.speaks(doc.language) for _ in active.find(doc, span))
    return found, time.process_time() - begun


def _warm(active: ActiveRule, rule: Rule) -> None:
    """Let the rule load its tables, which it does once whatever the size of the corpus."""
    for language in dict.fromkeys(("en", *(language_of(e, rule) for e in rule.examples))):
        doc = Document(next((e.text for e in rule.examples if language_of(e, rule) == language), ""), language)
        for span in all_spans(active.scope, doc):
            list(active.find(doc, span))


def _gated(active: ActiveRule, docs: Sequence[Document]) -> tuple[list[tuple[Document, tuple[int, int]]], float]:
    """The spans that the rule has to look at, and the seconds of its trigger over all the text at once."""
    spans = [(doc, span) for doc in docs for span in all_spans(active.scope, doc)]
    if active.scope == "word":
        return spans, 0.0
    if active.trigger and active.trigger.startswith("@"):
        return list(_featured(active.trigger, docs)), 0.0
    if not active.trigger or gate.refused(active.trigger):
        return spans, 0.0
    buffer = utf8("\n".join(d.text for d in docs))
    compiled = gate.gate(active.trigger)
    begun = time.process_time()
    if compiled is not None:
        for _ in compiled.finditer(buffer):
            pass
    spent = time.process_time() - begun
    return [(doc, span) for doc, span in spans if hits(active.trigger, doc.text[span[0] : span[1]])], spent


def _featured(feature: str, docs: Sequence[Document]) -> Iterator[tuple[Document, tuple[int, int]]]:
    """The lines with a feature of words, which one pass finds for all rules together."""
    for doc in docs:
        if feature == "@unknown-word":
            words = ((span, WORD.findall(doc.text, *span)) for span in doc.lines())
            yield from ((doc, span) for span, found in words if doc.lexicon and not all(map(doc.knows, found)))
        else:
            batch = Batch([doc.text])
            for record, span in Features(batch, doc.language, doc.vocabulary).lines(feature):
                yield doc, batch.characters(record, span)


def slow(rule: Rule, found: Cost | None) -> Iterator[Finding]:
    """A remark on a rule that is slow on clean text."""
    if found and found.work > SLOW and found.measured > 1:
        message = f"{found.work:,.0f} ms per MB of clean text; {found.lines:,.0f} lines of it reach the rule"
        yield Finding.on(rule, "cost", "warning", message, "a narrower trigger, or a pattern with literal text in it")
