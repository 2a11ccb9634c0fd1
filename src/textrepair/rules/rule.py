"""A rule as a value, whatever file it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ..families import family_of
from ..model import Applicability, Severity

Kind = Literal["pattern", "swap", "protect", "checker"]


@dataclass(frozen=True, slots=True)
class Example:
    """A text that the rule must find (`bad`, with `good` once repaired) or must leave alone (`ok`)."""

    bad: str | None = None
    good: str | None = None
    ok: str | None = None
    lang: str | None = None
    note: str = ""
    xfail: str = ""
    line: int = 0

    @property
    def text(self) -> str:
        """The input of the example."""
        return self.bad if self.bad is not None else (self.ok or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One YAML document. Exactly one of `pattern`, `swap`, `protect` and `checker` is set, as `kind` says."""

    code: str
    name: str
    message: str
    kind: Kind
    pattern: str = ""
    swap: tuple[tuple[str, str], ...] = ()
    protect: tuple[str, ...] = ()
    checker: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    fix: str | None = None
    applicability: Applicability = "unsafe"
    severity: Severity = "warning"
    languages: tuple[str, ...] = ()
    except_languages: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    applies_to: tuple[str, ...] = ()
    ignore_case: bool = False
    trigger: str = ""
    min_confidence: float = 0.0
    examples: Sequence[Example] = ()
    why: str = ""
    url: str = ""
    since: str = ""
    requires: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""
    line: int = 0

    @property
    def family(self) -> str:
        """The family's full name."""
        return family_of(self.code)

    @property
    def fixes(self) -> bool:
        """Whether the rule can propose a repair."""
        return self.fix is not None or self.kind in ("swap", "checker")

    def speaks(self, language: str | None) -> bool:
        """Whether the rule is on for a text in `language` (a BCP-47 tag; None: unknown)."""
        if not self.languages and not self.except_languages:
            return True
        if language is None:
            return not self.languages
        tag = language.lower()
        if any(_is_prefix(own, tag) for own in self.except_languages):
            return False
        return not self.languages or any(_is_prefix(own, tag) for own in self.languages)


def _is_prefix(own: str, tag: str) -> bool:
    own = own.lower()
    return tag == own or tag.startswith(own + "-")
