"""What a part of a file has to say to the file's diff: the changes, and of what lies between them only what hunks show.

A worker that reads a part can't write its hunks: the lines around a cut belong to two parts. So it writes events, and
whoever joins the parts feeds them to one `DiffWriter`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import BinaryIO, Protocol

from .diff import CONTEXT, REACH, DiffWriter


class Diff(Protocol):
    """Takes the lines of a file in order."""

    def keep(self, lines: Sequence[bytes]) -> None:
        """Lines without a change."""

    def kept(self, count: int, first: Sequence[bytes], last: Sequence[bytes]) -> None:
        """The same of so many lines, of which the first seven and the last three are given."""

    def change(self, old: Sequence[bytes], new: Sequence[bytes]) -> None:
        """Lines that are replaced."""

    def close(self) -> None:
        """No more lines."""


class DiffEvents:
    """Writes events to a file that only this program reads, within one run."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._count = 0
        self._first: list[bytes] = []
        self._last: deque[bytes] = deque(maxlen=CONTEXT)

    def keep(self, lines: Sequence[bytes]) -> None:
        """Lines without a change."""
        self.kept(len(lines), lines[:REACH], lines[-CONTEXT:])

    def kept(self, count: int, first: Sequence[bytes], last: Sequence[bytes]) -> None:
        """Count the lines; remember the first and the last of them."""
        self._count += count
        if len(self._first) < REACH:
            self._first += first[: REACH - len(self._first)]
        self._last.extend(last)

    def change(self, old: Sequence[bytes], new: Sequence[bytes]) -> None:
        """Write the kept lines before it, and the change."""
        self._flush()
        self._write((list(old), list(new)))

    def close(self) -> None:
        """Write what is pending."""
        self._flush()
        self._write(None)

    def _flush(self) -> None:
        if self._count:
            self._write((self._count, self._first, list(self._last)))
        self._count, self._first = 0, []
        self._last.clear()

    def _write(self, event: object) -> None:
        import pickle

        pickle.dump(event, self._out)


def replay_events(events: BinaryIO, diff: DiffWriter) -> None:
    """Feed the events of one part to the diff of the whole file."""
    import pickle

    while (event := pickle.load(events)) is not None:
        if len(event) == 3:
            diff.kept(*event)
        else:
            diff.change(*event)
