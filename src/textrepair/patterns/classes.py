"""Character classes of `regex` in the RE2 syntax, never narrower.

RE2's `\\w`, `\\d` and `\\s` are ASCII. `_WIDE` holds classes that contain all that `regex` means by the escape,
`_TIGHT` classes that contain nothing else, for use inside a negated class.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase, digits

_SPACE = "\\t-\\r\\x1c-\\x20\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
# Tables of different Unicode versions disagree on rare characters: the wide forms take all that may be meant.
_WORD = "0-9A-Za-z_\\x{aa}-\\x{1fff}\\x{200c}\\x{200d}\\x{203f}-\\x{10ffff}"
_DIGIT = "\\p{Nd}\\x{10000}-\\x{1ffff}"
_BLANK = " \\t\\x{a0}\\x{1680}\\x{180e}\\x{2000}-\\x{200a}\\x{202f}\\x{205f}\\x{3000}"
_WIDE = {"w": _WORD, "d": _DIGIT, "s": _SPACE, "h": _BLANK}
_TIGHT = {"w": "\\pL\\p{Nd}_", "d": "\\p{Nd}", "s": _SPACE.replace("\\x1c-", ""), "h": " \\t"}
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}
_CODE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(0)(?![0-7]))")
_PROPERTY = re.compile(r"\\([pP])(?:\{(\^?)([A-Za-z_]+)\}|([A-Z]))")
_NAMES = "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp Cc Cf Co"
_GENERAL = frozenset(_NAMES.split(" "))
_WRITING = "latin cyrillic greek han hiragana katakana arabic hebrew hangul thai devanagari armenian georgian"
_SCRIPTS = frozenset((*_WRITING.split(" "), "common", "inherited"))
#: What RE2's tables call unassigned may be a letter by now: `regex` ships newer ones.
UNASSIGNED = "[^\\pL\\pM\\pN\\pP\\pS\\pZ\\pC]"
_ANY = "(?s:.)"
_CASED = ("Lu", "Ll", "Lt")
#: `regex` folds these with `i`, RE2 does not.
_TURKISH = "I\u0130\u0131i"


@dataclass(frozen=True, slots=True)
class Class:
    """A set of characters: RE2 form as an atom, whether it holds the newline, whether all are ASCII word characters."""

    re2: str
    newline: bool = False
    word: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    """A member of a class. `code`: the single character it is; `rare`: its table may be older than that of `regex`."""

    re2: str
    newline: bool = False
    code: int = -1
    rare: bool = False
    word: bool = False


def quoted(char: str) -> str:
    """One character as RE2 reads it literally, in classes and outside. A lone surrogate is searched as U+FFFD."""
    if (char.isalnum() and char.isascii()) or char == "_":
        return char
    return "\\x{fffd}" if "\ud800" <= char <= "\udfff" else f"\\x{{{ord(char):x}}}"


def literal(char: str, fold: bool) -> Class:
    """One character, or the few that stand for it where case does not count."""
    if fold and char in _TURKISH:
        return Class("[Ii\\x{130}\\x{131}]")
    word = (char.isalnum() and char.isascii()) or char == "_"
    # The Kelvin sign and the long s are k and s without regard to case, but no ASCII word characters.
    return Class(quoted(char), char == "\n", word and not (fold and char in "kKsS"))


def escape(pattern: str, at: int, fold: bool = False) -> tuple[Class | None, int]:
    """The class behind the escape at `at`, and the place after it; None where it isn't known."""
    item, end = _item(pattern, at, negated=False)
    if item is None or (fold and item.rare and any(c in item.re2 for c in _CASED)):
        return None, end
    if item.code >= 0:
        return literal(chr(item.code), fold), end
    return _positive([item], fold), end


def read(pattern: str, at: int, fold: bool = False) -> tuple[Class | None, int]:
    """The class in brackets at `at`, and the place after it; None where it uses set operations or isn't understood."""
    i = at + 1
    negated = pattern.startswith("^", i)
    i += negated
    items: list[_Item] = []
    inner: list[str] = []
    while i < len(pattern) and (pattern[i] != "]" or not items):
        if pattern.startswith("[:", i):
            return None, i
        start = i
        item, i = _member(pattern, i, negated)
        if item is None or (fold and item.rare and any(c in item.re2 for c in _CASED)):
            return None, i
        items.append(item)
        inner.append(pattern[start:i])
    return (_negative(items, inner) if negated else _positive(items, fold)), i + 1


