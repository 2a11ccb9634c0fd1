"""HTML entities left in prose: single, escaped twice, cut up by a tokenizer, or without their `&` or `;`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html.entities import html5
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker
from .prose import holds_markup, is_page, place

Form = Literal["named", "numeric", "double", "tokenized"]
_FORMS = {
    "named": r"&([A-Za-z][A-Za-z0-9]{1,31});(?![ ]?(?:&[ ]?)?[a-z]+[ ];)",
    "numeric": r"&#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7});",
    "double": r"&(?:amp;|#0?38;|#x26;)+(?:#(?:[xX][0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31});",
    "tokenized": r"&[ ]?(?:amp[ ]?;[ ]?)*(?:#[ ]?[0-9]{1,5}|#[ ]?x[0-9A-Fa-f]{1,5}|[a-z]{2,8})[ ];"
    r"|&[ ](?:amp[ ]?;[ ]?)*(?:#[ ]?[0-9]{1,5}|[a-z]{2,8})[ ]?;",
}
_PATTERNS = {form: re.compile(pattern) for form, pattern in _FORMS.items()}
_MARKUP = frozenset("<>")
_AROUND = 60
_CELL_END = re.compile(r"[ \t\xa0]*[│┃║|:]")
_ATTRIBUTE = re.compile(r"<\w[^<>\n]*\s\w+=\"[^\"\n]*$")
_LISTED_BEFORE, _LISTED_AFTER = re.compile(r"(?:^|[ (])&#?\w{1,8};,? $"), re.compile(r",? &#?\w{1,8};(?:[ ,)]|$)")


@checker(scope="line", trigger=r"&[ ]?[A-Za-z#]")
def check(doc: Document, span: Span, *, form: Form = "named") -> Iterator[Match]:
    """Yield the entities of one form, with the characters they stand for."""
    text = doc.text
    for m in _PATTERNS[form].finditer(text, *span):
        new = decoded(m.group().replace(" ", ""))
        if new is None or (form == "named" and m.group() == "&amp;" and _doubled(text, m.end())):
            continue
        tier = _tier(doc, span, m, new)
        if tier == "none" or (form == "numeric" and new == " "):
            continue  # Markdown needs `&#32;` where a blank would be dropped
        start, end, new = _attached(text, m, new) if form == "tokenized" else (*m.span(), new)
        yield Match(
            start, end, new, 1.0 if form == "double" else 0.98, applicability="unsafe" if tier == "unsafe" else None
        )


@lru_cache(maxsize=4096)
def decoded(entity: str) -> str | None:
    """The character of an entity, unwrapped to the last `&amp;`; None if there is no such entity."""
    body = re.sub(r"^&(?:(?:amp|#0?38|#x26);)*", "", entity).removesuffix(";")
    if not body:
        return "&"
    if body.startswith("#"):
        return _character(body[1:])
    return html5.get(body + ";") or (html5.get(body.lower() + ";") if body.isupper() else None)


def _character(digits: str) -> str | None:
    code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    if 0x80 <= code <= 0x9F:  # as browsers do: windows-1252
        return bytes([code]).decode("windows-1252", "replace").replace("\ufffd", "") or None
    if code in (9, 10) or (
        0x20 <= code <= 0x10FFFF
        and not 0xD800 <= code <= 0xDFFF
        and not 0xFDD0 <= code <= 0xFDEF
        and code & 0xFFFE != 0xFFFE
    ):
        return chr(code)
    return None


def _doubled(text: str, at: int) -> bool:
    """Whether what follows an `&amp;` is the rest of an entity."""
    m = re.compile(r"(?:amp;)*(#[0-9xX][0-9A-Fa-f]*|[A-Za-z][A-Za-z0-9]{1,31});").match(text, at, at + _AROUND)
    return m is not None and decoded(f"&{m[1]};") is not None


def _tier(doc: Document, line: Span, m: re.Match[str], new: str) -> str:
    """ "safe", "unsafe", or "none" where the entity is meant."""
    where = place(doc.text, line, *m.span())
    if where in ("fence", "address"):
        return "unsafe" if where == "address" and m.group() != "&amp;" and new.isalpha() else "none"
    if holds_markup(doc.text, *line) or is_page(doc.text):
        return "none"
    if where == "code":
        around = doc.text[max(line[0], m.start() - 1) : m.start()] + doc.text[m.end() : m.end() + 1]
        return "none" if around == "``" or not _MARKUP.isdisjoint(new) else "unsafe"
    if _speaks_of_entities(doc.text, line, m) or _is_listed(doc.text, line, m):
        return "none"
    if new.isalpha() and m.group().startswith("&#") and _is_foreign(doc.text, line, m, new):
        return "unsafe"
    return "unsafe" if not _MARKUP.isdisjoint(new) and _looks_like_tag(doc.text, m, new) else "safe"


def _speaks_of_entities(text: str, line: Span, m: re.Match[str]) -> bool:
    around = text[max(line[0], m.start() - _AROUND) : min(line[1], m.end() + _AROUND)]
    return (
        re.search(
            r"\b(?:HTML|XML|SGML|html|xml|entit(?:y|ies)|[Uu]nescap\w+|escape sequences?|escaped as|encoded as)\b",
            around,
        )
        is not None
    )


def _is_foreign(text: str, line: Span, m: re.Match[str], new: str) -> bool:
    """Whether a number by itself gives a letter of a script that the line has no other of: it may be an example."""
    script = unicodedata.name(new, "").split(" ")[0]
    if (
        script in ("LATIN", "GREEK", "MICRO")
        or text[m.start() - 1 : m.start()] == ";"
        or text[m.end() : m.end() + 1] == "&"
    ):
        return False
    around = text[max(line[0], m.start() - 200) : m.start()] + text[m.end() : min(line[1], m.end() + 200)]
    return not any(unicodedata.name(c, "").startswith(script) for c in around if not c.isascii())


def _is_listed(text: str, line: Span, m: re.Match[str]) -> bool:
    """Whether it is the value of an attribute, stands alone between quotation marks, or in a list: `(&lt;, &#64;)`."""
    if text[m.start() - 1 : m.start()] in tuple("\"'`") and text[m.end() : m.end() + 1] in tuple("\"'`"):
        return True
    if _ATTRIBUTE.search(text, max(line[0], m.start() - 200), m.start()):
        return True
    before, after = text[max(line[0], m.start() - 12) : m.start()], text[m.end() : min(line[1], m.end() + 12)]
    if before.rstrip()[-1:] in tuple("│┃║|") and _CELL_END.match(text, m.end(), line[1]):
        return True  # a cell of its own
    if before[-1:].strip(" (") or after[:1].strip(" ,)"):
        return False
    return _LISTED_BEFORE.search(before) is not None or _LISTED_AFTER.match(after) is not None


def _looks_like_tag(text: str, m: re.Match[str], new: str) -> bool:
    """Whether the sign would open or close a tag or a type parameter: `&lt;T&gt;`."""
    if new == "<":
        return re.match(r"[A-Za-z/!]", text[m.end() : m.end() + 1] or " ") is not None
    return new == ">" and re.search(r"[\w/\"']$", text[max(0, m.start() - 1) : m.start()]) is not None


def _attached(text: str, m: re.Match[str], new: str) -> tuple[int, int, str]:
    """The span with the blanks that the tokenizer put around a mark: `it & apos ; s` is `it's`."""
    start, end = m.span()
    suffix = re.compile(r"[ ]?(?:s|t|re|ve|ll|d|m|S)\b").match(text, end)
    if new in ("'", "’") and suffix and start and text[start - 1] in " abcdefghijklmnopqrstuvwxyz":
        return start - (text[start - 1] == " "), suffix.end(), new + suffix.group().strip()
    if new == '"' and text.startswith(" ", end) and text[start - 1 : start] in ("", " ", "\n"):
        opens = text.count('"', max(0, start - 400), start) + len(
            _PATTERNS["tokenized"].findall(text, max(0, start - 400), start)
        )
        return (start, end + 1, new) if opens % 2 == 0 else (max(0, start - 1), end, new)
    return start, end, new
