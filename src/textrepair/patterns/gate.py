"""RE2 itself, where it is installed: whether it takes a pattern, and whether the pattern hits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from ..later import later

#: Bytes that a pattern may take. RE2 forgets its states where they don't fit; a hundred patterns of a corpus in many
#: languages would make more of them as long as they may. The catalogue's all fit into the first.
_MEMORY = 1 << 20, 8 << 20
_ESCAPE = later(r"\\x\{([0-9a-fA-F]+)\}")
_SURROGATES = later("[\ud800-\udfff]")


@lru_cache(maxsize=1024)
def gate(pattern: str) -> Any:
    """The pattern compiled by RE2, for bytes of UTF-8; None without google-re2. Raises `re2.error`."""
    try:
        import re2
    except ImportError:
        return None
    return fitting(_MEMORY, lambda options: re2.compile(pattern.encode(), options))


def fitting(budgets: Sequence[int], compiled: Callable[[Any], Any]) -> Any:
    """What is compiled with the first of the budgets that it fits in. Raises `re2.error`."""
    import re2

    for memory in budgets:
        options = re2.Options()
        options.max_mem = memory
        options.never_capture = True
        options.log_errors = False
        try:
            return compiled(options)
        except re2.error:
            if memory == budgets[-1]:
                raise


def set_of(triggers: Sequence[str], budgets: Sequence[int]) -> Any:
    """What tells which of the triggers hit in bytes of UTF-8, with the first of the budgets that it fits in."""
    import re2

    def made(options: Any) -> Any:
        found = re2.Set.SearchSet(options)
        for trigger in triggers:
            found.Add(trigger.encode())
        found.Compile()
        return found

    return fitting(budgets, made)


def hits(pattern: str, text: str) -> bool:
    """Whether RE2's pattern is found in the text; `regex` tells where RE2 is not installed."""
    compiled = gate(pattern)
    if compiled is None:
        return _in_regex(pattern).search(text) is not None
    return compiled.search(utf8(text)) is not None


@lru_cache(maxsize=256)
def _in_regex(pattern: str) -> Any:
    """The pattern with the one escape that RE2 writes in its own way."""
    import regex

    return regex.compile(_ESCAPE.sub(lambda m: f"\\U{int(m[1], 16):08x}", pattern))


def refused(pattern: str) -> str:
    """Why RE2 does not take the pattern; empty where it does, or where RE2 is not installed."""
    try:
        gate(pattern)
    except Exception as error:
        reason = error.args[0] if error.args else error
        return f"RE2 refuses {pattern!r}: {reason.decode() if isinstance(reason, bytes) else reason}"
    return ""


def accepted(pattern: str) -> Any:
    """The pattern compiled by RE2; None where RE2 refuses it or is not installed."""
    return None if refused(pattern) else gate(pattern)


def utf8(text: str) -> bytes:
    """UTF-8 with U+FFFD for lone surrogates: as long, and readable for RE2."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        # One by one: UTF-16 would join two halves that stand side by side, and all that follows would be one off.
        return _SURROGATES.sub("\ufffd", text).encode()
