"""Patterns of rules, compiled when first needed.

`^` and `$` are the ends of a line: a rule means the same in a file and in one record a line.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..codes import compiled
from ..errors import RuleError

#: Longer patterns take noticeable time to compile. A long list of words is better split over several rules.
LONGEST = 20_000


@lru_cache(maxsize=4096)
def compile_pattern(pattern: str, ignore_case: bool = False) -> Any:
    """The compiled `regex` pattern. Raises `RuleError` for wrong syntax and for patterns out of all proportion."""
    import regex

    if len(pattern) > LONGEST:
        raise RuleError(f"the pattern is {len(pattern):,} characters long", f"at most {LONGEST:,}: use several rules")

    flags = regex.MULTILINE | (regex.IGNORECASE if ignore_case else 0)
    try:
        return compiled(pattern, flags)
    except regex.error as error:
        raise RuleError(f"pattern {pattern!r}: {error}", "the syntax is that of the Python module regex") from error
    except (RecursionError, MemoryError, OverflowError) as error:
        raise RuleError(f"the pattern {pattern[:40]!r}... is nested too deeply or too large", "split it") from error
