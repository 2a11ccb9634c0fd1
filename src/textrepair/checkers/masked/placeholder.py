"""Placeholders that a translation engine or a template left in the text."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from ...document import Document
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker
from .context import Surroundings, fills_a_gap, is_code, surroundings

#: Text that speaks of placeholders, and messages of programs, which hold them by right.
_ABOUT = regex.compile(
    r"(?i)\b(?:(?:special |unknown |mask(?:ed)? )?tokens?|symbols?|place-?holders?|tags?|format\w*|specifiers?|arguments?|parameters?|macros?|templates?|"
    r"elements?|attributes?|variables?|literals?|escap\w+|substitut\w+|vocabular\w+|strings?|brackets?|braces?|commands?|printf|interpolat\w+|"
    r"platzhalter\w*|zeichenkette\w*|variablen?|cadenas?|chaînes?|formato|marcador\w*|espace réservé|строк\w+|шаблон\w*|переменн\w+|řetězc\w+|zástupn\w+)\b"
)
_MESSAGE = regex.compile(
    r"(?i)\b(?:errors?|fail(?:ed|ure)|invalid|cannot|can't|could not|couldn't|unable|missing|not found|unexpected|unknown|expected|warning|files?|"
    r"director(?:y|ies)|items?|bytes|deleted?|download\w*|upload\w*|click|press|user ?name|dear|hello|hi|hallo|sehr geehrte\w*|bonjour|hola|fehler|datei\w*|archivo|fichier|файл\w*|ошибк\w+|soubor\w*|chyb\w+)\b"
)


@checker(scope="line")
def check(doc: Document, span: Span, *, pattern: str = "<unk>", gap: bool = False, words: int = 3, reach: int = 30) -> Iterator[Match]:
    """Matches of `pattern`, unless the text within `reach` signs speaks of placeholders.

    `gap`: signs that programs use by right are taken only where they fill a gap in at least `words` words of running text.
    """
    for m in compile_pattern(pattern).finditer(doc.text, *span):
        around = surroundings(doc, m.start(), m.end())
        if _ABOUT.search(_near(around, reach)) or is_code(doc, m.start(), m.end()):
            continue
        if not gap or _is_gap(doc, span, around, words):
            yield Match(m.start(), m.end(), confidence=0.9)


def _is_gap(doc: Document, span: Span, around: Surroundings, words: int) -> bool:
    if around.before[-1:] in "\"'“‘`" and around.after[:1] in "\"'”’`" and around.before and around.after:
        return False  # quoted: it is spoken of
    if around.previous.isdigit() and around.before.endswith(" ") and around.before.rstrip()[-1:].isdigit():
        return False
    short = span[1] - span[0] < 90
    return fills_a_gap(around, words=words) and not (short and _MESSAGE.search(doc.text, *span))


def _near(around: Surroundings, reach: int) -> str:
    return around.before[-reach:] + "\n" + around.after[:reach]
