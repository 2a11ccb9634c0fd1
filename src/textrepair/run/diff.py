"""A unified diff that `git apply` takes, written from the edits as the corpus streams by. Nothing is ever compared."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..corpora.offsets import Cut
from ..model import Span
from .hunk import Hunk

CONTEXT = 3
#: After so many kept lines a hunk is closed for good.
REACH = 2 * CONTEXT + 1


class DiffWriter:
    """Takes the lines of one file in order, kept or changed, and writes hunks with three lines of context."""

    def __init__(self, path: str, write: Callable[[bytes], object]) -> None:
        self._path, self._write = path, write
        self._before: deque[bytes] = deque(maxlen=CONTEXT)
        self._hunk: Hunk | None = None
        self._old = self._new = 0  # lines seen so far
        self._start = (0, 0)
        self._after: list[bytes] = []  # kept lines since the last change in the hunk
        self._headed = False

    def keep(self, lines: Sequence[bytes]) -> None:
        """Lines without a change, each with its line end."""
        self.kept(len(lines), lines[:REACH], lines[-CONTEXT:])

    def kept(self, count: int, first: Sequence[bytes], last: Sequence[bytes]) -> None:
        """Lines without a change, of which the diff needs no more than the first seven and the last three."""
        self._old += count
        self._new += count
        if self._hunk:
            room = REACH - len(self._after)
            self._after += first[:room]
            if len(self._after) < REACH:
                return
            self.close()
            self._before.extend(first[room:])
        else:
            self._before.extend(first)
        if count > len(first):
            self._before.extend(last)

    def change(self, old: Sequence[bytes], new: Sequence[bytes]) -> None:
        """Lines that are replaced."""
        hunk = self._hunk
        if hunk is None:
            hunk = self._hunk = Hunk()
            self._start = (self._old - len(self._before) + 1, self._new - len(self._before) + 1)
            hunk.add(b" ", self._before)
            self._before.clear()
        elif self._after:
            hunk.add(b" ", self._after)
            self._after.clear()
        hunk.add(b"-", old)
        hunk.add(b"+", new)
        self._old += len(old)
        self._new += len(new)

    def close(self) -> None:
        """Write what is pending. Kept lines beyond the hunk's context may begin the next one."""
        hunk = self._hunk
        if hunk is None:
            return
        hunk.add(b" ", self._after[:CONTEXT])
        self._head()
        old, new = hunk.lines - hunk.added, hunk.lines - hunk.removed
        starts = [s if n else s - 1 for s, n in zip(self._start, (old, new), strict=True)]
        self._write(b"@@ -%d,%d +%d,%d @@\n" % (starts[0], old, starts[1], new))
        hunk.written(self._write)
        self._before.extend(self._after[CONTEXT:])
        self._hunk, self._after = None, []

    def _head(self) -> None:
        if not self._headed:
            old_name, new_name = quoted_name("a/" + self._path), quoted_name("b/" + self._path)
            # A tab ends a name with a blank in it, which would otherwise end at the blank (as git writes it).
            tab = b"\t" if " " in self._path else b""
            self._write(b"diff --git %b %b\n--- %b%b\n+++ %b%b\n" % (old_name, new_name, old_name, tab, new_name, tab))
            self._headed = True


_ESCAPES = {7: b"a", 8: b"b", 9: b"t", 10: b"n", 11: b"v", 12: b"f", 13: b"r", 34: b'"', 92: b"\\"}


def quoted_name(path: str) -> bytes:
    """A name as git writes it: in quotes, with escapes as in C, where it holds anything unusual."""
    raw = path.encode("utf-8", "surrogateescape")
    if all(31 < b < 127 and b not in b'"\\' for b in raw):
        return raw
    parts = (b"\\" + _ESCAPES[b] if b in _ESCAPES else b"%c" % b if 31 < b < 127 else b"\\%03o" % b for b in raw)
    return b'"%b"' % b"".join(parts)


def line_groups(raw: bytes, cuts: Iterable[Cut]) -> Iterator[tuple[Span, list[Cut]]]:
    """Spans of whole lines that are cut, each with its cuts; groups do not touch, lines end after their `\\n`."""
    start = end = 0
    group: list[Cut] = []
    for cut in cuts:
        if group and cut[0] >= end and raw[end - 1 : end] == b"\n":
            yield (start, end), group
            group = []
        if not group:
            start = raw.rfind(b"\n", end, cut[0]) + 1 or end
        if not group or cut[1] >= end:
            # A cut that removes a line end changes the line behind it too.
            end = raw.find(b"\n", cut[1]) + 1 or len(raw)
        group.append(cut)
    if group:
        yield (start, end), group
