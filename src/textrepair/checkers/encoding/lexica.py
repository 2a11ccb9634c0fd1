"""The lexicon to judge a repair with, also where the document's language has none or is not known."""

from __future__ import annotations

import re
from functools import lru_cache

from ...document import Document
from ...language import detect
from ...lexicon import Lexicon, lexicon


def lexicon_for(doc: Document) -> Lexicon | None:
    """The document's lexicon, or that of the language in which its text seems to be."""
    if doc.lexicon is not None:
        return doc.lexicon
    found = language_of(doc.text)
    return lexicon(found) if found else None


@lru_cache(maxsize=8)
def language_of(text: str) -> str | None:
    """The language in which a text seems to be; asked once a text, not once a match."""
    return detect(text)


def frequency(known: Lexicon, word: str) -> float:
    """Zipf frequency of a word, or of the rarest of its parts between apostrophes and hyphens (`l’avion`)."""
    found = known.zipf(word.replace("’", "'"))
    if found or word.isalpha():
        return found
    parts = [p for p in re.split("['’-]", word) if len(p) > 1]
    return min((known.zipf(p) for p in parts), default=0.0)
