"""Text made safe and legible for a terminal or a page: nothing invisible stays so, nothing moves the cursor."""

from __future__ import annotations

import re
import unicodedata

from ..later import later

_CONTROLS = {
    0x00: "NULL", 0x07: "BELL", 0x08: "BACKSPACE", 0x09: "TAB", 0x0A: "LINE FEED", 0x0B: "LINE TABULATION",
    0x0C: "FORM FEED", 0x0D: "CARRIAGE RETURN", 0x1B: "ESCAPE", 0x1C: "FILE SEPARATOR", 0x1D: "GROUP SEPARATOR",
    0x1E: "RECORD SEPARATOR", 0x1F: "UNIT SEPARATOR", 0x7F: "DELETE", 0x85: "NEXT LINE",
}  # fmt: skip

#: Control, format (zero width, bidi, tags), surrogates, private use, line separators, and blanks but the space.
_HIDDEN = later(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000fffff\U00100000-\U0010ffff]"
)
#: Of those, what can do harm; the rest is wanted in the scripts and emoji that use it.
_HARMLESS = frozenset("\u00a0\u200c\u200d\u3000\u202f\u00ad\ufe0f\ufe0e")


def named(char: str) -> str:
    """`<U+200B ZERO WIDTH SPACE>`."""
    point = ord(char)
    if 0xDC80 <= point <= 0xDCFF:
        return f"<byte {point - 0xDC00:02X}>"
    name = _CONTROLS.get(point) or unicodedata.name(char, "")
    name = name or {"Cc": "CONTROL", "Cs": "LONE SURROGATE", "Co": "PRIVATE USE", "Cn": "UNASSIGNED"}.get(
        unicodedata.category(char), ""
    )
    return f"<U+{point:04X} {name}>"


def visible(text: str) -> str:
    """The text with every hidden character as its name."""
    return text if is_plain(text) else _HIDDEN.sub(lambda m: named(m[0]), text)


def harmless(text: str) -> str:
    """The text around a defect: what is harmless stays as it is."""
    if is_plain(text):
        return text
    return _HIDDEN.sub(lambda m: m[0] if m[0] in _HARMLESS else " " if m[0] == "\t" else named(m[0]), text)


def is_plain(text: str) -> bool:
    """Whether nothing can be hidden in it, as in most of what is shown."""
    return text.isascii() and text.isprintable()


#: A character that may take no column or two: any that is not in the Western blocks or Cyrillic, but for its marks.
_UNEVEN = later("[^\x00-\xac\xae-\u02ff\u0386-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]")


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if _is_even(text) else sum(map(_width, text))


def _is_even(text: str) -> bool:
    """Whether each character takes one column, as in most texts."""
    return text.isascii() or _UNEVEN.search(text) is None


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def fitting(text: str, width: int, *, end: bool = False) -> str:
    """As much of the text as fits, from its beginning or from its end."""
    if columns(text) <= width:
        return text
    if _is_even(text):
        taken = max(0, width)
        return text[len(text) - taken :] if end else text[:taken]
    taken, used = 0, 0
    for char in reversed(text) if end else text:
        used += _width(char)
        if used > width:
            break
        taken += 1
    return text[len(text) - taken :] if end else text[:taken]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, broken at blanks, and inside a word that fits into none."""
    lines: list[str] = []
    for word in text.split():
        if lines and columns(lines[-1]) + 1 + columns(word) <= width:
            lines[-1] += " " + word
            continue
        while columns(word) > width:
            part = fitting(word, max(2, width))
            lines.append(part)
            word = word[len(part) :]
        lines.append(word)
    return lines


def shortened(text: str, width: int) -> str:
    """The text without its middle where it is too long."""
    if 2 * len(text) <= width or columns(text) <= width:
        return text
    half = (width - 1) // 2
    return f"{fitting(text, half)}…{fitting(text, half, end=True)}"


_UNSAFE_JSON = later(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\U000e0000-\U000e0fff]"
)
_SAFE = bytes(range(0x7F))


def escaped_json(line: str) -> str:
    """A line of JSON with its control and format characters as escapes: the same value, safe to print."""
    if line.isascii() and "\x7f" not in line:
        return line
    rare = line.encode("utf-8", "surrogatepass").translate(None, _SAFE)  # what is left is searched in no time
    return _UNSAFE_JSON.sub(_json_escape, line) if _UNSAFE_JSON.search(rare.decode("utf-8", "surrogatepass")) else line


def _json_escape(m: re.Match[str]) -> str:
    units = m[0].encode("utf-16-be")
    return "".join(f"\\u{units[i] << 8 | units[i + 1]:04x}" for i in range(0, len(units), 2))
