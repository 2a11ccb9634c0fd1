"""What only the whole corpus can tell of a record: lines that stand everywhere, lengths of records cut off, names.

Gathered in a pass of its own when asked for (`--profile`), kept in a file, and used as it is from then on. Without it
nothing here plays a part.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from .errors import ConfigError

_VERSION = 1
#: The ways in which a length limit may count.
MEASURES = ("characters", "words", "bytes")


@dataclass(frozen=True, slots=True)
class Evidence:
    """`lines`: how many records hold a line; `lengths`: for each measure how many unfinished records end at a length
    that far more have than its neighbours; `names`: words that are capitalised in mid-sentence in several records.
    """

    records: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)
    lengths: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def written(self) -> str:
        """The evidence as the text of its file; the same for the same corpus."""
        value = {
            "textrepair-profile": _VERSION,
            "records": self.records,
            "lengths": {m: {str(n): c for n, c in sorted(self.lengths.get(m, {}).items())} for m in MEASURES},
            "lines": dict(sorted(self.lines.items(), key=lambda item: (-item[1], item[0]))),
            "names": sorted(self.names),
        }
        return json.dumps(value, indent=1) + "\n"


def read(file: str) -> Evidence:
    """The evidence in a file. Raises `ConfigError`."""
    try:
        state = Path(file).stat()
    except OSError as error:
        raise ConfigError(f"{file}: no profile that can be read: {error}", "check the path") from error
    return _read(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read(file: str, time: int, size: int) -> Evidence:
    try:
        value = json.loads(Path(file).read_text("utf-8"))
        if value["textrepair-profile"] != _VERSION:
            raise ValueError(f"version {value['textrepair-profile']}")
        return _evidence(value)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(
            f"{file}: no profile that can be read: {error}", "remove the file: it is gathered anew"
        ) from error


def _evidence(value: Mapping[str, Any]) -> Evidence:
    return Evidence(
        int(value["records"]),
        {str(line): int(count) for line, count in value["lines"].items()},
        {m: {int(n): int(count) for n, count in value["lengths"][m].items()} for m in MEASURES},
        frozenset(map(str, value["names"])),
    )


def measures(text: str) -> dict[str, int]:
    """How long a text is in each of the measures, blanks at its end aside."""
    text = text.rstrip()
    size = len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
    return {"characters": len(text), "words": len(text.split()), "bytes": size}


def unfinished(text: str) -> bool:
    """Whether a text ends as no sentence does: in a letter, a figure or a comma."""
    last = text.rstrip()[-1:]
    return last.isalnum() or last in tuple(",;-–—(“„")
