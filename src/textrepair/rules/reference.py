"""The rule reference under docs/rules, made from the rules themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Sequence

from ..checkers import find
from ..checkers.declare import builtin_names
from ..families import FAMILIES, SHIELD
from .page import code, family_title, markdown, page, precision, table, type_name, value
from .rule import Rule

_MADE = "<!-- Made by `python docs/generate.py`; do not edit. -->"


def reference(rules: Sequence[Rule]) -> dict[str, str]:
    """File name -> Markdown: an index, a page for each family, and one of the checkers."""
    families = {**FAMILIES, SHIELD: "protect"}
    files = {"README.md": _index(rules, families), "checkers.md": _checkers(rules)}
    for prefix, name in families.items():
        own = [r for r in rules if r.code.startswith(prefix)]
        if own:
            files[f"{name}.md"] = "\n".join([_MADE, f"\n# {family_title(prefix)}\n", *(page(r, 2) for r in own)])
    return files


def _index(rules: Sequence[Rule], families: dict[str, str]) -> str:
    fixing = sum(r.fixes for r in rules if r.kind != "protect")
    safe = sum(r.applicability == "safe" and r.fixes for r in rules)
    finding = sum(r.kind != "protect" for r in rules)
    lines = [
        _MADE,
        "\n# Rules\n",
        f"{finding} rules, of which {fixing} can repair what they find and {safe} do so by default, "
        f"and {len(rules) - finding} that protect. How to write one: [writing-rules.md](../writing-rules.md).\n",
    ]
    for prefix, name in families.items():
        own = [r for r in rules if r.code.startswith(prefix)]
        if own:
            lines += [f"## [{family_title(prefix)}]({name}.md)\n", _table(own, name), ""]
    return "\n".join(lines)


def _table(rules: Iterable[Rule], file: str) -> str:
    rows = []
    for r in rules:
        anchor = f"{r.code} {r.name}".lower().replace(" ", "-")
        tier = r.applicability if r.fixes else "shields" if r.kind == "protect" else "reports"
        language = ", ".join(r.languages) or "all"
        rows.append((f"[{r.code}]({file}.md#{anchor})", r.name, markdown(r.message), tier, language, precision(r.code)))
    return table(("code", "name", "message", "repair", "languages", "measured"), rows)


def _checkers(rules: Sequence[Rule]) -> str:
    lines = [
        _MADE,
        "\n# Built-in checkers\n",
        "What a rule with `checker:` may name. How to write one: [checkers.md](../checkers.md).\n",
    ]
    for name in builtin_names():
        checker = find(name)
        users = ", ".join(r.code for r in rules if r.checker == name)
        about = inspect.getdoc(checker.function) or ""
        lines += [
            f"## {name}\n",
            about + "\n",
            f"Called once for each {checker.scope}. Used by {users or 'no built-in rule'}.\n",
        ]
        rows = [(code(n), type_name(p), value(p.default)) for n, p in checker.options.items()]
        lines += [table(("option", "type", "default"), rows), ""] if rows else []
    return "\n".join(lines)
