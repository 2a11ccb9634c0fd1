"""What can be seen without running anything: characters, languages, messages, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from ...checkers import find
from ...patterns import compile_pattern
from ..nodes import read_file
from ..rule import Rule
from ..visible import escaped, is_hidden
from .finding import Finding

_PLACE = re.compile(r"\{([a-zA-Z_]\w*)\}")


def hidden_characters(file: Path, name: str) -> Iterator[Finding]:
    """Characters that a reviewer can't see: they must be written as escapes."""
    for number, line in enumerate(read_file(file).removeprefix("\ufeff").split("\n"), 1):
        for column, char in enumerate(line.rstrip("\r"), 1):
            if is_hidden(char):
                hint = f"write {escaped(char)}: patterns know it, other text does in double quotes"
                message = f"column {column} holds the unseen character U+{ord(char):04X}"
                yield Finding("hidden-character", "warning", name, number, "", message, hint)


def messages(rule: Rule) -> Iterator[Finding]:
    """Names in braces that nothing will fill in."""
    if rule.kind == "checker":
        return  # its fields show when it runs
    groups = {name for p in _patterns(rule) for name in compile_pattern(p, rule.ignore_case).groupindex}
    for name in _PLACE.findall(rule.message):
        if name not in ("match", "fix", *groups):
            known = ", ".join(("match", "fix", *sorted(groups)))
            yield Finding.on(
                rule, "unknown-field", "error", f"nothing fills in {{{name}}} of the message", f"known: {known}"
            )
    if "{fix}" in rule.message and not rule.fixes:
        yield Finding.on(rule, "unknown-field", "warning", "the message speaks of a {fix}, and the rule has none")


def languages(rule: Rule) -> Iterator[Finding]:
    """Tags that are no language, and rules that can never be on."""
    for tag in (*rule.languages, *rule.except_languages):
        if not _is_language(tag):
            yield Finding.on(rule, "unknown-language", "error", f"{tag} is no language", _meant(tag))
    if rule.languages and not any(rule.speaks(tag) for tag in rule.languages):
        yield Finding.on(rule, "unreachable-language", "error", "except-languages takes away all of its languages")
    if rule.kind == "checker" and (rule.trigger or find(rule.checker).trigger) in (
        "@unknown-word",
        "@torn-word",
        "@broken-word",
    ):
        silent = [tag for tag in rule.languages if tag.split("-")[0].lower() not in _with_words()]
        if silent:
            message = f"it needs a word list, and there is none for {', '.join(silent)}"
            yield Finding.on(
                rule, "unreachable-language", "error" if len(silent) == len(rule.languages) else "warning", message
            )


def evidence(rule: Rule) -> Iterator[Finding]:
    """Examples that are missing."""
    ok = [e for e in rule.examples if e.ok is not None]
    if rule.kind == "protect":
        if not ok:
            yield Finding.on(rule, "no-ok", "warning", "no ok example shows what it protects")
    elif rule.applicability == "safe" and rule.fixes and len(ok) < 2:
        yield Finding.on(
            rule, "few-ok", "info", "a safe rule with one ok example only", "show what looks alike and must stay"
        )
    if not rule.why:
        yield Finding.on(rule, "no-why", "info", "the rule does not say why", "where does the defect come from?")
    for e in rule.examples:
        lang = e.lang
        if e.bad is not None and lang and not rule.speaks(lang):
            yield Finding.on(
                rule, "unreachable-language", "error", f"a bad example is in {lang}, where the rule is off", line=e.line
            )


def _patterns(rule: Rule) -> list[str]:
    return [rule.pattern] if rule.kind == "pattern" else [p for p, _ in rule.swap]


@lru_cache(maxsize=256)
def _is_language(tag: str) -> bool:
    import langcodes

    return langcodes.tag_is_valid(tag)


def _meant(tag: str) -> str:
    """The tag that a country's code was probably meant for."""
    usual = {
        "jp": "ja",
        "cz": "cs",
        "gr": "el",
        "ua": "uk",
        "cn": "zh",
        "dk": "da",
        "se": "sv",
        "kr": "ko",
        "vn": "vi",
        "rs": "sr",
    }
    found = usual.get(tag.split("-")[0].lower())
    return f"did you mean {found}?" if found else "BCP-47, such as en or zh-Hant"


@lru_cache(maxsize=1)
def _with_words() -> frozenset[str]:
    import wordfreq

    return frozenset(wordfreq.available_languages("small"))
