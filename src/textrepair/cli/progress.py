"""The progress bar: on a terminal only, not in CI; rate and remaining time."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

_EVERY = 0.1


class Progress:
    """Called with bytes done. Nothing is drawn in the first half second: most runs are over by then."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._begin = time.monotonic()
        self._next = self._begin + 0.5
        self._drawn = False

    def __call__(self, done: int) -> None:
        """Count, and draw now and then."""
        self._done += done
        now = time.monotonic()
        if now >= self._next and self._done < self._total:
            self._next = now + _EVERY
            self._draw(now - self._begin)

    def _draw(self, seconds: float) -> None:
        rate = self._done / max(seconds, 1e-6)
        share = min(self._done / self._total, 0.999) if self._total else 0.0
        left = _clock(max(0.0, (self._total - self._done) / max(rate, 1.0)))
        tail = f" {share:4.0%}  {rate / 1e6:5.1f} MB/s  {left} left"
        columns = shutil.get_terminal_size((80, 24)).columns
        width = min(40, columns - len(tail) - 3)
        bar = f"[{'#' * int(share * width):<{width}}]{tail}" if width >= 8 else tail.strip()[: max(0, columns - 1)]
        sys.stderr.write(f"\r{bar}\x1b[K")
        sys.stderr.flush()
        self._drawn = True

    def clear(self) -> None:
        """Leave the line as if nothing had been there."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


@contextmanager
def progress(total: int, *, wanted: bool) -> Iterator[Progress | None]:
    """A bar, or None where there should be none."""
    bar = Progress(total) if wanted and sys.stderr.isatty() and not os.environ.get("CI") else None
    try:
        yield bar
    finally:
        if bar:
            bar.clear()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds + 0.5), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
