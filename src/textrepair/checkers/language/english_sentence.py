"""English sentences in a text of another language in Latin script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...document import Document
from ...language.function_words import FUNCTION_WORDS
from ...model import Match, Span
from .. import checker
from .sentences import matches

#: Code, markup, commands and their output.
_TECHNICAL = re.compile(
    r"```|`[^`\n]+`|</?\w+[ >/]|^----|^ *[$#>] |\w\(\)|\w_\w|://|::|&\w+;|\]\(|^ *_[^_\n]+_$", re.MULTILINE
)


@checker(scope="record", trigger="@english-word")
def check(doc: Document, span: Span, *, most: int = 3) -> Iterator[Match]:
    """Whole sentences by their function words. Technical texts quote English, and so do texts with `most` of them."""
    host = doc.primary
    if host not in FUNCTION_WORDS or host in ("en", "ru", "uk", "bg"):
        return
    found = list(islice(matches(doc.text, host, ("en",)), most + 1))
    if 0 < len(found) <= most and not _TECHNICAL.search(doc.text):
        yield from found
