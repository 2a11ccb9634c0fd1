"""Placeholders that a translation engine or a template left in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from ...document import Document
from ...later import later_regex
from ...model import Match, Span
from ...patterns import compile_pattern
from .. import checker
from .context import Surroundings, fills_a_gap, is_code, surroundings

#: Text that speaks of placeholders, and messages of programs, which hold them by right.
_ABOUT = later_regex(
    r"(?i)\b(?:(?:special |unknown |mask(?:ed)? )?tokens?|symbols?|place-?holders?|tags?|format\w*|specifiers?"
    r"|arguments?|parameters?|macros?|templates?|elements?|attributes?|variables?|literals?|escap\w+|substitut\w+"
    r"|replac\w+|insert\w*|vocabular\w+|strings?|brackets?|braces?|commands?|printf|interpolat\w+|platzhalter\w*|zeichenkette\w*"
    r"|variablen?|cadenas?|chaînes?|formato|marcador\w*|espace réservé|строк\w+|шаблон\w*|переменн\w+|řetězc\w+"
    r"|zástupn\w+)\b"
)
_NAMED = later_regex(
    r"(?i)\b(?:place-?holders?|templates?|specifiers?|s?printf|gettext|msgid|format strings?|special tokens?|wildcards?"
    r"|platzhalter\w*|marcador\w*|шаблон\w*|zástupn\w+)\b"
)
_MESSAGE = later_regex(
    r"(?i)\b(?:errors?|fail(?:ed|ure)|invalid|cannot|can't|could not|couldn't|unable|missing|not found|unexpected"
    r"|unknown|expected|warning|files?|director(?:y|ies)|items?|bytes|deleted?|download\w*|upload\w*|click|press"
    r"|user ?name|dear|hello|hi|hallo|sehr geehrte\w*|bonjour|hola|fehler|datei\w*|archivo|fichier|файл\w*"
    r"|ошибк\w+|soubor\w*|chyb\w+)\b"
)
_TECHNICAL = later_regex(r"`[^`\n]+`|</\w+>|\w\(\)|^```|^\s*\$ |--\w+", regex.MULTILINE)


@checker(scope="line")
def check(
    doc: Document,
    span: Span,
    *,
    pattern: str = "<unk>",
    gap: bool = False,
    prose: bool = False,
    words: int = 3,
    reach: int = 30,
) -> Iterator[Match]:
    """Matches of `pattern`, unless the text within `reach` signs speaks of placeholders.

    `prose`: nothing is found in records that hold code or markup.
    `gap`: signs that programs use by right are taken only where they fill a gap in running text of at least `words`
    lower-case words.
    """
    if prose and _technical(doc):
        return
    for m in compile_pattern(pattern).finditer(doc.text, *span):
        around = surroundings(doc, m.start(), m.end())
        if _speaks_of_them(around, reach) or is_code(doc, m.start(), m.end()):
            continue
        if not gap or _is_gap(doc, span, around, words):
            yield Match(m.start(), m.end(), confidence=0.9)


@lru_cache(maxsize=8)
def _technical(doc: Document) -> bool:
    return bool(_TECHNICAL.search(doc.text))


def _is_gap(doc: Document, span: Span, around: Surroundings, words: int) -> bool:
    if around.before[-1:] in "\"'“‘`" and around.after[:1] in "\"'”’`" and around.before and around.after:
        return False  # quoted: it is spoken of
    if around.previous.isdigit() and around.before.endswith(" ") and around.before.rstrip()[-1:].isdigit():
        return False
    short = span[1] - span[0] < 90
    return fills_a_gap(around, words=words) and not (short and _MESSAGE.search(doc.text, *span))


def _speaks_of_them(around: Surroundings, reach: int) -> bool:
    """Whether the text speaks of placeholders: by their names anywhere in the window, by vaguer words close by."""
    if _NAMED.search(around.before) or _NAMED.search(around.after):
        return True
    return bool(_ABOUT.search(around.before[-reach:]) or _ABOUT.search(around.after[:reach]))
