"""A Parquet file as a stream of bytes, and back: so it is read, rewritten and copied like every other file.

The stream is a sequence of frames: a length, a mark where a row group ends, and some rows as an Arrow IPC stream. The
first frame has no rows: it tells the schema, and in its metadata how the file was compressed.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from ..errors import CorpusError

HEAD = struct.Struct("<QB")
ROWS = 1024
_CODECS = b"textrepair:codecs"


def arrow() -> Any:
    """The module pyarrow, with its parts for IPC and Parquet. Raises `CorpusError` where it is not installed."""
    try:
        import pyarrow
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError as error:
        raise CorpusError("Parquet files need pyarrow", "pip install 'textrepair[parquet]'") from error
    return pyarrow


def frame(table: Any, *, last: bool) -> bytes:
    """Some rows of a table."""
    pa = arrow()
    sink = io.BytesIO()
    with pa.ipc.new_stream(sink, table.schema) as out:
        out.write_table(table)
    return HEAD.pack(sink.tell(), last) + sink.getvalue()


def rows_of(raw: bytes) -> Any:
    """The table in a frame."""
    return arrow().ipc.open_stream(memoryview(raw)[HEAD.size :]).read_all()


class Reader(io.RawIOBase):
    """Parquet in, frames out."""

    def __init__(self, raw: BinaryIO) -> None:
        pa = arrow()
        try:
            self._frames = _frames(pa.parquet.ParquetFile(raw))
            self._held = next(self._frames)
        except (pa.ArrowInvalid, OSError) as error:
            raise CorpusError(
                f"{getattr(raw, 'name', 'input')}: {error}", "is the file whole, and a Parquet file?"
            ) from error

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As `io.RawIOBase` wants it."""
        if not self._held:
            self._held = next(self._frames, b"")
        count = min(len(buffer), len(self._held))
        buffer[:count] = self._held[:count]
        self._held = self._held[count:]
        return count


class Writer(io.RawIOBase):
    """Frames in, Parquet out. Row groups stay as they were."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self._held, self._group = raw, bytearray(), list[Any]()
        self._out: Any = None

    def writable(self) -> bool:
        """Always."""
        return True

    def write(self, data: Any) -> int:
        """Any part of the stream of frames."""
        self._held += data
        while len(self._held) >= HEAD.size:
            length, last = HEAD.unpack_from(self._held)
            if len(self._held) < HEAD.size + length:
                break
            self._take(rows_of(bytes(self._held[: HEAD.size + length])), bool(last))
            del self._held[: HEAD.size + length]
        return len(data)

    def close(self) -> None:
        """Write the footer."""
        if self._out is not None and not self.closed:
            self._out.close()
        super().close()

    def _take(self, table: Any, last: bool) -> None:
        pa = arrow()
        if self._out is None:
            metadata = dict(table.schema.metadata or {})
            codecs = dict(pair.split("=", 1) for pair in metadata.pop(_CODECS).decode().split("\n") if pair)
            schema = table.schema.with_metadata(metadata or None)
            self._out = pa.parquet.ParquetWriter(self._raw, schema, compression=codecs or "snappy")
            return
        self._group.append(table)
        if last:
            self._out.write_table(pa.concat_tables(self._group), row_group_size=max(1, sum(map(len, self._group))))
            self._group.clear()


def _frames(file: Any) -> Iterator[bytes]:
    """The schema, then the rows of each group, some at a time."""
    schema, metadata = file.schema_arrow, file.metadata
    yield frame(schema.with_metadata({**(schema.metadata or {}), _CODECS: _codecs(metadata)}).empty_table(), last=False)
    for number in range(metadata.num_row_groups):
        group = file.read_row_group(number)
        for at in range(0, max(1, len(group)), ROWS):
            yield frame(group.slice(at, ROWS), last=at + ROWS >= len(group))


def _codecs(metadata: Any) -> bytes:
    if not metadata.num_row_groups:
        return b""
    first = metadata.row_group(0)
    columns = [first.column(i) for i in range(first.num_columns)]
    return "\n".join(f"{c.path_in_schema}={_NAMES.get(c.compression, c.compression)}" for c in columns).encode()


_NAMES = {"UNCOMPRESSED": "NONE"}
