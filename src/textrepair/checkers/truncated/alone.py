"""A record of one line: nothing around it says whether sentences end in stops here, only the line itself can."""

from __future__ import annotations

import re

from ...later import later_regex
from .clause import CHAT

#: An entry in a list of references, up to where the extraction has cut it.
_REFERENCE = re.compile(r"\b(?:19|20)\d\d[a-z]?[.)] [^\W\d_a-z]|\bIn Proceedings\b|\b[Pp]p\. ?\d")
#: A formula comes next, on a line of its own.
_FORMULA = re.compile(
    r"\b(?:given|defined|denoted|computed|calculated|obtained|expressed|represented|described|determined|estimated|"
    r"written) (?:by|as|in|to be|from|with)$"
)
#: Signs of code, formulas and dumps of data.
_SIGNS = re.compile(r"[\\{}\[\]<>=%~^|]")
_LETTERS = re.compile(r"(?<!\S)[^\W\d_](?!\S)")
#: The name of a site or an author under a headline: `...: Harbour Times Digital | Jane`.
_NAMES_LAST = later_regex(r"(?:\p{Lu}\p{L}* (?:[^\w\s] )?){2,}\p{Lu}\p{Ll}+$")
#: Letters that are neither words nor units, `km / h`.
_LOOSE = re.compile(r"(?<!\S)(?<!/ )(?![aI]\b)[^\W\d_](?!\S)")
#: So many characters at the end of a line are looked at for letters that stand alone.
_TAIL = 40
#: Prose broken by hand is this wide. Such a line alone may well be the middle of a paragraph.
_WRAPPED = range(66, 81)


def bare(source: str) -> bool:
    """Whether a missing stop means nothing: the author leaves out stops and blanks, or the line was broken by hand."""
    line = source.strip()
    return len(line) in _WRAPPED or bool(CHAT.search(line))


def no_sentence(line: str) -> bool:
    """Whether the line is a reference, goes on in a formula, or is no text but code, data or spaced letters."""
    blanks = line.count(" ")
    if _REFERENCE.search(line) or _FORMULA.search(line) or len(_SIGNS.findall(line)) >= 3:
        return True
    if len(_LOOSE.findall(line[-_TAIL:])) > 2 or _NAMES_LAST.search(line):
        return True
    return (len(line) in _WRAPPED and "`" in line) or 4 * len(_LETTERS.findall(line)) > blanks > 7
