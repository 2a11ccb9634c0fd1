"""The engine: protect, scan, check, resolve, apply, and again until nothing changes; then compose and verify.

Every span it reports speaks of the input text, whichever pass found it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .active import ActiveRule, activate
from .crlf import Windows, is_windows
from .defects import finished
from .document import Document
from .edits import inverse, replay
from .exemptions import Exemptions
from .hold_back import hold_back
from .language import detect
from .model import Match, Record, Result
from .plans import Plans
from .protect import Protector, Shield
from .resolve import Hit, resolve
from .rules.rule import Rule
from .scan import Scanner
from .scan.scanner import Candidates
from .settings import Settings
from .work import Work

MAX_PASSES = 10
_MET = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Engine:
    """The rules of a run, ready to work. Not picklable: see `Repairer`."""

    def __init__(self, rules: Sequence[Rule], settings: Settings) -> None:
        self._settings = settings
        with Plans() as plans:
            self._rules = [activate(r, settings.regex_timeout, plans) for r in rules if r.kind != "protect"]
        shields = [r for r in rules if r.kind == "protect"]
        self._protector = Protector(shields, settings.vocabulary, settings.regex_timeout)
        self._scanners: dict[str | None, Scanner] = {}
        self._struck: dict[str, int] = {}

    def run(self, record: Record) -> Result:
        """Find and repair the defects of one record. The record itself is not changed."""
        return self.run_batch([record])[0]

    def run_batch(self, records: Sequence[Record]) -> list[Result]:
        """The results of several records: the same as of each alone, at less cost."""
        found = self.found(records)
        return [found[i] if i in found else Result(r, r.text) for i, r in enumerate(records)]

    def found(self, records: Sequence[Record]) -> dict[int, Result]:
        """Results by place in `records`, of those with candidates."""
        windows = {i: Windows(r) for i, r in enumerate(records) if "\r" in r.text and is_windows(r.text)}
        plain = [windows[i].plain if i in windows else r for i, r in enumerate(records)]
        results = self._settled(plain)
        return {i: windows[i].restored(r) if i in windows else r for i, r in results.items()}

    def _settled(self, records: Sequence[Record]) -> dict[int, Result]:
        """Pass after pass, over all records that the pass before has changed, together."""
        docs = [self._document(r.text, r) for r in records]
        todo = [(i, Work(records[i]), docs[i], c) for i, c in enumerate(self._scan(docs)) if c]
        results: dict[int, Result] = {}
        for _ in range(MAX_PASSES):
            if not todo:
                break
            again = [(i, work) for i, work, doc, candidates in todo if self._pass(work, doc, candidates)]
            changed = {i for i, _ in again}
            results |= {i: self._verified(work) for i, work, _, _ in todo if i not in changed}
            docs = [self._document(work.text, work.record) for _, work in again]
            todo = [(i, work, doc, c) for (i, work), doc, c in zip(again, docs, self._scan(docs), strict=True)]
        return results | {
            i: self._unsettled(w, f"the repairs did not settle in {MAX_PASSES} passes") for i, w, _, _ in todo
        }

    def _pass(self, work: Work, doc: Document, candidates: Candidates) -> bool:
        """Find, choose and repair once; whether the text has changed and must be looked at again."""
        hits = self._hits(doc, candidates, work) if candidates else []
        if not hits:
            return False
        winners, losers = resolve(hold_back(hits))
        if any(h.applies and h.rule.code.startswith("ENC") for h in winners):
            # The rest is judged once the encoding is settled: what looks broken now may not be.
            winners = [h for h in winners if h.rule.code.startswith("ENC")]
            losers = []
        work.note(winners, losers, doc.language)
        return work.apply([h for h in winners if h.applies]) and not work.stuck

    def _scan(self, docs: Sequence[Document]) -> list[Candidates]:
        """The candidates of each document; those of one language are scanned together."""
        groups: dict[str | None, list[int]] = {}
        for i, doc in enumerate(docs):
            groups.setdefault(doc.language, []).append(i)
        found: list[Candidates] = [[] for _ in docs]
        for language, numbers in groups.items():
            if language not in self._scanners:
                self._scanners[language] = Scanner(self._rules, language, plain=self._settings.plain)
            for i, candidates in zip(numbers, self._scanners[language].scan([docs[i] for i in numbers]), strict=True):
                found[i] = candidates
        return found

    def _document(self, text: str, record: Record) -> Document:
        language = record.language or self._settings.language or detect(text)
        return Document(text, language, self._settings.vocabulary)

    def _hits(self, doc: Document, candidates: Candidates, work: Work) -> list[Hit]:
        shield: Shield | None = None
        exemptions = Exemptions(doc, self._settings.regex_timeout)
        hits: list[Hit] = []
        for number, span in candidates:
            active = self._rules[number]
            if self._struck.get(active.rule.code, 0) >= 3:
                continue
            # All matches first: the clock of a search also runs while its matches are being looked at.
            for match in list(self._matches(active, doc, span, work)):
                shield = shield or self._protector.shield(doc)
                if not shield.covers((match.start, match.end), active.rule.code[:3]) and not self._exempt(
                    active, exemptions, match, work
                ):
                    hits.append(self._hit(active.rule, match, doc))
        work.problems += [(code, span, "timed out") for code, span in self._protector.timed_out()]
        return hits

    def _exempt(self, active: ActiveRule, exemptions: Exemptions, match: Match, work: Work) -> bool:
        """Whether one of the rule's `unless` patterns overlaps the match. What can't be told in time is left alone."""
        try:
            return exemptions.cover(active.rule, match)
        except (TimeoutError, MemoryError):
            self._strike(active.rule.code, (match.start, match.end), work)
            return True

    def _strike(self, code: str, span: tuple[int, int], work: Work) -> None:
        """A rule that times out three times is off for the rest of the file."""
        self._struck[code] = self._struck.get(code, 0) + 1
        work.problems.append((code, span, "timed out"))

    def _matches(self, active: ActiveRule, doc: Document, span: tuple[int, int], work: Work) -> Iterator[Match]:
        try:
            yield from active.find(doc, span)
        except (TimeoutError, MemoryError):
            self._strike(active.rule.code, span, work)

    def _hit(self, rule: Rule, match: Match, doc: Document) -> Hit:
        if match.replacement is not None and doc.text[match.start : match.end] == match.replacement:
            match = replace(match, replacement=None)
        hit = Hit(rule, match, False)
        tiers = ("safe", "unsafe") if self._settings.unsafe_fixes else ("safe",)
        return replace(hit, applies=match.replacement is not None and hit.applicability in tiers)

    def _verified(self, work: Work) -> Result:
        """The result, if its repairs settled and its edits replay and undo exactly."""
        if work.stuck:
            return self._unsettled(work, "the repairs undo each other")
        try:
            sound = (
                replay(work.record.text, work.edits) == work.text
                and replay(work.text, inverse(work.edits)) == work.record.text
            )
        except ValueError:
            sound = False
        if not sound:
            return self._unsettled(work, "its edits could not be verified")
        if work.edits and _MET.search(work.text):
            return self._unsettled(work, "two lone surrogates would meet and be read as one character")
        return Result(
            work.record,
            work.text,
            tuple(work.edits),
            finished(work.record, work.found.values(), work.problems),
            work.superseded(),
        )

    def _unsettled(self, work: Work, why: str) -> Result:
        codes = ", ".join(sorted({e.code for e in work.edits} | set(work.last)))
        work.problems.append((codes, (0, min(1, len(work.record.text))), f"left as it was: {why}"))
        untouched = [replace(f, applied=False) for f in work.found.values()]
        return Result(
            work.record, work.record.text, (), finished(work.record, untouched, work.problems), work.superseded()
        )
