"""Texts of examples as a reader can see them: what has no shape of its own is written as an escape."""

from __future__ import annotations

import unicodedata

_HIDDEN = ("Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp")


def is_hidden(char: str) -> bool:
    """Whether a reader can't see the character, or takes it for another: controls, format characters, odd blanks."""
    category = unicodedata.category(char)
    return category in _HIDDEN or (category == "Zs" and char != " ") or "\ufe00" <= char <= "\ufe0f" or char == "\u034f"


def visible(text: str) -> str:
    """The text with escapes for what can't be seen."""
    return "".join(escaped(c) if is_hidden(c) else c for c in text)


def escaped(char: str) -> str:
    """`\\n`, `\\u200b`, `\\U000e0001`: as YAML and Python write it."""
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char)
    code = ord(char)
    return short or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
