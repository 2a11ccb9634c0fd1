"""The making of the two tables of words: see `table` for what they are read for."""

from __future__ import annotations

from array import array

from .table import NAMED, PRIME, STEP


class Writer:
    """Takes words as they come, the most frequent first, and holds nothing but what is to be written."""

    def __init__(self) -> None:
        self._column, self._steps, self._hashes = bytearray(), bytearray(), array("Q")
        self._named = self._names = 0  # how many words are stored by name, and their bytes

    def add(self, zipf: float, words: list[str]) -> None:
        """The next words, all of one Zipf frequency, without line ends and zeros."""
        if not words:
            return
        text = "\n".join(words).encode()
        self._column += text + b"\n"
        if zipf >= NAMED:
            self._named, self._names = self._named + len(words), len(self._column) - 1
        self._steps += bytes((min(255, max(1, round(zipf * STEP))),)) * len(words)
        # As `table` has it of one word.
        self._hashes.extend(
            [int.from_bytes(w, "little") % PRIME for w in (text.replace(b"\n", b"\1\n") + b"\1").split(b"\n")]
        )

    def words(self) -> bytes:
        """All words, most frequent first, as `word_list` wants them."""
        return b"\0".join((memoryview(self._column)[:-1], self._steps))

    def table(self) -> bytes:
        """What `Table.read` wants; nothing for a language without words."""
        if not self._steps:
            return b""
        from .vectors import in_order

        named, names = self._named or 1, self._names or self._column.index(b"\n")
        sizes = array("I", (names + named, named)).tobytes()
        by_name = memoryview(self._column)[:names], self._steps[:named]
        return b"".join((sizes, *by_name, *in_order(self._hashes, self._steps)))
