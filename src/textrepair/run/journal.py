"""`edits.jsonl` read back: which files it speaks of, and the edits of each."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from ..errors import CorpusError
from .rows import decoded


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the journal. `raw` is how `before` stood in the file where not as itself."""

    path: str
    line: int
    index: int
    field: str | None
    start: int
    end: int
    before: str
    after: str
    code: str
    raw: str | None = None
    left: str = ""
    right: str = ""

    def named(self) -> str:
        """For a message."""
        where = f" {self.field}" if self.field else ""
        return f"{self.path}:{self.line}{where}[{self.start}:{self.end}] {self.code}"


class Journal:
    """Reads the file once to check it; remembers only where each file's lines are."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[str, array[int]] = {}
        place = 0
        try:
            with path.open("rb") as lines:
                for number, line in enumerate(lines, 1):
                    if line.strip():
                        self._places.setdefault(_entry(line, f"{path}:{number}").path, array("Q")).append(place)
                    place += len(line)
        except OSError as error:
            raise CorpusError(
                f"{path}: {error.strerror or error}",
                "the journal is edits.jsonl in the output folder of `textrepair fix`",
            ) from error

    @property
    def files(self) -> list[str]:
        """Their names, sorted."""
        return sorted(self._places)

    def entries(self, file: str) -> Iterator[Entry]:
        """The edits of one file, in the order of the journal."""
        with self._path.open("rb") as lines:
            for place in self._places[file]:
                lines.seek(place)
                yield _entry(lines.readline(), file)


def _entry(line: bytes, place: str) -> Entry:
    try:
        row = decoded(line.removeprefix(b"\xef\xbb\xbf"))
        if row.get("schema", 1) != 1:
            raise ValueError("a later version of textrepair wrote it")
        start, end = row["span"]
        record = row["record"]
        entry = Entry(
            row["path"], row.get("line", 0), record["index"], record["field"], start, end,
            row["before"], row["after"], row["code"], row.get("raw"), *_context(row),
        )  # fmt: skip
        _check(entry)
    except (KeyError, TypeError, ValueError) as error:
        why = f"it has no {error.args[0]}" if isinstance(error, KeyError) else str(error)
        raise CorpusError(
            f"{place}: no line of a journal: {why}", "a line may be removed as a whole; nothing else may be changed"
        ) from error
    return entry


def _context(row: dict[str, Any]) -> tuple[str, str]:
    """What must stand around the edit. Where both sides of it can be compared, that is enough."""
    left, right = row.get("context", ("", "")) if not (row["before"] and row["after"]) else ("", "")
    return left, right


def _check(e: Entry) -> None:
    kinds: tuple[tuple[Any, type | tuple[type, ...]], ...] = (
        (e.path, str), (e.before, str), (e.after, str), (e.code, str), (e.start, int), (e.end, int), (e.index, int),
        (e.field, (str, type(None))), (e.raw, (str, type(None))), (e.left, str), (e.right, str),
    )  # fmt: skip
    if not all(isinstance(value, kind) for value, kind in kinds):
        raise ValueError("a value is of the wrong type")
    if e.end - e.start != len(e.before) or e.start < 0:
        raise ValueError("its span is not as long as what stands in before")
    pure = PurePosixPath(e.path)
    if pure.is_absolute() or ".." in pure.parts or not e.path:
        raise ValueError(f"the path {e.path!r} leads out of the folder")
