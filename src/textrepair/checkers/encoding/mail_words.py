"""Encoded words of mail headers (RFC 2047): `=?UTF-8?Q?caf=C3=A9?=`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header

from ...document import Document
from ...model import Match, Span
from .. import checker

_WORDS = re.compile(
    r"=\?[A-Za-z0-9_-]{2,20}\?[QqBb]\?[^?\s]{0,200}\?=(?:\s{1,4}=\?[A-Za-z0-9_-]{2,20}\?[QqBb]\?[^?\s]{0,200}\?=)*"
)


@checker(scope="line", trigger=r"[=]\?[A-Za-z0-9_-]+\?[QqBb]\?")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield runs of encoded words that decode."""
    for m in _WORDS.finditer(doc.text, *span):
        new = _decoded(m.group())
        if new is not None and not any(ord(c) < 32 for c in new):
            yield Match(*m.span(), new, 0.99)


def _decoded(words: str) -> str | None:
    try:
        return "".join(
            raw.decode(charset or "ascii") if isinstance(raw, bytes) else raw for raw, charset in decode_header(words)
        )
    except (HeaderParseError, LookupError, ValueError):
        return None
