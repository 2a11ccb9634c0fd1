"""Pairs from an edited journal: what a reviewer changed, added or marked in `edits.jsonl`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson

from ...errors import UsageError
from ...model import Record
from .pair import Change, Pair

NEW = "NEW"


def from_journal(journal: Path, numbers: Sequence[int], root: Path) -> list[Pair]:
    """The texts around the journal's edits with these line numbers; without any, of those with code NEW or none."""
    rows = [(n, _row(journal, n, line)) for n, line in enumerate(journal.read_bytes().split(b"\n"), 1) if line.strip()]
    wanted = [(n, r) for n, r in rows if (n in numbers if numbers else r.get("code", NEW) == NEW)]
    missing = set(numbers) - {n for n, _ in wanted}
    if missing or not wanted:
        what = f"has no line {min(missing)}" if missing else "has no edit with the code NEW"
        raise UsageError(f"{journal} {what}", "name edits with --line, or give them the code NEW")
    return [_pair(row, root, f"{journal}:{n}") for n, row in wanted]


def _row(journal: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(line)
        _ = row["path"], row["record"]["index"], row["span"][1], row["before"], row["after"]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UsageError(
            f"{journal}:{number}: this is no edit: {error}", "see the journal of `textrepair fix`"
        ) from error
    return dict(row)


def _pair(row: dict[str, Any], root: Path, place: str) -> Pair:
    record = _record(root / row["path"], row, place)
    start, end = (position - record.offset for position in row["span"])
    if record.text[start:end] != row["before"]:
        raise UsageError(f"{place}: {row['before']!r} does not stand there in {row['path']}", "is --root right?")
    line = Change(record.text, start, end, row["after"]).line()
    return Pair(line.text, line.good, record.language, place)


def _record(path: Path, row: dict[str, Any], place: str) -> Record:
    from ...corpora import Options, format_for
    from ...corpora.streams import open_input

    if not path.is_file():
        raise UsageError(f"{place}: there is no file {path}", "name the folder of the corpus with --root")
    name = row["record"].get("field")
    options = Options(fields=(name,)) if name else Options()
    with open_input(path) as stream:
        for piece in format_for(path).read(stream, row["path"], options):
            for record in piece.records:
                same = record.field == name and (
                    record.index == row["record"]["index"] if name else _holds(record, row)
                )
                if same:
                    return replace(record, language=record.language)
    raise UsageError(f"{place}: {path} has no record {row['record']['index']}", "is the journal of this corpus?")


def _holds(record: Record, row: dict[str, Any]) -> bool:
    start, end = row["span"]
    return bool(record.offset <= start and end <= record.offset + len(record.text))
