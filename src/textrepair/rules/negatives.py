"""Texts that look wrong and are right: one JSON object a line, `{"id", "lang", "text", "note"}`."""

from __future__ import annotations

from pathlib import Path

import orjson

from ..errors import RuleError
from ..model import Record
from .catalogue import builtin_folder


def default_file() -> Path | None:
    """The project's own negatives; only a checkout has them."""
    path = builtin_folder().parent / "seeds" / "negative.jsonl"
    return path if path.is_file() else None


def read_negatives(path: Path) -> list[Record]:
    """The records of a file of negatives. Raises `RuleError` with file and line."""
    records: list[Record] = []
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                row = orjson.loads(line)
                records.append(Record(row["text"], row.get("id"), row.get("lang"), str(path), len(records), number))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                why = f"it has no {error.args[0]}" if isinstance(error, KeyError) else error
                wrong = f"{path}:{number}: no negative example: {why}"
                raise RuleError(wrong, '{"id": ..., "lang": ..., "text": ..., "note": ...}') from error
    return records
