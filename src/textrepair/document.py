"""What a checker sees: a text with its lines, its language and its words, each computed when first asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .memo import lazy
from .model import Span

if TYPE_CHECKING:
    from .evidence import Evidence
    from .lexicon import Lexicon


class Document:
    """A text under the checkers. `language` is a BCP-47 tag or None; `vocabulary` holds the project's own words.

    `source` is the record's text before the first repair. It tells how carefully the author wrote, which repairs hide;
    as it does so only in the run that makes the repairs, nothing that is applied may depend on it.
    """

    def __init__(
        self,
        text: str,
        language: str | None = None,
        vocabulary: frozenset[str] = frozenset(),
        source: str | None = None,
        evidence: Evidence | None = None,
    ) -> None:
        self.text = text
        self.source = text if source is None else source
        #: What the whole corpus tells, if that was asked for.
        self.evidence = evidence
        self.language = language
        self.vocabulary = vocabulary
        #: Things computed once per document, keyed by the computing function.
        self.memo: dict[Any, Any] = {}

    @lazy
    def line_starts(self) -> list[int]:
        """Offsets of the first character of each line; lines end at `\\n` only."""
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line(self, number: int) -> Span:
        """Span of the line with this index, without its `\\n`."""
        starts = self.line_starts
        end = starts[number + 1] - 1 if number + 1 < len(starts) else len(self.text)
        return starts[number], end

    def line_number(self, position: int) -> int:
        """Index of the line that holds `position`."""
        return bisect_right(self.line_starts, position) - 1

    def line_at(self, position: int) -> Span:
        """Span of the line that holds `position`, without its `\\n`."""
        return self.line(self.line_number(position))

    def lines(self, span: Span | None = None) -> Iterator[Span]:
        """Spans of all lines, or of those that overlap `span`."""
        first, last = (self.line_number(span[0]), self.line_number(span[1])) if span else (0, len(self.line_starts) - 1)
        for number in range(first, last + 1):
            yield self.line(number)

    @lazy
    def primary(self) -> str | None:
        """The primary subtag of the language: `pt` for `pt-BR`."""
        return self.language.split("-")[0].lower() if self.language else None

    @lazy
    def lexicon(self) -> Lexicon | None:
        """Word frequencies of the document's language; None where the language is unknown or has no list."""
        from .lexicon import lexicon

        return lexicon(self.primary) if self.primary else None

    def knows(self, word: str) -> bool:
        """Whether `word` is of the project's vocabulary or a word of the language (case is ignored)."""
        if word in self.vocabulary:
            return True
        return self.lexicon is not None and self.lexicon.knows(word)
