"""A missing blank beside a bracket: `bodies(not all)`, `administration)ought`, `Expo(CIIE)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...document import Document
from ...later import later_regex
from ...lexicon.affixes import prefixes
from ...model import Match, Span
from ...words import word_set
from .. import checker
from .place import code_like, known, technical

#: The word before a bracket is read backwards from it: brackets are fewer than words.
_BEFORE = later_regex(r"(?r)(?<![\w().'’-])\p{L}[\p{L}\p{M}'’-]{2,}")
_OPEN = later_regex(r"(?P<left>\p{L}[\p{L}\p{M}'’-]{2,})\((?P<inner>(?P<right>[\p{L}\p{M}\d]+)[^()\n]{0,200})\)(?!\w)")
_CLOSE = later_regex(r"(?<!\w)\((?P<inner>[^()\n]{0,200}?(?P<left>[\p{L}\p{M}\d]+))\)(?P<right>\p{L}[\p{L}\p{M}'’]+)")
#: What calls of functions and formulas hold, and no prose.
_OPERATORS = re.compile(r" (?:[*+=<>|]|&&|[=!<>]=) |[\\{}]|==|;\s*$")
#: Without it there is none of the latter.
_CLOSED = re.compile(r"\)[^\W\d_]")

_SHORT = word_set(
    "a i an as at by do he if in is it me my no of on or so to up us we am be la el un en de le et y e o и в на с "
    "о из es er im zu"
)


@checker(scope="line", trigger=r"\pL\([\pL\d]|[\pL\d]\)\pL", local=True)
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield the words on both sides of the bracket, with the blank between them."""
    for m in _opened(doc.text, *span):
        if not _prose(doc, m) or _called(doc.text, m) or technical(doc):
            continue
        if not code_like(doc.text, m.start("left"), m.end("right")):
            replacement = f"{m['left']} ({m['right']}"
            yield Match(m.start(), m.end("right"), replacement, 0.95, applicability=_tier(doc, m))
    for m in _CLOSE.finditer(doc.text, *span) if _CLOSED.search(doc.text, *span) else ():
        if _closes(doc, m) and not technical(doc) and not code_like(doc.text, m.start("left"), m.end("right")):
            replacement = f"{m['left']}) {m['right']}"
            yield Match(m.start("left"), m.end("right"), replacement, 0.95, applicability=_tier(doc, m))


def _opened(text: str, start: int, end: int) -> Iterator[Any]:
    """The brackets with a word right before them."""
    bracket = text.find("(", start, end)
    while bracket >= 0:
        word = _BEFORE.match(text, start, bracket)
        m = word and _OPEN.match(text, word.start(), end)
        if m:
            yield m
        bracket = text.find("(", bracket + 1, end)


def _closes(doc: Document, m: Any) -> bool:
    """Whether a word of its own follows: not so in `(re)write`."""
    inner, right = m["inner"], m["right"]
    short = len(right) < 3 and right.lower() not in _SHORT and not right.isupper()
    if len(inner) < 4 or inner in prefixes(doc.primary or "en") or short:
        return False
    return known(doc, right) and _spaced(doc.text, m.start())


def _prose(doc: Document, m: Any) -> bool:
    """Several words, an abbreviation, a name or a year: `word(s)` and `call(x)` are whole."""
    left, inner, right = m["left"], m["inner"], m["right"]
    if (len(right) < 3 and right.lower() not in _SHORT and not right.isupper()) or (
        right[0].isalpha() and not right.isalpha()
    ):
        return False  # `max(z1, z2)`
    if left.isupper() and not inner.isupper():
        return " " in inner and "," not in inner
    if " " in inner.strip() or (len(inner) > 2 and inner.isupper()) or (inner.isdigit() and len(inner) == 4):
        return True
    return len(left) > 3 and len(inner) > 3 and (inner != inner.lower() or len(inner) > 6) and known(doc, left)


def _called(text: str, m: Any) -> bool:
    """Whether it is a call, not prose: `sqrt(x * pi);`, `print(MODE "%s\\n");`."""
    return text[m.end() : m.end() + 2].rstrip("\n") == ";" or _OPERATORS.search(m["inner"]) is not None


def _tier(doc: Document, m: Any) -> Any:
    right = m["right"]
    plain = known(doc, right) if len(right) > 2 else right.lower() in _SHORT
    short = m["inner"].isupper()  # `Expo(CIIE)` abbreviates what is written; `max(N)` does not
    sure = (known(doc, m["left"]) and plain) or right.isupper()
    sure = sure and not (short and m["left"].islower())
    return "safe" if sure and "," not in m["inner"][:12] and (" " in m["inner"] or short) else "unsafe"


def _spaced(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in " \u00a0\n"
