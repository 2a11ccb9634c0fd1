"""What stands around a repetition: whole words or parts of something, the start of a sentence, speech."""

from __future__ import annotations

import re
import unicodedata

OPENING = "([{«‹“„‚\"'‘*_「『（"
CLOSING = ",.;:!?)]}»›”\"'’…*_。，、；：！？）」』"
_STOP = re.compile(r"[.!?:;…。！？]['\"”’»)\]*_]*\s*$|^\s*$")


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is made of whole words, and not part of a path, a name with dots or a formula."""
    before, after, beyond = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    if before and not before.isspace() and (before not in OPENING or before in "'’_*"):
        return False
    if not after or after.isspace():
        return True
    if unicodedata.category(after)[0] == "M" or after not in CLOSING or after in "'’_":
        return False
    return after not in ".:" or not beyond.isalnum()


def is_blank(gap: str) -> bool:
    """Whether what parts two copies are the blanks between words, and not those between columns."""
    return gap.isspace() and len(gap) < 4 and "\t" not in gap


def is_cited(text: str, start: int, end: int) -> bool:
    """Whether quotation marks stand on both sides, close by: typos are spoken of so, `fixed "the the"`."""
    return text[start - 1 : start] in tuple("\"“‘`'") and text[end : end + 1] in tuple("\"”’`'")


def starts_sentence(text: str, start: int, line_start: int) -> bool:
    """Whether a sentence or the line begins at `start`, opening quotes and list marks aside."""
    before = text[max(line_start, start - 12) : start].rstrip(OPENING + " \t").rstrip("-•–—")
    return _STOP.search(before) is not None


def in_speech(text: str, start: int, line_start: int) -> bool:
    """Whether a quotation is open at `start` (by the marks of the line before it, at most 2,000 characters back)."""
    before = text[max(line_start, start - 2000) : start]
    low = before.count("„")  # „German“ and „Polish”: the mark that opens English quotations closes here
    if low > before.count("“") + before.count("”") or (not low and before.count("“") > before.count("”")):
        return True
    return before.count("«") > before.count("»") or before.count('"') % 2 == 1
