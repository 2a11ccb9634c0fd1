"""A unified diff that `git apply` takes, written from the edits as the corpus streams by. Nothing is ever compared."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence

from ..model import Edit, Span

CONTEXT = 3
#: After so many kept lines a hunk is closed for good.
REACH = 2 * CONTEXT + 1


class DiffWriter:
    """Takes the lines of one file in order, kept or changed, and writes hunks with three lines of context."""

    def __init__(self, path: str, write: Callable[[bytes], object]) -> None:
        self._path, self._write = path, write
        self._before: deque[bytes] = deque(maxlen=CONTEXT)
        self._hunk: list[bytes] = []
        self._old = self._new = 0  # lines seen so far
        self._start = (0, 0)
        self._counts = [0, 0]
        self._since = 0  # kept lines since the last change in the hunk
        self._headed = False

    def keep(self, lines: Sequence[bytes]) -> None:
        """Lines without a change, each with its line end."""
        self.kept(len(lines), lines[:REACH], lines[-CONTEXT:])

    def kept(self, count: int, first: Sequence[bytes], last: Sequence[bytes]) -> None:
        """Lines without a change, of which the diff needs no more than the first seven and the last three."""
        self._each(first)
        if count > len(first):
            self._old += count - len(first)
            self._new += count - len(first)
            self._before.extend(last)

    def _each(self, lines: Sequence[bytes]) -> None:
        for line in lines:
            self._old += 1
            self._new += 1
            if self._hunk:
                self._add(b" ", line)
                self._since += 1
                if self._since >= REACH:
                    self._close()
            else:
                self._before.append(line)

    def change(self, old: Sequence[bytes], new: Sequence[bytes]) -> None:
        """Lines that are replaced."""
        if not self._hunk:
            self._start = (self._old - len(self._before) + 1, self._new - len(self._before) + 1)
            for line in self._before:
                self._add(b" ", line)
            self._before.clear()
        for line in old:
            self._add(b"-", line)
        for line in new:
            self._add(b"+", line)
        self._old += len(old)
        self._new += len(new)
        self._since = 0

    def close(self) -> None:
        """Write what is pending."""
        if self._hunk:
            self._close()

    def _add(self, mark: bytes, line: bytes) -> None:
        self._counts[0] += mark != b"+"
        self._counts[1] += mark != b"-"
        self._hunk.append(mark + line if line.endswith(b"\n") else mark + line + b"\n\\ No newline at end of file\n")

    def _close(self) -> None:
        """Write the hunk without the kept lines beyond its context; those may begin the next one."""
        surplus = max(0, self._since - CONTEXT)
        tail = self._hunk[len(self._hunk) - surplus :] if surplus else []
        body = self._hunk[: len(self._hunk) - surplus]
        if not self._headed:
            old_name, new_name = quoted_name("a/" + self._path), quoted_name("b/" + self._path)
            # A tab ends a name with a blank in it, which would otherwise end at the blank (as git writes it).
            tab = b"\t" if " " in self._path else b""
            self._write(b"diff --git %b %b\n--- %b%b\n+++ %b%b\n" % (old_name, new_name, old_name, tab, new_name, tab))
            self._headed = True
        old, new = (n - surplus for n in self._counts)
        starts = [s if n else s - 1 for s, n in zip(self._start, (old, new), strict=True)]
        self._write(b"@@ -%d,%d +%d,%d @@\n" % (starts[0], old, starts[1], new))
        for line in body:  # not joined: a line may be a hundred megabytes
            self._write(line)
        self._hunk, self._counts, self._since = [], [0, 0], 0
        self._before.clear()
        self._before.extend(line[1:] for line in tail[-CONTEXT:])


_ESCAPES = {7: b"a", 8: b"b", 9: b"t", 10: b"n", 11: b"v", 12: b"f", 13: b"r", 34: b'"', 92: b"\\"}


def quoted_name(path: str) -> bytes:
    """A name as git writes it: in quotes, with escapes as in C, where it holds anything unusual."""
    raw = path.encode("utf-8", "surrogateescape")
    if all(31 < b < 127 and b not in b'"\\' for b in raw):
        return raw
    parts = (b"\\" + _ESCAPES[b] if b in _ESCAPES else b"%c" % b if 31 < b < 127 else b"\\%03o" % b for b in raw)
    return b'"%b"' % b"".join(parts)


def line_groups(text: str, edits: Sequence[Edit]) -> list[tuple[Span, list[Edit]]]:
    """Spans of whole lines that hold edits, each with its edits; groups do not touch, lines end after their `\\n`."""
    groups: list[tuple[Span, list[Edit]]] = []
    for e in edits:
        start = text.rfind("\n", 0, e.start) + 1
        # An edit that removes a line end changes the line behind it too.
        end = text.find("\n", e.end)
        end = len(text) if end < 0 else end + 1
        if groups and start < groups[-1][0][1]:
            (first, last), some = groups[-1]
            groups[-1] = ((first, max(last, end)), [*some, e])
        else:
            groups.append(((start, end), [e]))
    return groups
