"""On which line of a TOML file a key stands: the parser gives values without their places."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[+\s*([^\]]+?)\s*\]+")
_KEY = re.compile(r"\s*((?:[\w.-]+|\"[^\"]*\"|'[^']*')+)\s*=")


def line_of(text: str, key: str) -> int | None:
    """The first line that sets a dotted key of ours or opens its table; None where no line does so by itself."""
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            table = _plain(header[1])
            name = table
        elif found := _KEY.match(line):
            name = f"{table}.{_plain(found[1])}" if table else _plain(found[1])
        else:
            continue
        if name.removeprefix("tool.textrepair.") == key:
            return number
    return None


def _plain(name: str) -> str:
    return re.sub(r"[\"'\s]", "", name)
