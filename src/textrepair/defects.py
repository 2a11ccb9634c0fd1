"""From the engine's hits to defects of the input text: spans mapped back, messages filled in, fingerprints made."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .model import Applicability, Defect, Edit, Fix, Record
from .resolve import Hit
from .rules.rule import Rule

_PLACE = re.compile(r"\{([a-zA-Z_]\w*)\}")
_AROUND = 32


@dataclass(frozen=True, slots=True)
class Found:
    """A hit in the words of the input text."""

    rule: Rule
    start: int
    end: int
    replacement: str | None
    alternatives: tuple[str, ...]
    applicability: Applicability
    confidence: float
    applied: bool
    language: str | None
    fields: tuple[tuple[str, str], ...]

    @property
    def key(self) -> tuple[str, int, int]:
        """What makes two findings the same one."""
        return self.rule.code, self.start, self.end

    @classmethod
    def of(cls, hit: Hit, places: Places, text: str, language: str | None) -> Found:
        """Map a hit in `text` back to the original, by the edits that lead from there."""
        m = hit.match
        start, end, head, tail = places.original(m.start, m.end, text)

        def whole(replacement: str) -> str:
            return head + replacement + tail

        return cls(
            hit.rule,
            start,
            end,
            None if m.replacement is None else whole(m.replacement),
            tuple(map(whole, m.alternatives)),
            hit.applicability,
            m.confidence,
            hit.applies,
            language,
            tuple(m.fields.items()),
        )


class Places:
    """The way back through a sorted list of edits; a question costs the logarithm of their number."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits, self._shifts, self._stops = edits, [0], []
        for e in edits:
            self._stops.append(e.start + self._shifts[-1] + len(e.after))
            self._shifts.append(self._shifts[-1] + len(e.after) - len(e.before))

    def original(self, start: int, end: int, text: str) -> tuple[int, int, str, str]:
        """The span of the original behind `start:end` of `text`, and what of `text` the widening added on either side."""
        left, right = None, None
        head = tail = ""
        number = bisect_left(self._stops, start)
        while number < len(self._edits):
            e, shift, stop = self._edits[number], self._shifts[number], self._stops[number]
            at = e.start + shift
            if at <= start < stop or (at < start <= stop and start == end):
                left, head = e.start, text[at:start]
            elif left is None and start <= at:
                left = start - shift
            if at < end < stop or (at < end <= stop and e.after):
                right, tail = e.end, text[end:stop]
            elif right is None and end <= at:
                right = end - shift
            if at > end:
                break
            number += 1
        left = start - self._shifts[-1] if left is None else left
        right = end - self._shifts[-1] if right is None else right
        return left, max(left, right), head, tail


def finished(record: Record, found: Iterable[Found], problems: Iterable[tuple[str, tuple[int, int], str]]) -> tuple[Defect, ...]:
    """The defects of a record, sorted by place and code."""
    defects = [_defect(f, record.text) for f in found]
    defects += [_problem(record.text, *p) for p in problems]
    return tuple(sorted(defects, key=lambda d: (d.start, d.end, d.code)))


def _defect(found: Found, text: str) -> Defect:
    match = text[found.start : found.end]
    fix = None
    if found.replacement is not None or found.alternatives:
        replacement = found.replacement if found.replacement is not None else found.alternatives[0]
        applicability = found.applicability if found.replacement is not None else "display"
        fix = Fix(applicability, replacement, tuple(a for a in found.alternatives if a != replacement))
    words = {"match": match, "fix": fix.replacement if fix else "", **dict(found.fields)}
    return Defect(
        found.rule.code,
        found.rule.name,
        found.rule.severity,
        _PLACE.sub(lambda m: words.get(m[1], m[0]), found.rule.message),
        found.start,
        found.end,
        match,
        found.confidence,
        fix,
        found.applied,
        found.language,
        fingerprint(found.rule.code, text, found.start, found.end),
    )


def fingerprint(code: str, text: str, start: int, end: int) -> str:
    """blake2b-128 over code, match and 32 code points each side: free of path, line and offset."""
    parts = (code, text[start:end], text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _problem(text: str, codes: str, span: tuple[int, int], why: str) -> Defect:
    code, name = ("FIX002", "rule-timed-out") if why == "timed out" else ("FIX001", "unsettled-record")
    message = f"rule {codes} timed out here" if code == "FIX002" else f"record {why} ({codes})"
    match = text[span[0] : span[1]][:80]
    return Defect(code, name, "error", message, span[0], span[1], match, fingerprint=fingerprint(code, text, *span))
