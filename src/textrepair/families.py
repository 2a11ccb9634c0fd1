"""The ten families of defects, and the two prefixes that report on the work itself.

The order is the priority with which overlapping repairs are resolved: text whose encoding is broken has to be
read before its words can be judged, words before sentences, sentences before blanks.
"""

from __future__ import annotations

from typing import Literal

Severity = Literal["error", "warning", "info"]

FAMILIES: dict[str, str] = {
    "ENC": "encoding",
    "MSK": "masked",
    "JOI": "joined",
    "SPL": "split",
    "REP": "repeated",
    "PUN": "punctuation",
    "TRU": "truncated",
    "LNG": "language",
    "BLP": "boilerplate",
    "WSP": "whitespace",
}

WORK: dict[str, str] = {"INP": "input", "FIX": "engine"}

#: The codes under those two prefixes, with name and severity. No rule stands behind them.
WORK_CODES: dict[str, tuple[str, Severity]] = {
    "INP001": ("undecodable-bytes", "error"),
    "INP002": ("malformed-record", "error"),
    "INP003": ("missing-field", "info"),
    "FIX001": ("unsettled-record", "error"),
    "FIX002": ("rule-timed-out", "error"),
    "FIX003": ("over-budget", "error"),
}

#: `protect` rules find nothing: they shield spans from the repairs of the families.
SHIELD = "PRT"

PREFIXES: tuple[str, ...] = (*FAMILIES, *WORK, SHIELD)

_PRIORITY = {prefix: rank for rank, prefix in enumerate((*FAMILIES, *WORK))}


def family_of(code: str) -> str:
    """The family's name for a rule code: `family_of("JOI101") == "joined"`."""
    prefix = code[:3]
    return FAMILIES.get(prefix) or WORK.get(prefix) or "protected"


def priority_of(code: str) -> int:
    """Rank of the code's family in conflicts; lower wins."""
    return _PRIORITY.get(code[:3], len(_PRIORITY))
