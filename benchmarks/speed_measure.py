"""Taking turns: every part is measured in several rounds, in alternation with all the others."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Row = dict[str, object]


@dataclass(frozen=True)
class Part:
    """Something to time. `ready` makes what `work` is called with, afresh for each round and outside of the time.

    `megabytes`: how much it works through. `missing`: what has to be installed for it, where it is not.
    """

    name: str
    megabytes: float
    work: Callable[..., object] = lambda: None
    ready: Callable[[], tuple[object, ...]] = tuple
    missing: str = ""


FTFY, PASSTHROUGH = "ftfy.fix_text (sample)", "orjson passthrough"


def measured(parts: Sequence[Part], rounds: int) -> list[Row]:
    """Megabytes per CPU second of each part: median and spread over the rounds."""
    speeds: dict[str, list[float]] = {part.name: [] for part in parts}
    for _ in range(rounds):
        for part in parts:
            if part.missing:
                continue
            given = part.ready()
            began = time.process_time()
            part.work(*given)
            speeds[part.name].append(part.megabytes / max(time.process_time() - began, 1e-9))
    ftfy, passed = (statistics.median(speeds[name]) for name in (FTFY, PASSTHROUGH))
    return [
        {"what": f"{part.name}: {part.missing} is not installed", "MB/s": None}
        if part.missing
        else spread(part.name, speeds[part.name], ftfy, passed)
        for part in parts
    ]


def spread(name: str, found: Sequence[float], ftfy: float, passed: float) -> Row:
    """A row of the table."""
    middle = statistics.median(found)
    return {
        "what": name,
        "MB/s": middle,
        "low": min(found),
        "high": max(found),
        "x ftfy": middle / ftfy,
        "x passthrough": middle / passed,
    }
