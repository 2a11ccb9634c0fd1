"""Texts with Windows line ends: the rules see them with plain ones, and everything is mapped back.

Only a text whose every line ends in `\\r\\n` is treated so; a stray one among others is a defect of its own.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from .defects import fingerprint
from .model import Defect, Edit, Fix, Record, Result


def is_windows(text: str) -> bool:
    """Whether all line ends are `\\r\\n` and there is one."""
    pairs = text.count("\r\n")
    return pairs > 0 and pairs == text.count("\n") and pairs == text.count("\r")


class Windows:
    """The map between a text with `\\r\\n` and the same with `\\n`."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.plain = replace(record, text=record.text.replace("\r\n", "\n"))
        self._ends = [i for i, c in enumerate(self.plain.text) if c == "\n"]

    def restored(self, result: Result) -> Result:
        """The result in the words of the original text."""
        return Result(
            self.record,
            _windows(result.text),
            tuple(map(self._edit, result.edits)),
            tuple(map(self._defect, result.defects)),
            result.superseded,
        )

    def _at(self, position: int) -> int:
        return position + bisect_left(self._ends, position)

    def _edit(self, e: Edit) -> Edit:
        return replace(
            e, start=self._at(e.start), end=self._at(e.end), before=_windows(e.before), after=_windows(e.after)
        )

    def _defect(self, d: Defect) -> Defect:
        start, end = self._at(d.start), self._at(d.end)
        fix = d.fix and Fix(d.fix.applicability, _windows(d.fix.replacement), tuple(map(_windows, d.fix.alternatives)))
        mark = fingerprint(d.code, self.record.text, start, end)
        return replace(d, start=start, end=end, match=self.record.text[start:end], fix=fix, fingerprint=mark)


def _windows(text: str) -> str:
    return text.replace("\n", "\r\n")
