"""Text of a code page for one script that was read as another one: `Ïðèâåò` for `Привет`. ftfy does not try these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...document import Document
from ...model import Match, Span
from .. import checker
from .layers import damage
from .scripts import SCRIPT_OF, SCRIPTS, plausibility

_PAGES = {
    "windows-1252": (
        ("windows-1251", "cyrillic"), ("koi8-r", "cyrillic"), ("cp866", "cyrillic"), ("iso8859-5", "cyrillic"),
        ("windows-1253", "greek"), ("windows-1255", "hebrew"), ("windows-1256", "arabic"), ("cp874", "thai"),
    ),
    "windows-1251": (("koi8-r", "cyrillic"), ("cp866", "cyrillic"), ("windows-1253", "greek")),
    "koi8-r": (("windows-1251", "cyrillic"),),
    "cp866": (("windows-1251", "cyrillic"), ("koi8-r", "cyrillic")),
}  # fmt: skip
_DENSE = {
    "windows-1252": re.compile(
        "[\xc0-\xff\xa8\xb8\xaa\xba\xb2\xb3\xbf\xa1-\xbe\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]+"
    ),
    "windows-1251": re.compile("[\u0400-\u04ff\xa4-\xae\xa0-\xbb]+"),
    "koi8-r": re.compile("[\u0400-\u04ff\u2500-\u25a0]+"),
    "cp866": re.compile("[\u0400-\u04ff\u2500-\u25a0]+"),
}
_TOKEN = re.compile(r"\S+")
_ENOUGH, _SURE = 5, 9
_LEAST, _MARGIN, _EXPECTED = 0.65, 0.08, 0.15
_LONGEST = 20_000
_TRIGGER = (
    r"[\x{c0}-\x{ff}\x{a8}\x{b8}]{3}"
    r"|[а-яё][А-ЯЁ][А-ЯЁ]"
    r"|[а-пА-Я ][\x{a4}\x{a6}\x{a7}\x{a9}\x{ab}\x{ac}\x{ae}ЎўЈҐЄЇ][а-яЎўЈҐЄЇ\x{a0}-\x{ae}]"
    r"|[\x{2550}-\x{256c}\x{2500}-\x{2518}][А-яЁё]|[А-яЁё][\x{2550}-\x{256c}\x{2500}-\x{2518}]"
)


@checker(scope="line", trigger=_TRIGGER)
def check(doc: Document, span: Span, *, meant: str = "windows-1251", read_as: str = "windows-1252") -> Iterator[Match]:
    """Yield the tokens of a line meant in one code page and read in another, if no third page explains them better."""
    line = doc.text[span[0] : min(span[1], span[0] + _LONGEST)]
    best, letters = _best(line, read_as, SCRIPT_OF.get(doc.primary or "", ""))
    if best != meant or any(d.page != "mixed" for d in damage(line)):
        return  # ftfy knows better
    sure = letters >= _SURE
    for m in _TOKEN.finditer(doc.text, *span):
        new = _decoded(m.group(), read_as, meant)
        if new and new != m.group() and _pure(m.group(), new):
            yield Match(*m.span(), new, 0.995 if sure else 0.7, applicability=None if sure else "unsafe")


@lru_cache(maxsize=64)
def _best(line: str, read_as: str, expected: str) -> tuple[str, int]:
    """The page that the dense words of a line were meant in ("" if none convinces), and how many letters say so."""
    sample = " ".join(w for w in (_dense(t, read_as) for t in _TOKEN.findall(line)) if w)[:2000]
    letters = sum(c.isalpha() or c in "¸¨³²¿º¤¦§©«¬®" or "\u2500" <= c <= "\u25a0" for c in sample)
    if letters < _ENOUGH or _is_language(sample, read_as):
        return "", 0
    ranked = sorted(
        (
            (
                plausibility(_decoded(sample, read_as, page) or "", script)
                + (_EXPECTED if script == expected else 0.0),
                page,
            )
            for page, script in _PAGES[read_as]
        ),
        reverse=True,
    )
    runner = ranked[1][0] if len(ranked) > 1 else 0.0
    here = plausibility(sample, "cyrillic") if read_as != "windows-1252" else 0.0
    good = ranked[0][0] >= _LEAST and ranked[0][0] >= max(runner, here) + _MARGIN
    return (ranked[0][1], letters) if good else ("", 0)


def _dense(token: str, read_as: str) -> str:
    """The longest part of a token without any ASCII letter, if it is long enough to be a word of another script."""
    if re.search(r"[A-Za-z]", token):
        return ""
    found = max(_DENSE[read_as].findall(token), key=len, default="")
    return found if len(found) >= 2 else ""


def _is_language(sample: str, read_as: str) -> bool:
    """Whether the words repeat a few letters, as cries do (`ÄÄÄÄH`, `ôôô`), or are Cyrillic of usual case."""
    if read_as == "windows-1252":
        return len(set(sample.lower()) - {" "}) < 4
    words = [w for w in sample.split() if len(w) > 2]
    return not words or plausibility(sample, "cyrillic") >= _LEAST


def _decoded(text: str, read_as: str, meant: str) -> str | None:
    """`text` with every character that `read_as` can write decoded in `meant`; None if it can't write one of them."""
    out = []
    for char in text:
        if char.isascii():
            out.append(char)
            continue
        byte = _byte(char, read_as)
        if byte is None:
            if char.isalpha():
                return None
            out.append(char)
            continue
        try:
            new = byte.decode(meant)
        except UnicodeDecodeError:
            return None
        if char.isalpha() and not new.isalpha() and read_as != "windows-1252":
            return None  # no letter comes of it: it is one of Serbian, or another of the alphabet's languages
        out.append(new)
    return "".join(out)


@lru_cache(maxsize=2048)
def _byte(char: str, page: str) -> bytes | None:
    try:
        return char.encode(page)
    except UnicodeEncodeError:
        return bytes([ord(char)]) if page == "windows-1252" and ord(char) < 256 else None


def _pure(old: str, new: str) -> bool:
    """Whether no foreign letter stands beside an ASCII one: such a token was right as it was (`café`)."""
    if re.search("[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]", old):
        return not any(a.isalpha() and b.isalpha() and a.isascii() != b.isascii() for a, b in pairwise(new))
    return any(kind.letters.search(new) for kind in SCRIPTS.values()) or all(not c.isalpha() for c in old)
