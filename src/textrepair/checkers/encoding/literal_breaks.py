"""A backslash and a letter that stood for a line end or a tab: `are\\nvery`, `the end.\\n\\nNext`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Match, Span
from .. import checker
from .lexica import lexicon_for
from .prose import place, quoted

_BREAK = re.compile(r"(?<![ ])[ ]*(?:\\{1,2}r)?((?:\\{1,2}[nrt])+)[ ]*")
_AFTER = re.compile(r"[\"'“‘«„(\[¿¡*_–—-]*([^\W\d_]+(?:['’][^\W\d_]+)*)?")
_PATH = re.compile(r"(?:^|[\s\"'(])(?:[A-Za-z]:|\.{1,2}|~|%\w+%)?\\|\\\w*\\\w|[/=|^$<>{}]|\w\.\w+\\")
#: What begins with another letter than a line end or a tab does, or with a brace.
_COMMAND = re.compile(r"\\(?:[a-moqsv-wyz][a-z]{2,}|[{}])")
_ENDING = re.compile(r"-[^\W\d_]{1,4}\b")
_LISTED = re.compile(r"\\[\\a-z][\"'”’»]?(?:,| [^\W\d_]{1,4}|,? [^\W\d_]{1,4})?$")
_NEAR = 80
_STOPS = frozenset(".!?:;…。！？\"”'’»“)]")


@checker(scope="line", trigger=r"\\[nrt]")
def check(doc: Document, span: Span) -> Iterator[Match]:
    """Yield written-out line ends and tabs in prose."""
    text = doc.text
    for m in _BREAK.finditer(text, *span):
        if m.start() and text[m.start() - 1] == "\\":
            continue
        tier = _tier(doc, span, m)
        if tier == "none" or place(text, span, *m.span()) != "prose":
            continue
        within = quoted(text, span, m.start())
        if within == "string" or _is_spoken_of(text, span, m):
            continue
        unsure = tier == "unsafe" or within or _is_word(text, span, m)
        yield Match(m.start(), m.end(), _replacement(text, span, m), 0.95, applicability="unsafe" if unsure else None)


def _is_word(text: str, line: Span, m: re.Match[str]) -> bool:
    """Whether it stands between blanks inside of a sentence, as what is spoken of does: `treats \\n at the end`."""
    if not m[0][0] == " " == m[0][-1] or m.end() == line[1]:
        return False
    return text[m.end()].islower() or text[m.start() - 1] not in _STOPS


def _is_spoken_of(text: str, line: Span, m: re.Match[str]) -> bool:
    """Whether it is about escapes: commands (`\\langle x \\rangle`), a list of them, one with an ending (`\\n-t`)."""
    if _COMMAND.search(text, max(line[0], m.start() - _NEAR), min(line[1], m.end() + _NEAR)):
        return True
    if m[0][0] != " ":
        return False
    return _ENDING.match(text, m.end(1)) is not None or (
        _LISTED.search(text[max(line[0], m.start() - 12) : m.start()]) is not None
    )


def _replacement(text: str, line: Span, m: re.Match[str]) -> str:
    """A line end after a sentence, a blank inside of one; nothing at the end of the line."""
    if not text[m.end() : line[1]].strip():
        return ""
    breaks = len(re.findall(r"\\{1,2}n", m.group()))
    if m.start() == line[0]:
        return ""
    if breaks and (breaks > 1 or text[m.start() - 1] in _STOPS or text[m.end()] in "-*•"):
        return "\n" * min(breaks, 2)
    return " "


def _tier(doc: Document, line: Span, m: re.Match[str]) -> str:
    """How sure it is that the letter after the backslash does not belong to what follows."""
    text, letter = doc.text, m[1][-1]
    before, after = _token(text, line, m)
    if _PATH.search(before) or re.search(r"[\\=|^$<>{}]", re.sub(_BREAK, "", after)):
        return "none"
    left = text[m.start() - 1] if m.start() > line[0] else " "
    beyond = text[m.end()] if m.end() < line[1] else " "
    if left in "\"'`“‘«(" and beyond in "\"'`”’»),":
        return "none"  # spoken of
    if (
        m.end(1) < m.end()
        or beyond.isspace()
        or beyond.isdigit()
        or beyond.isupper()
        or len(re.findall(r"\\{1,2}[nrt]", m.group())) > 1
    ):
        return (
            "safe" if left.isalnum() or left in _STOPS or left == "," else "unsafe" if m.start() == line[0] else "none"
        )
    found = _AFTER.match(text, m.end(), min(line[1], m.end() + 80))
    word = (found[1] or "") if found else ""
    if found and found.group() != word and word:
        return "safe"
    lexicon = lexicon_for(doc)
    if not (left.isalnum() or left in _STOPS or left in ",-–—"):
        return "none"
    if lexicon is None or not word:
        return "unsafe"
    alone, joined = lexicon.zipf(word), lexicon.zipf(letter + word)
    if joined >= 2 and joined > alone - 2:
        word_before = re.split(r"[\W\d_]+", before)[-1]
        return "unsafe" if alone >= joined or (alone >= 4 and lexicon.zipf(word_before) >= 3) else "none"
    return "safe" if alone >= 2 or (alone and left in _STOPS) else "unsafe" if len(word) > 1 and not joined else "none"


def _token(text: str, line: Span, m: re.Match[str]) -> tuple[str, str]:
    """What stands directly before and after, up to the next blanks."""
    left = max(line[0], m.start() - 80)
    right = min(line[1], m.end() + 80)
    before = text[left : m.start()]
    after = text[m.end() : right]
    cut = max(before.rfind(" "), before.rfind("\t"))
    return before[cut + 1 :] or before[-1:], re.split(r"[ \t]", after, maxsplit=1)[0]
