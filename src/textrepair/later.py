"""Regular expressions that are compiled when they are first used: of those that a start meets, a short run uses few."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, cast


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, and from its first use on no slower: what is asked of the pattern is kept."""
    return cast("re.Pattern[str]", _Later("re", pattern, flags))


def later_regex(pattern: str, flags: int = 0) -> Any:
    """As `regex.compile`."""
    return _Later("regex", pattern, flags)


class _Later:
    """Stands for a compiled pattern."""

    def __init__(self, module: str, pattern: str, flags: int) -> None:
        self._module, self._made_of = module, (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(import_module(self._module).compile(*self._made_of), name)
        setattr(self, name, found)
        return found
