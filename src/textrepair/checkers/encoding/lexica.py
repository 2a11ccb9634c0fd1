"""The lexicon to judge a repair with, also where the document's language has none or is not known."""

from __future__ import annotations

from ...document import Document
from ...language import detect
from ...lexicon import Lexicon, lexicon


def lexicon_for(doc: Document) -> Lexicon | None:
    """The document's lexicon, or that of the language in which its text seems to be."""
    if doc.lexicon is not None:
        return doc.lexicon
    found = detect(doc.text)
    return lexicon(found) if found else None
