"""Labelled sets: records with a text, the defects in it, and the texts that would be right in their places.

A folder holds JSONL files, one set a file, one record a line:

    {"id", "lang", "text", "clean": the right text or null,
     "defects": [{"start", "end", "family", "gold": [right texts] or null (shown only), "alt": [other right families]}],
     "ignore": [[start, end], ...], "partial": true (not all is marked), "judge": [families that are marked]}

The project's own `seeds/` (`text` beside `fixed` or `want`, no spans) are turned into such records.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quality_diff import differences

from textrepair.families import FAMILIES

_CJK = "\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f"
_WORD = re.compile(rf"[^\W_{_CJK}]+(?:['’.-]\w+)*")
_SIGN = re.compile(rf"[{_CJK}]")


@dataclass(frozen=True, slots=True)
class Gold:
    """One marked defect. `right` holds the acceptable texts of its span; None if only finding it counts."""

    start: int
    end: int
    families: tuple[str, ...]
    right: tuple[str, ...] | None

    @property
    def family(self) -> str:
        """The family it is counted under."""
        return self.families[0]


@dataclass(frozen=True, slots=True)
class Labelled:
    """One record of a set."""

    id: str
    language: str | None
    text: str
    gold: tuple[Gold, ...]
    ignore: tuple[tuple[int, int], ...] = ()
    partial: bool = False
    judge: frozenset[str] = frozenset()
    clean: str | None = None

    @property
    def words(self) -> float:
        """Words of the text; two Han, Kana or Thai characters make one."""
        return len(_WORD.findall(self.text)) + len(_SIGN.findall(self.text)) / 2


def read_sets(folder: Path, only: frozenset[str] = frozenset()) -> Iterator[tuple[str, list[Labelled]]]:
    """The sets of a folder, by name; files that hold no labelled records are passed over."""
    for path in sorted(folder.glob("*.jsonl")):
        if only and path.stem not in only:
            continue
        rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
        if records := [r for row in rows if (r := labelled(row))]:
            yield path.stem, records


def labelled(row: dict[str, Any]) -> Labelled | None:
    """A line as a record; None if nothing in it is a label."""
    if "defects" in row:
        gold = tuple(
            Gold(
                d["start"], d["end"], (d["family"], *d.get("alt", ())), None if d["gold"] is None else tuple(d["gold"])
            )
            for d in row["defects"]
        )
        ignore = tuple((s, e) for s, e in row.get("ignore", ()))
        more = bool(row.get("partial")), frozenset(row.get("judge") or ()), row.get("clean")
        return Labelled(row["id"], row.get("lang"), row["text"], gold, ignore, *more)
    if "note" in row:
        right = row.get("fixed", row.get("want"))
        return Labelled(row["id"], row["lang"], row["text"], tuple(_gold_of_case(row, right)), clean=right)
    return None


def _gold_of_case(row: dict[str, Any], right: str | None) -> Iterator[Gold]:
    """The defects of one of the project's own cases: where its text and the right one differ."""
    families = tuple(dict.fromkeys(FAMILIES.get(code[:3], "") for code in row.get("codes", ())))
    if right is not None and right != row["text"]:
        for change in differences(row["text"], right):
            yield Gold(change.start, change.end, families or tuple(FAMILIES.values()), (change.after,))
    elif families:  # shown only, and the case does not say where
        yield Gold(0, len(row["text"]), families, None)
