"""Sentences in a language other than the text's, and other than English: a line of German in an English report."""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...language.function_words import FUNCTION_WORDS
from ...model import Match, Span
from .. import checker
from .sentences import MARKERS, matches

_OTHERS = tuple(x for x in MARKERS if x != "en")


@checker(scope="record", trigger="@foreign-word")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Whole sentences by their function words and letters."""
    host = doc.primary
    if host in FUNCTION_WORDS and host not in ("ru", "uk", "bg"):
        yield from matches(doc.text, host, _OTHERS)
