"""What can go wrong, as exceptions that carry a remedy.

    TextRepairError
    ├── UsageError      an option, a path or a code that does not exist
    ├── ConfigError     a configuration file that cannot be used
    ├── RuleError       a rule file that cannot be used; knows file, line and column
    ├── PluginError     an installed pack or checker that does not load
    └── CorpusError     an input or output that cannot be read or written

Only the command line catches them: it prints the message and the hint and exits with 2.
"""

from __future__ import annotations

from collections.abc import Iterable


class TextRepairError(Exception):
    """Base of all errors raised on purpose. `hint` says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  hint: {self.hint}" if self.hint else self.message


class UsageError(TextRepairError):
    """An option, a path or a code that does not exist."""


class ConfigError(TextRepairError):
    """A configuration file that cannot be used."""


class RuleError(TextRepairError):
    """A rule file that cannot be used. The message begins with `file:line:column`."""


class PluginError(TextRepairError):
    """An installed rule pack or checker that does not load."""


class CorpusError(TextRepairError):
    """An input or output that cannot be read or written."""


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint that names the closest known name, or lists them all."""
    import difflib

    known = sorted(known)
    close = difflib.get_close_matches(name, known, 1, 0.6)
    return f"did you mean {close[0]}?" if close else f"known: {', '.join(known)}"
