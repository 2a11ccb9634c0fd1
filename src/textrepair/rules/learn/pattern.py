"""A change as a pattern with its replacement: no more context than it needs."""

from __future__ import annotations

from ...patterns import compile_pattern
from ..visible import escaped, is_hidden
from .pair import Change, more

_SPECIAL = set(r"\.^$*+?{}[]|()")


def learnt(change: Change) -> tuple[str, str]:
    """Pattern and template that turn the bad text into the good one and leave the good one alone."""
    wide: Change | None = change
    while wide is not None:
        pattern, template = _pattern(wide), wide.after.replace("\\", "\\\\")
        if _does(pattern, template, change):
            return pattern, template
        wide = more(wide)
    whole = change.wider(len(change.text), len(change.text))
    return rf"^{_escaped(whole.before)}$", whole.after.replace("\\", "\\\\")


def _pattern(change: Change) -> str:
    """The words as they stand, not inside other words."""
    before = change.before
    head = r"(?<!\w)" if _is_word(before[:1]) and not _is_word(change.text[change.start - 1 : change.start]) else ""
    tail = r"(?!\w)" if _is_word(before[-1:]) and not _is_word(change.text[change.end : change.end + 1]) else ""
    return head + _escaped(before) + tail


def _does(pattern: str, template: str, change: Change) -> bool:
    compiled = compile_pattern(pattern)
    if not change.before.strip() or compiled.search(change.good):
        return False
    return bool(compiled.sub(template, change.text) == change.good)


def _escaped(text: str) -> str:
    """The text as a pattern; what can't be seen is written as an escape."""
    return "".join("\\" + c if c in _SPECIAL else escaped(c) if is_hidden(c) else c for c in text)


def _is_word(char: str) -> bool:
    return bool(char) and (char.isalnum() or char == "_")
