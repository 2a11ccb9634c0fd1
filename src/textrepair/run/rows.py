"""Defects and edits as lines of JSON: the contract with everybody who reads `defects.jsonl` and `edits.jsonl`."""

from __future__ import annotations

import json
from typing import Any

import orjson

from ..corpora import Problem
from ..defects import fingerprint
from ..families import family_of
from ..model import Defect, Edit, Record

Row = dict[str, Any]


def defect_row(d: Defect, record: Record) -> Row:
    """A defect with stable key order."""
    return {
        "schema": 1,
        "code": d.code,
        "name": d.name,
        "family": d.family,
        "severity": d.severity,
        "path": record.path,
        "line": _line(record, d.start),
        "record": _record(record),
        "span": _span(record, d.start, d.end),
        "match": d.match,
        "message": d.message,
        "language": d.language,
        "confidence": d.confidence,
        "fix": d.fix and {"applicability": d.fix.applicability, "replacement": d.fix.replacement, "alternatives": list(d.fix.alternatives)},
        "applied": d.applied,
        "fingerprint": d.fingerprint,
    }


def problem_row(p: Problem) -> Row:
    """An input problem in the form of a defect."""
    names = {"INP001": "undecodable-bytes", "INP002": "malformed-record", "INP003": "missing-field"}
    severities = {"INP003": "info"}
    start, end = p.span
    d = Defect(p.code, names.get(p.code, family_of(p.code)), severities.get(p.code, "error"), p.message, start, end, p.record.text[start:end])  # type: ignore[arg-type]
    row = defect_row(d, p.record)
    return {**row, "line": p.line, "fingerprint": fingerprint(p.code, p.record.text or p.message, start, end)}


def edit_row(e: Edit, record: Record) -> Row:
    """An applied edit; its span is in the original text."""
    return {
        "schema": 1,
        "path": record.path,
        "line": _line(record, e.start),
        "record": _record(record),
        "span": _span(record, e.start, e.end),
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


def _line(record: Record, position: int) -> int:
    return record.line + record.text.count("\n", 0, position) if record.field is None else record.line


def _span(record: Record, start: int, end: int) -> list[int]:
    return [record.offset + start, record.offset + end]


def _record(record: Record) -> Row:
    return {"index": record.index, "id": record.id, "field": record.field}
