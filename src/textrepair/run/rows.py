"""Defects and edits as lines of JSON: the contract with everybody who reads `defects.jsonl` and `edits.jsonl`."""

from __future__ import annotations

import json
from typing import Any

import orjson

from ..corpora import Problem
from ..defects import fingerprint
from ..families import WORK_CODES
from ..model import Defect, Edit, Record
from .places import Places

Row = dict[str, Any]


def defect_row(d: Defect, record: Record, places: Places) -> Row:
    """A defect with stable key order. Its `place` is for the reports and never leaves the run: see `published`."""
    return {
        "schema": 1,
        "code": d.code,
        "name": d.name,
        "family": d.family,
        "severity": d.severity,
        "path": record.path,
        "line": places.line(d.start),
        "record": _record(record),
        "span": _span(record, d.start, d.end),
        "match": d.match,
        "message": d.message,
        "language": d.language,
        "confidence": d.confidence,
        "fix": d.fix
        and {
            "applicability": d.fix.applicability,
            "replacement": d.fix.replacement,
            "alternatives": list(d.fix.alternatives),
        },
        "applied": d.applied,
        "fingerprint": d.fingerprint,
        "place": places.place(d.start, d.end),
    }


def published(row: Row) -> Row:
    """The row as `defects.jsonl` and the reports in JSON show it."""
    return {key: value for key, value in row.items() if key != "place"}


def problem_row(p: Problem, places: Places) -> Row:
    """An input problem in the form of a defect."""
    name, severity = WORK_CODES[p.code]
    start, end = p.span
    mark = fingerprint(p.code, p.record.text or p.message, start, end)
    d = Defect(p.code, name, severity, p.message, start, end, p.record.text[start:end], fingerprint=mark)
    return {**defect_row(d, p.record, places), "line": p.line}


def edit_row(e: Edit, record: Record, places: Places, raw: str | None, context: list[str] | None) -> Row:
    """An applied edit; its span is in the original text.

    `raw`, where it is there, is how `before` stood in the file if not as itself (an escape of JSON): undo needs it.
    `context` is what stands around an edit that only inserts or only deletes: nothing else tells whether it fits.
    """
    row = {
        "schema": 1,
        "path": record.path,
        "line": places.line(e.start),
        "record": _record(record),
        "span": _span(record, e.start, e.end),
        "before": e.before,
        "after": e.after,
        "code": e.code,
        "applicability": e.applicability,
    }
    more = {"raw": raw, "context": context}
    return row | {key: value for key, value in more.items() if value is not None}


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


def _span(record: Record, start: int, end: int) -> list[int]:
    return [record.offset + start, record.offset + end]


def _record(record: Record) -> Row:
    return {"index": record.index, "id": record.id, "field": record.field}
