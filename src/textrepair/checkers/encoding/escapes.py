"""Escapes of programming languages, addresses and mail left in prose: `\\u00e9`, `\\xc3\\xa9`, `%C3%A9`, `=C3=A9`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Literal

from ...document import Document
from ...model import Match, Span
from .. import checker
from .lexica import lexicon_for
from .prose import place, quoted

Notation = Literal["backslash-u", "backslash-x", "percent", "quoted-printable", "byte-token", "u-plus"]
_PATTERNS = {
    "backslash-u": re.compile(
        r"(?<![\\\w\[-])(?:\w*?)((?:\\{1,2}u[0-9a-fA-F]{4}|\\{1,2}U000[0-9a-fA-F]{5}|\\u\{[0-9a-fA-F]{1,6}\})+)(?![\]-])|(?<=\w)((?:\\{1,2}u[0-9a-fA-F]{4})+)(?![\]-])"
    ),
    "backslash-x": re.compile(r"(?<![\\\[-])((?:\\{1,2}x[0-9a-fA-F]{2})+)(?![\]-])"),
    "percent": re.compile(r"((?:%[0-9A-Fa-f]{2})+)"),
    "quoted-printable": re.compile(r"((?:=[0-9A-F]{2})+)"),
    "byte-token": re.compile(r"((?:<0x[0-9A-F]{2}>)+)"),
    "u-plus": re.compile(r"((?:<[Uu]\+[0-9A-Fa-f]{4,6}>)+)"),
}
_ADDRESS_MARKS = re.compile(r"[/=&?#:]")
_CODE = re.compile(r"[{}\[\]$^|]|\\[wsdbWSD]|[a-z]:\\")
#: So many characters that stand in the text as well, so near, are an example of the notation.
_SHOWN, _FAR = 4, 400
_HEX = re.compile(r"[0-9a-fA-F]{2}")


@checker(scope="line", trigger=r"\\[uUx][0-9a-fA-F{]|%[0-9A-Fa-f]{2}|=[0-9A-F]{2}|<0x|<[Uu]\+")
def check(doc: Document, span: Span, *, notation: Notation = "backslash-u") -> Iterator[Match]:
    """Yield the escapes of one notation, with the characters they stand for."""
    for m in _PATTERNS[notation].finditer(doc.text, *span):
        group = next(i for i, g in enumerate(m.groups(), 1) if g)
        start, end = m.span(group)
        new = _READERS[notation](m[group])
        if not new or any(ord(c) < 32 and c not in "\n\t" for c in new) or place(doc.text, span, start, end) != "prose":
            continue
        tier, within = _tier(doc, notation, start, end, new), quoted(doc.text, span, start)
        if tier != "none" and within != "string":
            yield Match(start, end, new, 0.9, applicability="unsafe" if tier == "unsafe" or within else None)


def _tier(doc: Document, notation: str, start: int, end: int, new: str) -> str:
    """Letters that complete a word, or marks between words, are meant; what stands alone may be spoken of."""
    if notation == "backslash-x" and new.isascii():
        return "none"
    token = _token(doc.text, start, end)
    if len(new) >= _SHOWN and doc.text.find(new, max(0, start - _FAR), end + _FAR) >= 0:
        return "none"  # both are shown
    if notation == "backslash-x" and (start, end) == token and not any(map(str.isalpha, new)):
        return "unsafe"
    rest = doc.text[token[0] : start] + " " + doc.text[end : token[1]]
    if len(_ADDRESS_MARKS.findall(rest)) > 1 or _CODE.search(rest):
        return "none"
    if notation in ("percent", "quoted-printable") and (
        new.isascii() or "." in doc.text[token[0] : start] + doc.text[end : token[1]].rstrip(".")
    ):
        return "none"
    if new.isascii() and (start, end) == token:
        return "none"
    if not all(c.isalpha() or c in "“”‘’–—…«»„‚•°·\xa0\u202f€£¡¿™®©½¼¾" or ord(c) > 0x1F000 for c in new):
        return "unsafe"
    word = _word(doc.text, start, end, new)
    lexicon = lexicon_for(doc)
    if (
        notation == "backslash-x"
        and len(new) == 1
        and end - start == 4
        and lexicon is not None
        and not lexicon.knows(word)
    ):
        return "unsafe"
    return "safe" if len(word) > 1 or not new.isalpha() else "unsafe"


def _token(text: str, start: int, end: int) -> Span:
    left, right = start, end
    while left > max(0, start - 200) and not text[left - 1].isspace():
        left -= 1
    while right < min(len(text), end + 200) and not text[right].isspace():
        right += 1
    return left, right


def _word(text: str, start: int, end: int, new: str) -> str:
    left, right = start, end
    while left > max(0, start - 40) and text[left - 1].isalpha():
        left -= 1
    while right < min(len(text), end + 40) and text[right].isalpha():
        right += 1
    return text[left:start] + new + text[end:right]


def _code_units(escapes: str) -> str | None:
    """Code points or UTF-16 code units; halves of a pair join, and one alone has no character."""
    codes = [int(c, 16) for c in re.findall(r"[uU]\+?\{?([0-9a-fA-F]{4,8}|[0-9a-fA-F]{1,6}(?=\}))", escapes)]
    if any(c > 0x10FFFF for c in codes):
        return None
    text = "".join(map(chr, codes))
    try:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except UnicodeDecodeError:
        return None


def _octets(escapes: str) -> str | None:
    """Bytes of UTF-8, or of windows-1252 where they are none."""
    raw = bytes(int(h, 16) for h in _HEX.findall(escapes.replace("0x", "").replace("\\x", " ")))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252", "ignore") if "\\" in escapes and min(raw) >= 0x80 else None


_READERS: dict[str, Callable[[str], str | None]] = {
    "backslash-u": _code_units,
    "u-plus": _code_units,
    "backslash-x": _octets,
    "percent": _octets,
    "quoted-printable": _octets,
    "byte-token": _octets,
}
