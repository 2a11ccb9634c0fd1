"""The lines of one hunk of a diff, which begins with its size: until that is known, they wait."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import IO

#: Bytes that wait in memory, and what a line takes there beside its own.
_ROOM, _OBJECT = 1 << 20, 64
_BLOCK = 1 << 20
_NO_END = b"\n\\ No newline at end of file\n"


class Hunk:
    """The lines of a hunk, which may be as large as a corpus in which hardly a record stays as it is: what does not fit
    into memory waits in a temporary file."""

    def __init__(self) -> None:
        self.lines = self.added = self.removed = 0
        self._parts: list[bytes] = []
        self._size = 0
        self._file: IO[bytes] | None = None

    def add(self, mark: bytes, lines: Collection[bytes]) -> None:
        """Some lines with a blank, a plus or a minus before each."""
        self.lines += len(lines)
        self.added += len(lines) if mark == b"+" else 0
        self.removed += len(lines) if mark == b"-" else 0
        for line in lines:
            self._parts += (mark, line) if line[-1:] == b"\n" else (mark, line, _NO_END)
            self._size += len(line) + _OBJECT
            if self._size > _ROOM:
                self._moved_out()

    def _moved_out(self) -> None:
        """A line may be a hundred megabytes: nothing is joined."""
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the hunk
        self._file.writelines(self._parts)
        self._parts, self._size = [], 0

    def written(self, write: Callable[[bytes], object]) -> None:
        """Hand all of it on; the hunk is over."""
        if self._file is not None:
            with self._file as file:
                file.seek(0)
                for block in iter(partial(file.read, _BLOCK), b""):
                    write(block)
        write(b"".join(self._parts))
