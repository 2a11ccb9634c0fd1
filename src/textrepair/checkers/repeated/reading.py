"""A line as the rules of repetitions read it: its tokens, and the runs among them."""

from __future__ import annotations

from typing import Any

from ... import kernel
from ...document import Document
from ...memo import lazy
from ...model import Span
from .tandem import Run, by_start, doubled, phrases
from .tokens import Tokens, fold, table


class Line:
    """A line with its tokens, folded, and the runs among them. The kernel tells all at once where it can."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: What rules found out about the line, for others of them.
        self.memo: dict[Any, Any] = {}
        self._told = kernel.tandem(text, table()) if kernel.available() else None
        self._places = memoryview(self._told[0] if self._told else b"").cast("Q")

    @lazy
    def _tokens(self) -> Tokens:
        return Tokens(self.text)

    @lazy
    def doubled(self) -> list[Run]:
        """The runs of period 1, in order."""
        return [Run(*run) for run in self._told[1]] if self._told else doubled(self._tokens.words)

    @lazy
    def phrases(self) -> list[Run]:
        """The runs of longer periods, in the order of their starts."""
        return by_start([Run(*run) for run in self._told[2]]) if self._told else phrases(self._tokens.words)

    @property
    def runs(self) -> list[Run]:
        """All runs, in the order of their starts."""
        return by_start(self.doubled + self.phrases)

    def __len__(self) -> int:
        return len(self._places) // 2 if self._told else len(self._tokens.words)

    def place(self, i: int) -> tuple[int, int]:
        """Where token `i` stands, from the line's start."""
        return (self._places[2 * i], self._places[2 * i + 1]) if self._told else self._tokens.place(i)

    def word(self, i: int) -> str:
        """Token `i`, folded."""
        return fold(self.token(i)) if self._told else self._tokens.words[i]

    def words(self, start: int, end: int) -> list[str]:
        """The tokens from one to another, folded."""
        return [self.word(i) for i in range(start, end)]

    def token(self, i: int) -> str:
        """Token `i` as it is written."""
        return self.text[slice(*self.place(i))]

    def gap(self, i: int) -> str:
        """What stands between token `i` and the next one, or the end of the line."""
        end = self.place(i + 1)[0] if i + 1 < len(self) else len(self.text)
        return self.text[self.place(i)[1] : end]


def analysed(doc: Document, span: Span) -> Line:
    """The runs of a line. Remembered for the several rules that look at one line after the other."""
    key = analysed, span
    line: Line | None = doc.memo.get(key)
    if line is None:
        line = doc.memo[key] = Line(doc.text[slice(*span)])
    return line
