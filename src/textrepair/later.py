"""Regular expressions that are compiled when they are first used: of those that a start meets, a short run uses few."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from .codes import compiled


def later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, and from its first use on no slower: what is asked of the pattern is kept."""
    return cast("re.Pattern[str]", _Later(re.compile, pattern, flags))


def later_regex(pattern: str, flags: int = 0) -> Any:
    """The same as `regex.compile`, and without compiling what another run has compiled."""
    return _Later(compiled, pattern, flags)


class _Later:
    """Stands for a compiled pattern."""

    def __init__(self, compiler: Callable[[str, int], Any], pattern: str, flags: int) -> None:
        self._compiler, self._made_of = compiler, (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiler(*self._made_of), name)
        setattr(self, name, found)
        return found
