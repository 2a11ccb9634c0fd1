"""The engine: protect, scan, check, resolve, apply, and again until nothing changes; then compose and verify.

Every span it reports speaks of the input text, whichever pass found it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from .active import activate
from .budget import TOO_LONG
from .carry import Place, Seen, carried
from .crlf import Windows, is_windows
from .defects import finished
from .document import Document
from .edits import inverse, replay
from .language import detect
from .matching import Candidates, Matcher
from .model import Record, Result
from .plans import Plans
from .protect import Protector
from .resolve import Hit, hold_back, resolve
from .rules.rule import Rule
from .scan.scanners import Scanners
from .sections import WHOLE, Edges, Sections, is_long
from .settings import Settings
from .work import Work

MAX_PASSES = 10
#: Checkers of this folder ask the whole corpus. Without its evidence their rules are off.
OF_CORPUS = "corpus."
_BOM = "\ufeff"
_MET = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def _met(text: str) -> bool:
    """Whether two lone surrogates stand side by side. Hardly any text has one: to encode it says so at once."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _MET.search(text) is not None
    return False


class Engine:
    """The rules of a run, ready to work. Not picklable: see `Repairer`."""

    def __init__(self, rules: Sequence[Rule], settings: Settings) -> None:
        self._settings = settings
        self._evidence = None
        if settings.profile:
            from .evidence import read

            self._evidence = read(settings.profile)
        self._vocabulary = settings.vocabulary | (self._evidence.names if self._evidence else frozenset())
        if self._evidence is None:
            rules = [r for r in rules if not r.checker.startswith(OF_CORPUS)]
        shields = [r for r in rules if r.kind == "protect"]
        with Plans() as plans:
            self._rules = [activate(r, settings.regex_timeout, plans) for r in rules if r.kind != "protect"]
            protector = Protector(shields, settings.vocabulary, settings.regex_timeout, plans)
        self._matcher = Matcher(self._rules, protector, settings)
        self._scanners = Scanners(self._rules, plain=settings.plain)

    def run(self, record: Record) -> Result:
        """Find and repair the defects of one record. The record itself is not changed."""
        return self.run_batch([record])[0]

    def run_batch(self, records: Sequence[Record]) -> list[Result]:
        """The results of several records: the same as of each alone, at less cost."""
        found = self.found(records, texts=True)
        return [found[i] if i in found else Result(r, r.text) for i, r in enumerate(records)]

    def found(self, records: Sequence[Record], *, texts: bool = False) -> dict[int, Result]:
        """Results by place in `records`, of those in which anything was found; `texts`: with that of long ones, too."""
        windows = {i: Windows(r) for i, r in enumerate(records) if "\r" in r.text and is_windows(r.text)}
        plain = [windows[i].plain if i in windows else r for i, r in enumerate(records)]
        long = {i for i, r in enumerate(plain) if is_long(r.text)}
        results = self._short(plain, long)
        for i in sorted(long):
            result = self._long(plain[i], texts)
            if result:
                results[i] = result
        return {i: windows[i].restored(r) if i in windows else r for i, r in results.items()}

    def _short(self, records: Sequence[Record], long: set[int]) -> dict[int, Result]:
        """The results of all records but the long ones."""
        if not long:
            return self._settled(records)
        numbers = [i for i in range(len(records)) if i not in long]
        return {numbers[k]: r for k, r in self._settled([records[i] for i in numbers]).items()}

    def _long(self, record: Record, text_too: bool) -> Result | None:
        """The result of a record that is worked on in sections."""
        whole = Sections(record, record.language or self._settings.language or detect(record.text))
        for group in whole.groups():
            found = self._settled([part for _, part, _ in group], [edges for _, _, edges in group])
            for k in sorted(found):
                whole.add(group[k][0], found[k])
        return whole.result(text_too=text_too)

    def _settled(self, records: Sequence[Record], edges: Sequence[Edges] = ()) -> dict[int, Result]:
        """Pass after pass, over all records that the pass before has changed, together."""
        works = {i: Work(record, edges[i] if edges else WHOLE) for i, record in enumerate(records)}
        changed: Mapping[int, Seen | None] = dict.fromkeys(works)
        for _ in range(MAX_PASSES):
            if not changed:
                break
            changed = self._pass({i: works[i] for i in changed}, changed)
        busy = set(changed)
        return {
            i: self._unsettled(w, f"the repairs did not settle in {MAX_PASSES} passes")
            if i in busy
            else self._verified(w)
            for i, w in works.items()
            if w.found or w.problems or w.lost or i in busy
        }

    def _pass(self, works: Mapping[int, Work], seen: Mapping[int, Seen | None]) -> dict[int, Seen]:
        """Find, choose and repair once; by place what was seen of the texts that changed: they are looked at again."""
        places, some = list(works), list(works.values())
        docs = [self._document(w.text, w.record) for w in some]
        known = {
            k: carried(before, works[i].last, docs[k], self._rules)
            for k, i in enumerate(places)
            if (before := seen[i]) and not (self._settings.plain or works[i].problems)
        }
        candidates = self._scanners.scan(docs, known)
        found = self._matcher.found(docs, candidates, some, known)
        hits = self._matcher.hits(docs, found, some)
        changed = [k for k, h in sorted(hits.items()) if self._repair(some[k], h, docs[k])]
        looked = self._looked_at(candidates, frozenset(changed))
        return {places[k]: Seen(docs[k], looked[k], found[k]) for k in changed}

    @staticmethod
    def _looked_at(candidates: Candidates, numbers: frozenset[int]) -> dict[int, list[Place]]:
        """The places at which rules looked in some of the texts."""
        looked: dict[int, list[Place]] = {k: [] for k in numbers}
        for rule, spans in candidates.items():
            for k, span in spans:
                if k in looked:
                    looked[k].append((rule, span))
        return looked

    def _repair(self, work: Work, hits: Sequence[Hit], doc: Document) -> bool:
        """Choose among the hits and apply what is to be applied; whether the text has changed."""
        winners, losers = resolve(hold_back(hits))
        if any(h.applies and h.rule.code.startswith("ENC") for h in winners):
            # The rest is judged once the encoding is settled: what looks broken now may not be.
            winners = [h for h in winners if h.rule.code.startswith("ENC")]
            losers = []
        work.note(winners, losers, doc.language)
        return work.apply([h for h in winners if h.applies]) and not work.stuck

    def _document(self, text: str, record: Record) -> Document:
        language = record.language or self._settings.language or detect(text)
        return Document(text, language, self._vocabulary, record.text, self._evidence)

    def _verified(self, work: Work) -> Result:
        """The result, if its repairs settled and its edits replay and undo exactly."""
        if work.stuck:
            return self._unsettled(work, "the repairs undo each other")
        if work.overgrown:
            return self._unsettled(work, f"what is found {TOO_LONG}")
        try:
            sound = (
                replay(work.record.text, work.edits) == work.text
                and replay(work.text, inverse(work.edits)) == work.record.text
            )
        except ValueError:
            sound = False
        if not sound:
            return self._unsettled(work, "its edits could not be verified")
        if work.text[:1] == _BOM != work.record.text[:1]:
            return self._unsettled(work, "a byte order mark would come first, and be read as none of the text")
        if work.edits and _met(work.text):
            return self._unsettled(work, "two lone surrogates would meet and be read as one character")
        return Result(
            work.record,
            work.text,
            tuple(work.edits),
            finished(work.record, work.found.values(), work.problems),
            work.superseded(),
        )

    def _unsettled(self, work: Work, why: str) -> Result:
        codes = ", ".join(sorted({e.code for e in work.edits} | {e.code for e in work.last}))
        work.problems.append((codes, (0, min(1, len(work.record.text))), f"left as it was: {why}"))
        untouched = [replace(f, applied=False) for f in work.found.values()]
        return Result(
            work.record, work.record.text, (), finished(work.record, untouched, work.problems), work.superseded()
        )
