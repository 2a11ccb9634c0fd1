"""Which format a path is in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath

from .piece import Format
from .streams import COMPRESSED

_BY_SUFFIX: dict[str, str] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json-lines": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
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
    return _format(format_name(path, wanted))


@lru_cache
def _format(name: str) -> Format:
    """The reader and writer of that name, loaded when a file first wants it."""
    if name == "jsonl":
        from .jsonl import JsonLines

        return JsonLines()
    if name == "parquet":
        from .parquet import Parquet

        return Parquet()
    if name == "text":
        from .text import PlainText

        return PlainText()
    from .table import Table

    return {"csv": Table(",", multiline=True), "tsv": Table("\t", multiline=False)}[name]
