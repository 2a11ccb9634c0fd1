"""Which format a path is in."""

from __future__ import annotations

from pathlib import PurePath

from .jsonl import JsonLines
from .parquet import Parquet
from .piece import Format
from .streams import COMPRESSED
from .table import Table
from .text import PlainText

_BY_SUFFIX: dict[str, str] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json-lines": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}
_FORMATS: dict[str, Format] = {
    "text": PlainText(),
    "jsonl": JsonLines(),
    "csv": Table(",", multiline=True),
    "tsv": Table("\t", multiline=False),
    "parquet": Parquet(),
}


def format_name(path: PurePath | None, wanted: str = "auto") -> str:
    """The name of a path's format by its suffix, a compression suffix aside; plain text where nothing else is known."""
    if wanted != "auto":
        return wanted
    if path is None:
        return "text"
    suffixes = [s.lower() for s in path.suffixes]
    if suffixes and suffixes[-1] in COMPRESSED:
        suffixes.pop()
    return _BY_SUFFIX.get(suffixes[-1], "text") if suffixes else "text"


def format_for(path: PurePath | None, wanted: str = "auto") -> Format:
    """The format of a path."""
    return _FORMATS[format_name(path, wanted)]
