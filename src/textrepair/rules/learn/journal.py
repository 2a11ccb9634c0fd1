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
    chosen = {n for n, _ in wanted}
    rest = [row for n, row in rows if n not in chosen]
    return [_pair(row, [r for r in rest if _same_text(r, row)], root, f"{journal}:{n}") for n, row in wanted]


def _same_text(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether two edits are of one text. In a text file `index` counts parts of it, which the spans tell as well."""
    if a["path"] != b["path"] or a["record"].get("field") != b["record"].get("field"):
        return False
    return b["record"].get("field") is None or a["record"]["index"] == b["record"]["index"]


def _row(journal: Path, number: int, line: bytes) -> dict[str, Any]:
    try:
        row = orjson.loads(line)
        _ = row["path"], row["record"]["index"], row["span"][1], row["before"], row["after"]
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise UsageError(
            f"{journal}:{number}: this is no edit: {error}", "see the journal of `textrepair fix`"
        ) from error
    return dict(row)


def _pair(row: dict[str, Any], others: Sequence[dict[str, Any]], root: Path, place: str) -> Pair:
    """The text around an edit, and as it should be; what the others repair is right in both."""
    record = _record(root / row["path"], row, place)
    start, end = (position - record.offset for position in row["span"])
    if record.text[start:end] != row["before"]:
        raise UsageError(f"{place}: {row['before']!r} does not stand there in {row['path']}", "is --root right?")
    text = record.text
    for other in sorted(others, key=lambda o: -int(o["span"][0])):
        first, last = (position - record.offset for position in other["span"])
        if (last < start or first > end) and first >= 0 and text[first:last] == other["before"]:
            text = text[:first] + other["after"] + text[last:]
            shift = len(other["after"]) - (last - first) if last < start else 0
            start, end = start + shift, end + shift
    line = Change(text, start, end, row["after"]).line()
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
