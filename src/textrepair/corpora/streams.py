"""Files and compressed files as streams of bytes."""

from __future__ import annotations

import errno
import gzip
import io
import os
import shutil
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import CorpusError

COMPRESSED = (".gz", ".zst")
PARQUET = ".parquet"
#: Bytes that are read or written at once. A run has four or five files open; with more nothing is sooner done.
_BUFFER = 1 << 18


@contextmanager
def open_input(path: Path | None) -> Iterator[BinaryIO]:
    """The bytes of a file, decompressed by its suffix; of standard input for None. Raises `CorpusError`."""
    if path is None:
        if sys.stdin is None:
            raise CorpusError("standard input is closed", "textrepair check - < FILE")
        yield sys.stdin.buffer
        return
    try:
        with path.open("rb", buffering=_BUFFER) as raw:
            yield _decompressed(raw, path.suffix.lower())
    except (OSError, EOFError, zlib.error) as error:
        told = error.strerror if isinstance(error, OSError) else None
        hint = "" if told else f"is the file whole, and what {path.suffix} says?"
        raise CorpusError(f"{path}: {told or error}", hint) from error
    except Exception as error:
        if type(error).__name__ == "ZstdError":
            raise CorpusError(f"{path}: {error}", "is the file whole, and a zstandard file?") from error
        raise


@contextmanager
def open_output(path: Path) -> Iterator[BinaryIO]:
    """A file to write, compressed by its suffix. It appears under its name only when all is written.

    A link is followed. What is no file, such as `/dev/stdout` or a pipe, is written to as it is.
    """
    if is_device(path):
        with _told(path), path.open("ab") as device:
            yield device
        return
    real = path.resolve() if path.is_symlink() else path
    with _told(path):
        if real.is_dir():
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        real.parent.mkdir(parents=True, exist_ok=True)
    with _temporary(real) as temporary:
        with temporary.open("wb", buffering=_BUFFER) as raw, _compressed(raw, path.suffix.lower()) as out:
            yield out
        temporary.replace(real)


def is_device(path: Path) -> bool:
    """Whether a path is there and no file that could be replaced: a device, a pipe, or a name of an open stream."""
    stream = path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",))
    return path.exists() and not path.is_dir() and (stream or not path.is_file())


Write = Callable[[bytes, bool], object]


@contextmanager
def copied_if_same(source: Path, target: Path) -> Iterator[Write]:
    """A writer for the new content of `source`. Where none of it was changed, the file is copied as it is: compressed
    again it would have other bytes."""
    changes = 0
    with open_output(target) as out:

        def write(raw: bytes, changed: bool) -> None:
            nonlocal changes
            changes += changed
            out.write(raw)

        yield write
    if not changes and source.suffix.lower() in (*COMPRESSED, PARQUET):
        shutil.copyfile(source, target)


@contextmanager
def rewritten(path: Path) -> Iterator[Write]:
    """A writer that replaces the file with its new content, in one step at the end; not if nothing changed.

    A symbolic link is followed; mode and owner stay. Not even a temporary file is made before the first change.
    """
    real = path.resolve()
    with _temporary(real) as temporary:
        pen = _Rewrite(real, temporary)
        try:
            yield pen.write
        finally:
            pen.stack.close()
        if pen.out:
            state = real.stat()
            temporary.chmod(stat.S_IMODE(state.st_mode))
            with suppress(OSError, AttributeError):
                os.chown(temporary, state.st_uid, state.st_gid)
            os.replace(temporary, real)


class _Rewrite:
    """Counts the bytes that stay, until something changes and they must be written after all."""

    def __init__(self, real: Path, temporary: Path) -> None:
        self.real, self.temporary, self.same = real, temporary, 0
        self.out: BinaryIO | None = None
        self.stack = ExitStack()

    def write(self, raw: bytes, changed: bool) -> None:
        if self.out is None and not changed:
            self.same += len(raw)
            return
        if self.out is None:
            self.out = self._begin()
        self.out.write(raw)

    def _begin(self) -> BinaryIO:
        raw = self.stack.enter_context(self.temporary.open("wb", buffering=_BUFFER))
        out = self.stack.enter_context(_compressed(raw, self.real.suffix.lower()))
        with open_input(self.real) as before:
            while self.same:
                some = before.read(min(self.same, 1 << 20))
                out.write(some)
                self.same -= len(some)
        return out


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """A name beside the path that is free again afterwards, whatever happens. Raises `CorpusError`."""
    temporary = path.with_name(f".{path.name[:200]}.{os.getpid()}.textrepair-tmp")
    try:
        with _told(path):
            yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Errors of the operating system as `CorpusError`, but for a reader that went away."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CorpusError(f"{path}: cannot be written: {error.strerror or error}") from error


def _decompressed(raw: BinaryIO, suffix: str) -> BinaryIO:
    if suffix == ".gz":
        return cast(BinaryIO, io.BufferedReader(gzip.GzipFile(fileobj=raw), 1 << 20))
    if suffix == PARQUET:
        from .parquet_stream import Reader

        return cast(BinaryIO, io.BufferedReader(Reader(raw), 1 << 20))
    if suffix == ".zst":
        import zstandard

        from .zstd_frames import whole

        if not whole(raw):
            raise EOFError("the compressed data ends too early")
        return cast(
            BinaryIO,
            io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True), 1 << 20),
        )
    return raw


@contextmanager
def _compressed(raw: BinaryIO, suffix: str) -> Iterator[BinaryIO]:
    if suffix == ".gz":
        # No name and no time in the header: the same input gives the same bytes.
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=6, mtime=0) as out:
            yield cast(BinaryIO, out)
    elif suffix == PARQUET:
        from .parquet_stream import Writer

        with closing(Writer(raw)) as frames:
            yield cast(BinaryIO, frames)
    elif suffix == ".zst":
        import zstandard

        with zstandard.ZstdCompressor().stream_writer(raw, closefd=False) as out:
            yield cast(BinaryIO, out)
    else:
        yield raw
