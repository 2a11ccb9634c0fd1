"""What a run may be told, as one picklable value. Files, options and defaults all end up here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the engine needs to know; defaults are those of the command line.

    `select`, `extend_select`, `ignore`, `fixable`, `unfixable` take prefixes, codes, names or "ALL". `rule_options`
    maps a code to what it overrides: `severity`, `applicability`, `languages`, `unless`, or an option of its checker.
    """

    select: tuple[str, ...] = ("ALL",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    #: Off whatever `select` says: what `per-file-ignores` names for the file at hand.
    off: tuple[str, ...] = ()
    fixable: tuple[str, ...] = ("ALL",)
    unfixable: tuple[str, ...] = ()
    extend_safe_fixes: tuple[str, ...] = ()
    extend_unsafe_fixes: tuple[str, ...] = ()
    rule_paths: tuple[str, ...] = ()
    rule_options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    language: str | None = None
    unsafe_fixes: bool = False
    vocabulary: frozenset[str] = frozenset()
    #: File with the evidence of the whole corpus; see `evidence`.
    profile: str | None = None
    regex_timeout: float = 1.0
    #: Where the values come from, by key, for messages: `textrepair.toml: ignore`.
    places: Mapping[str, str] = field(default_factory=dict, compare=False)
    #: Run every rule on every record, without the scan that rules most of them out. Same result, much slower.
    plain: bool = False
