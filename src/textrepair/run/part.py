"""Parts of a file that can be read apart from each other: whole lines from one byte to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..corpora import Lines

#: Bytes of a part: large enough that starting on it costs nothing. Towards the end of a file parts become smaller, down
#: to this, so that no worker is left with a large one while the others have none.
SIZE, SMALLEST = 4 << 20, 1 << 18


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


def parts_of(path: Path, workers: int) -> Iterator[Part]:
    """Parts of a file that together are the file. Reads it once, to find and to count line ends."""
    whole = path.stat().st_size
    with path.open("rb", buffering=0) as stream:
        start, first, at, lines = 0, 0, 0, 0
        while block := stream.read(SMALLEST):
            cut = block.rfind(b"\n") + 1
            if cut and at + len(block) - start >= _size(whole - start, workers):
                lines += block.count(b"\n", 0, cut)
                yield Part(start, at + cut, first)
                start, first = at + cut, first + lines
                lines = block.count(b"\n", cut)
            else:
                lines += block.count(b"\n")
            at += len(block)
        if at > start or start == 0:
            yield Part(start, None, first)


def _size(left: int, workers: int) -> int:
    """Bytes of the next part, of so many: each worker still has four of them before it."""
    return max(SMALLEST, min(SIZE, left // (4 * workers)))
