"""Parts of a file that can be read apart from each other: whole lines from one byte to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..corpora import Lines

#: Bytes of a part: large enough that starting on it costs nothing, small enough that all workers have something to do.
SIZE = 4 << 20
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `start` to `end` of a file (None: to its end), which begin with the line numbered `first` from 0."""

    start: int = 0
    end: int | None = None
    first: int = 0

    @contextmanager
    def of(self, stream: Lines) -> Iterator[Lines]:
        """The lines of the part. `stream` stands at the file's beginning."""
        if self.start:
            stream.seek(self.start)  # type: ignore[attr-defined]
        yield stream if self.end is None else _Until(stream, self.end - self.start)


WHOLE = Part()


class _Until:
    """The first bytes of a stream; they end with a whole line."""

    def __init__(self, stream: Lines, size: int) -> None:
        self._stream, self._left = stream, size

    def __iter__(self) -> Iterator[bytes]:
        for line in self._stream:
            self._left -= len(line)
            yield line
            if self._left <= 0:
                return

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        some = self._stream.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(some)
        return some


def parts_of(path: Path, size: int = SIZE) -> Iterator[Part]:
    """Parts of about `size` bytes that together are the file. Reads it once, to find and to count line ends."""
    with path.open("rb", buffering=0) as stream:
        start, first, at, lines = 0, 0, 0, 0
        while block := stream.read(_BLOCK):
            cut = block.rfind(b"\n") + 1
            if at + len(block) - start >= size and cut:
                lines += block.count(b"\n", 0, cut)
                yield Part(start, at + cut, first)
                start, first = at + cut, first + lines
                lines = block.count(b"\n", cut)
            else:
                lines += block.count(b"\n")
            at += len(block)
        if at > start or start == 0:
            yield Part(start, None, first)
