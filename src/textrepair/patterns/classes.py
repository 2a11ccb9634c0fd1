"""Character classes of `regex` in the RE2 syntax, never narrower.

RE2's `\\w`, `\\d` and `\\s` are ASCII. `_WIDE` holds classes that contain all that `regex` means by the escape,
`_TIGHT` classes that contain nothing else, for use inside a negated class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACE = "\\t-\\r\\x1c-\\x20\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
# Tables of different Unicode versions disagree on rare characters: the wide forms take all that may be meant.
_WORD = "0-9A-Za-z_\\x{aa}-\\x{1fff}\\x{200c}\\x{200d}\\x{203f}-\\x{10ffff}"
_DIGIT = "\\p{Nd}\\x{10000}-\\x{1ffff}"
_WIDE = {"w": _WORD, "d": _DIGIT, "s": _SPACE, "h": " \\t\\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}"}
_TIGHT = {"w": "\\pL\\p{Nd}_", "d": "\\p{Nd}", "s": _SPACE.replace("\\x1c-", "")}
_CONTROL = {"n": "\\n", "t": "\\t", "r": "\\r", "f": "\\f", "v": "\\x0b", "a": "\\x07", "e": "\\x1b", "0": "\\x00"}
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x\{([0-9a-fA-F]+)\})")
_PROPERTY = re.compile(r"\\([pP])(?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))")
_SCRIPTS = {"latin", "cyrillic", "greek", "han", "hiragana", "katakana", "arabic", "hebrew", "hangul", "thai", "devanagari", "armenian", "georgian", "common", "inherited"}


@dataclass(frozen=True, slots=True)
class Class:
    """A set of characters: RE2 form as an atom, whether it holds the newline, whether all are ASCII word characters."""

    re2: str
    newline: bool = False
    word: bool = False


def quoted(char: str) -> str:
    """One character as RE2 reads it literally, inside and outside of classes."""
    if char.isalnum() and char.isascii() or char == "_":
        return char
    return f"\\x{{{ord(char):x}}}"


def escape(pattern: str, at: int) -> tuple[Class | None, int]:
    """The class behind the escape at `at`, and the place after it; None where it isn't known."""
    item, end = _item(pattern, at, negated=False)
    if item is None:
        return None, end
    if item.startswith("(?s"):
        return Class(item, True), end
    single = re.fullmatch(r"[0-9A-Za-z_]", item)
    body = item if single or item.startswith("\\x{") and "-" not in item else f"[{item}]"
    letter = pattern[at + 1]
    return Class(body, letter in "nsWDRvrX" or item in ("\\n",), bool(single)), end


def read(pattern: str, at: int) -> tuple[Class | None, int]:
    """The class in brackets at `at`, and the place after it; None where it uses set operations."""
    i = at + 1
    negated = pattern.startswith("^", i)
    i += negated
    items: list[str] = []
    inner: list[str] = []
    first = True
    while i < len(pattern) and (pattern[i] != "]" or first):
        first = False
        if pattern.startswith("[:", i):
            return None, i
        start = i
        item, i = _item(pattern, i, negated) if pattern[i] == "\\" else (quoted(pattern[i]), i + 1)
        if item is None:
            return None, i
        if pattern.startswith("-", i) and i + 1 < len(pattern) and pattern[i + 1] != "]":
            j = i + 1
            high, i = _item(pattern, j, negated) if pattern[j] == "\\" else (quoted(pattern[j]), j + 1)
            if high is None:
                return None, i
            item = f"{item}-{high}"
        items.append(item)
        inner.append(pattern[start:i])
    return _set(items, inner, negated), i + 1


def _set(items: list[str], inner: list[str], negated: bool) -> Class:
    if negated:
        for complement, wide in (("\\W", _WORD), ("\\S", _SPACE), ("\\D", _DIGIT)):
            if complement in inner:  # [^\W...] is a part of \w
                return Class(f"[{wide}]", complement != "\\W" and complement != "\\D")
        return Class(f"[^{''.join(items)}]", not any(i in ("\\n", "\n", "\\s") for i in inner))
    if any(i.startswith("(?s") for i in items):
        return Class("(?s:.)", True)
    newline = any(i in ("\\n", "\n", "\\s", "\\r", "\\v") or i.startswith(("\\x0", "\\0", "\\t-", "\\P")) for i in inner)
    word = all(re.fullmatch(r"[0-9A-Za-z_](?:-[0-9A-Za-z_])?", i) for i in items)
    return Class(f"[{''.join(items)}]", newline, word)


def _item(pattern: str, at: int, negated: bool) -> tuple[str | None, int]:
    """An escape as an item of an RE2 class."""
    code = _CODE.match(pattern, at)
    if code:
        return quoted(chr(int(next(g for g in code.groups() if g), 16))), code.end()
    named = _PROPERTY.match(pattern, at)
    if named:
        return _property(named), named.end()
    letter = pattern[at + 1 : at + 2]
    if letter in ("W", "S", "D", "X"):
        return ("" if negated else "(?s:.)"), at + 2
    if letter in _WIDE:
        return (_TIGHT.get(letter) if negated else _WIDE[letter]), at + 2
    if letter in _CONTROL:
        return _CONTROL[letter], at + 2
    if not letter or letter.isalnum():
        return None, at + 2
    return quoted(letter), at + 2


def _property(found: re.Match[str]) -> str | None:
    name = found[3] or found[4]
    positive = (found[1] == "p") != bool(found[2])
    if len(name) <= 2 and name[0].isupper():
        return f"\\{'p' if positive else 'P'}{{{name}}}"
    if name.lower() in _SCRIPTS:
        return f"\\{'p' if positive else 'P'}{{{name.capitalize()}}}"
    return None
