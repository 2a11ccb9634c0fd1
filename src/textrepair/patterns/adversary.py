"""How a pattern behaves on texts made to hurt it: does its time grow faster than the text?"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Any, Literal

Growth = Literal["linear", "quadratic", "explosive"]

_LONG = 8000
_LIMIT = 0.5
#: Shorter times on the long text are not worth a second look (seconds).
_NOTICEABLE = 0.008
_PLAIN = ("a", "A", "1", " ", ".", "-", "(", "*", "'", "a ", "a.", "Aa ", "é", "中")


def growth(compiled: Any, samples: Iterable[str]) -> tuple[Growth, str]:
    """How the time of a search grows, and the unit that, repeated, makes it so. `samples`: matches of it.

    Doubling and doubling again makes a linear search four times as slow, a quadratic one sixteen times.
    """
    worst: tuple[Growth, str] = "linear", ""
    samples = list(samples)
    # `regex` gives up at once where a literal of the pattern is missing: a match at the end makes it try.
    bait = f" {samples[0]}"[:1000] if samples else ""
    for unit in units(samples):
        text = (unit * (_LONG // len(unit) + 1))[:_LONG] + bait
        long = seconds(compiled, text)
        if long is None and seconds(compiled, text[: _LONG // 16] + bait) is None:
            return "explosive", unit
        if long is None:
            worst = "quadratic", unit
        elif long > _NOTICEABLE and not worst[1]:
            short = min(seconds(compiled, text[: _LONG // 4] + bait) or _LIMIT for _ in range(3))
            again = min(seconds(compiled, text) or _LIMIT for _ in range(3))
            if again > max(9 * short, _NOTICEABLE):
                worst = "quadratic", unit
    return worst


def seconds(compiled: Any, text: str) -> float | None:
    """CPU time of a search through the text; None where it takes longer than the limit.

    `regex` goes by the clock on the wall: on a busy machine a search that did little may be cut off. It is tried again.
    """
    for patience in (1, 4, 16):
        begun = time.thread_time()
        try:
            for _ in compiled.finditer(text, timeout=_LIMIT * patience):
                pass
        except (TimeoutError, MemoryError):
            if time.thread_time() - begun < _LIMIT / 2:
                continue
            return None
        return time.thread_time() - begun
    return None


def units(samples: Iterable[str]) -> Iterator[str]:
    """What to repeat: plain characters, and what the pattern matches, whole and in parts."""
    seen = dict.fromkeys(_PLAIN)
    for sample in samples:
        cut = (sample, sample[:-1], sample[1:], sample[: len(sample) // 2], sample + " ", *dict.fromkeys(sample[:12]))
        seen |= dict.fromkeys(part for part in cut if part)
    return iter(list(seen)[:48])
