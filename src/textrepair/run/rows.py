"""Defects and edits as lines of JSON: the contract with everybody who reads `defects.jsonl` and `edits.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from ..corpora import Problem
from ..defects import fingerprint
from ..families import WORK_CODES
from ..model import Defect, Edit
from .places import Places

Row = dict[str, Any]

#: Code points of context that the journal keeps on either side of an edit with an empty side: only they tell whether it
#: fits.
CONTEXT = 4


def defect_row(d: Defect, where: Places) -> Row:
    """A defect with stable key order. Its `place` is for the reports and never leaves the run: see `spool`."""
    record, fix = where.record, d.fix
    return {
        "schema": 1,
        "code": d.code,
        "name": d.name,
        "family": d.family,
        "severity": d.severity,
        "path": record.path,
        "line": where.line(d.start),
        "record": where.named,
        "span": [record.offset + d.start, record.offset + d.end],
        "match": d.match,
        "message": d.message,
        "language": d.language,
        "confidence": d.confidence,
        "fix": fix
        and {
            "applicability": fix.applicability,
            "replacement": fix.replacement,
            "alternatives": fix.alternatives,
        },
        "applied": d.applied,
        "fingerprint": d.fingerprint,
        "place": where.place(d.start, d.end),
    }


def problem_row(p: Problem, where: Places) -> Row:
    """An input problem in the form of a defect."""
    name, severity = WORK_CODES[p.code]
    start, end = p.span
    mark = fingerprint(p.code, p.record.text or p.message, start, end)
    d = Defect(p.code, name, severity, p.message, start, end, p.record.text[start:end], fingerprint=mark)
    return {**defect_row(d, where), "line": p.line}


def edit_lines(edits: Sequence[Edit], where: Places, raws: Sequence[str | None] | None) -> Iterator[bytes]:
    """The applied edits of a record, as lines of JSON.

    `raws` is how each `before` stood in the file if not as itself (an escape of JSON): undo needs it.
    """
    text = where.record.text
    last = len(edits) - 1
    for n, e in enumerate(edits):
        row = edit_row(e, where)
        if raws and raws[n] is not None:
            row["raw"] = raws[n]
        if not (e.before and e.after):
            low, high = edits[n - 1].end if n else 0, edits[n + 1].start if n < last else len(text)
            row["context"] = [text[max(low, e.start - CONTEXT) : e.start], text[e.end : min(high, e.end + CONTEXT)]]
        yield encoded(row)


def edit_row(e: Edit, where: Places) -> Row:
    """An applied edit; its span is in the original text."""
    record = where.record
    return {
        "schema": 1,
        "path": record.path,
        "line": where.line(e.start),
        "record": where.named,
        "span": [record.offset + e.start, record.offset + e.end],
        "before": e.before,
        "after": e.after,
        "code": e.code,
        "applicability": e.applicability,
    }


def encoded(row: Row) -> bytes:
    """One line of JSON. Lone surrogates, which UTF-8 cannot hold, are written as escapes."""
    try:
        return orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        return json.dumps(row, separators=(",", ":")).encode() + b"\n"


def decoded(line: bytes) -> Row:
    """The row of a line; raises `ValueError` where it is no JSON."""
    try:
        return dict(orjson.loads(line))
    except orjson.JSONDecodeError:
        return dict(json.loads(line))
