"""Files and compressed files as streams of bytes."""

from __future__ import annotations

import gzip
import io
from contextlib import contextmanager
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import CorpusError


@contextmanager
def open_input(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, decompressed by its suffix. Raises `CorpusError`."""
    try:
        with path.open("rb", buffering=1 << 20) as raw:
            yield _decompressed(raw, path.suffix.lower())
    except (OSError, EOFError, ValueError) as error:
        raise CorpusError(f"{path}: cannot be read: {error}") from error


@contextmanager
def open_output(path: Path) -> Iterator[BinaryIO]:
    """A file to write, compressed by its suffix. It appears under its name only when all is written."""
    temporary = path.with_name(f".{path.name}.textrepair-tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with temporary.open("wb", buffering=1 << 20) as raw, _compressed(raw, path.suffix.lower()) as out:
            yield out
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _decompressed(raw: BinaryIO, suffix: str) -> BinaryIO:
    if suffix == ".gz":
        return cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=raw), 1 << 20))
    if suffix == ".zst":
        import zstandard

        return cast(BinaryIO, io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True), 1 << 20))
    return raw


@contextmanager
def _compressed(raw: BinaryIO, suffix: str) -> Iterator[BinaryIO]:
    if suffix == ".gz":
        # No name and no time in the header: the same input gives the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=6, mtime=0) as out:
            yield cast(BinaryIO, out)
    elif suffix == ".zst":
        import zstandard

        with zstandard.ZstdCompressor().stream_writer(raw, closefd=False) as out:
            yield cast(BinaryIO, out)
    else:
        yield raw
