"""Records that end in mid-sentence at a length at which many others do: somebody's limit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...evidence import measures, unfinished
from ...model import Match, Span
from .. import checker

_LAST = re.compile(r"\S{1,80}\s*\Z")


@checker(scope="record", trigger="")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """The last word of such a record. Its length is that before all repairs."""
    evidence = doc.evidence
    if evidence is None or not unfinished(doc.source):
        return
    for measure, length in measures(doc.source).items():
        count = evidence.lengths.get(measure, {}).get(length)
        last = _LAST.search(doc.text, max(0, len(doc.text.rstrip()) - 80)) if count else None
        if last:
            fields = {"length": f"{length:,} {measure}", "count": f"{count:,}"}
            yield Match(last.start(), last.start() + len(last.group().rstrip()), confidence=0.95, fields=fields)
            return
