"""From the engine's hits to defects of the input text: spans mapped back, messages filled in, fingerprints made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .budget import TOO_LONG, TOO_MANY
from .digest import blake2b
from .families import WORK_CODES
from .model import Applicability, Defect, Fix, Record
from .origin import Origin
from .resolve import Hit
from .rules.rule import Rule

_PLACE = re.compile(r"\{([a-zA-Z_]\w*)\}")
#: Characters on either side of a defect that its fingerprint depends on.
AROUND = 32


@dataclass(slots=True)
class Found:
    """A hit in the words of the input text. It is not frozen, and so made in a fifth of the time; nobody changes it."""

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
    def of(cls, hit: Hit, origin: Origin, language: str | None) -> Found:
        """A hit in the text of a later pass, mapped back to the original."""
        m = hit.match
        start, end, head, tail = origin.of(m.start, m.end)
        return cls(
            hit.rule,
            start,
            end,
            None if m.replacement is None else head + m.replacement + tail,
            tuple([head + other + tail for other in m.alternatives]),
            hit.applicability,
            m.confidence,
            hit.applies,
            language,
            tuple(m.fields.items()),
        )


def finished(
    record: Record, found: Iterable[Found], problems: Iterable[tuple[str, tuple[int, int], str]]
) -> tuple[Defect, ...]:
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
    # An arrow that points nowhere would read as "delete this".
    message = found.rule.message if fix else found.rule.message.replace(" -> {fix}", "")
    words = {"match": match, "fix": fix.replacement if fix else "", **dict(found.fields)}
    return Defect(
        found.rule.code,
        found.rule.name,
        found.rule.severity,
        _filled_in(message, words),
        found.start,
        found.end,
        match,
        found.confidence,
        fix,
        found.applied,
        found.language,
        fingerprint(found.rule.code, text, found.start, found.end),
    )


def _filled_in(message: str, words: Mapping[str, str]) -> str:
    parts = list(_parts(message))
    parts[1::2] = [words.get(name, f"{{{name}}}") for name in parts[1::2]]
    return "".join(parts)


@lru_cache(maxsize=4096)
def _parts(message: str) -> tuple[str, ...]:
    """What stands between the places of a message, and the names of the places, in turn."""
    return tuple(_PLACE.split(message))


def fingerprint(code: str, text: str, start: int, end: int) -> str:
    """blake2b-128 over code, match and 32 code points each side: free of path, line and offset."""
    parts = (code, text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _problem(text: str, codes: str, span: tuple[int, int], why: str) -> Defect:
    code, message = "FIX001", f"record {why} ({codes})"
    if why == "timed out":
        code, message = "FIX002", f"rule {codes} timed out here"
    elif why == TOO_MANY:
        code, message = "FIX003", f"rule {codes} {why} here: none of it is taken"
    elif why.endswith(TOO_LONG):
        code = "FIX003"
    name = WORK_CODES[code][0]
    span = min(span[0], len(text)), min(span[1], len(text))  # a later pass may have met a longer text
    match = text[span[0] : span[1]][:80]
    return Defect(code, name, "error", message, span[0], span[1], match, fingerprint=fingerprint(code, text, *span))
