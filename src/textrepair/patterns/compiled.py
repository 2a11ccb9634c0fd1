"""Patterns of rules, compiled when first needed.

`^` and `$` are the ends of a line: a rule means the same in a file and in one record a line.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..errors import RuleError


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str, ignore_case: bool = False) -> Any:
    """The compiled `regex` pattern. Raises `RuleError` where the syntax is wrong."""
    import regex

    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    try:
        return regex.compile(pattern, flags)
    except regex.error as error:
        raise RuleError(f"pattern {pattern!r}: {error}", "the syntax is that of the Python module regex") from error
