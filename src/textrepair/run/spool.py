"""The spool: all defects of a run in order, one a line, which every report reads again.

A line has four columns: the row as `defects.jsonl` has it, its place (which never leaves the run), its code, and how
bad it is. JSON has no bare tabs. So a report that shows rows as they are need not read them, and one that shows some
reads those.
"""

from __future__ import annotations

import json
from typing import Any

import orjson

from ..model import SEVERITIES
from .rows import Row, encoded

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}
#: More than the thousandths of any certainty.
_STEP = 1_000_000


def spooled(row: Row) -> bytes:
    """The line of a defect; takes the place out of its row."""
    place = encoded(row.pop("place"))[:-1]
    return b"%b\t%b\t%b\t%d\n" % (encoded(row)[:-1], place, row["code"].encode(), _badness(row))


def row_of(line: bytes) -> Row:
    """The row with its place."""
    row, place, _, _ = line.split(b"\t")
    found: Row = _loads(row)
    found["place"] = _loads(place)
    return found


def published(line: bytes) -> bytes:
    """The line of `defects.jsonl`, without its end."""
    return line[: line.index(b"\t")]


def rank(line: bytes) -> tuple[bytes, int]:
    """The code, and how bad the defect is: the less the worse."""
    _, code, badness = line.rsplit(b"\t", 2)
    return code, int(badness)


def _badness(row: Row) -> int:
    """What is left comes before what is repaired, then severity counts, then certainty."""
    group: int = len(_RANK) * row["applied"] + _RANK[row["severity"]]
    return group * _STEP - int(row["confidence"] * 1000)


def _loads(raw: bytes) -> Any:
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError:  # a lone surrogate
        return json.loads(raw)