def _positive(items: list[_Item], fold: bool) -> Class:
    if any(i.re2 == _ANY for i in items):
        return Class(_ANY, True)
    newline = any(i.newline for i in items)
    word = all(i.word for i in items) and not fold
    extra = "\\x{130}\\x{131}Ii" if fold and not all(i.code >= 0 and chr(i.code) not in _TURKISH for i in items) else ""
    body = f"[{''.join(i.re2 for i in items)}{extra}]"
    if any(i.rare for i in items):
        return Class(f"(?:{body}|{UNASSIGNED})", newline)
    return Class(body, newline, word)


def _negative(items: list[_Item], inner: list[str]) -> Class:
    newline = not any(i.newline for i in items)
    for complement, wide in (("\\W", _WORD), ("\\S", _SPACE), ("\\D", _DIGIT)):
        if complement in inner:  # [^\W...] is a part of \w
            return Class(f"[{wide}]", complement == "\\S" and not any(i in ("\n", "\\n", "\\s") for i in inner))
    kept = "".join(i.re2 for i in items if i.re2 != "\\x{fffd}")
    body = f"[^{kept}]" if kept else _ANY
    if any(i.rare for i in items):
        return Class(f"(?:{body}|{UNASSIGNED})", newline)
    return Class(body, newline)


def _member(pattern: str, at: int, negated: bool) -> tuple[_Item | None, int]:
    """A character, an escape or a range."""
    item, i = _single(pattern, at, negated)
    if item is None or not pattern.startswith("-", i) or pattern[i + 1 : i + 2] in ("", "]"):
        return item, i
    high, i = _single(pattern, i + 1, negated)
    if high is None or item.code < 0 or high.code < item.code:
        return None, i
    re2 = f"{item.re2}-{high.re2}"
    if item.code <= 0xDFFF and high.code >= 0xD800:  # lone surrogates are searched as U+FFFD
        low = f"{item.re2}-\\x{{d7ff}}" if item.code < 0xD800 else ""
        top = f"\\x{{e000}}-{high.re2}" if high.code > 0xDFFF else ""
        re2 = low + top + ("" if negated else "\\x{fffd}")
        if not re2:
            return None, i
    return _Item(re2, item.code <= 10 <= high.code, word=_one_kind(chr(item.code), chr(high.code))), i


def _one_kind(low: str, high: str) -> bool:
    """Whether a range holds ASCII digits, or letters of one case, only."""
    return any(low in kind and high in kind for kind in (ascii_lowercase, ascii_uppercase, digits))


def _single(pattern: str, at: int, negated: bool) -> tuple[_Item | None, int]:
    if pattern[at] == "\\":
        return _item(pattern, at, negated)
    # `&&`, `||`, `--` and `~~` are set operations in some modes, and `regex` warns of them in others.
    if pattern[at] in "&|~-" and pattern.startswith(pattern[at], at + 1):
        return None, at + 2
    return _char(pattern[at]), at + 1


def _item(pattern: str, at: int, negated: bool) -> tuple[_Item | None, int]:
    """An escape as an item of an RE2 class."""
    found = _CODE.match(pattern, at)
    if found:
        return _char(chr(int(next(g for g in found.groups() if g), 16))), found.end()
    named = _PROPERTY.match(pattern, at)
    if named:
        return _property(named), named.end()
    letter = pattern[at + 1 : at + 2]
    if letter in ("W", "S", "D"):
        return _Item("" if negated else _ANY, letter != "S"), at + 2
    if letter in _WIDE:
        return _Item((_TIGHT if negated else _WIDE)[letter], letter == "s"), at + 2
    if letter in _CONTROL:
        return _char(_CONTROL[letter]), at + 2
    if not letter or letter.isalnum():
        return None, at + 2
    return _char(letter), at + 2


def _char(char: str) -> _Item:
    word = (char.isalnum() and char.isascii()) or char == "_"
    return _Item(quoted(char), char == "\n", ord(char), word=word)


def _property(found: re.Match[str]) -> _Item | None:
    name = found[3] or found[4]
    positive = (found[1] == "p") != bool(found[2])
    if name.lower() in _SCRIPTS:
        name = name.capitalize()
    elif name not in _GENERAL:
        return None
    return _Item(f"\\{'p' if positive else 'P'}{{{name}}}", (name in ("Cc", "Common")) == positive, rare=True)
