"""Lines that stand in many records of the corpus: the frame of the site they were taken from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker

_LETTERS = re.compile(r"[^\W\d_]{2,}")
#: Markup, tables, code, lists: they repeat freely.
_MARKED = re.compile(r"[#|=~`*+\-_<>{}\[\]$%@\\/:.]|\d+[.)]\s|    |\t")


@checker(scope="line", trigger="")
def check(doc: Document, span: Span, *, records: int = 5, share: float = 0.005, words: int = 4) -> Iterator[Match]:
    """Lines of at least `records` records, and of this share of all. Those of fewer `words`: shown only."""
    evidence = doc.evidence
    if evidence is None:
        return
    line = doc.text[slice(*span)].strip()
    count = evidence.lines.get(line, 0)
    if count < max(records, share * evidence.records) or _MARKED.match(doc.text, span[0]) or not _LETTERS.search(line):
        return
    if len(doc.text.strip()) == len(line):
        return  # the record is nothing else
    sure = len(line.split()) >= words
    fields = {"line": line[:60], "count": f"{count:,}", "records": f"{evidence.records:,}"}
    yield Match(*span, "" if sure else None, 0.9 if sure else 0.6, () if sure else ("",), fields=fields)
