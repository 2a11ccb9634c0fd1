"""One rule as a page on a terminal: for `rules show`."""

from __future__ import annotations

import textwrap

from .page import OPTION_HEADS, facts, looks_for, options
from .rule import Rule
from .visible import visible

_WIDTH = 96


def screen(rule: Rule) -> str:
    """What, why, options and examples, as plain text."""
    from tabulate import tabulate

    parts = [f"{rule.code} {rule.name}", _wrapped(visible(rule.message))]
    parts.append(tabulate([(f"  {a}", b) for a, b in facts(rule)], tablefmt="plain").replace("`", ""))
    if rule.why:
        parts.append(_wrapped(visible(" ".join(rule.why.split()))))
    parts += ["Looks for", _indented(looks_for(rule, visible))]
    if rows := options(rule):
        cells = [[visible(cell.strip("`")) for cell in row] for row in rows]
        parts += ["Options", _indented(tabulate(cells, OPTION_HEADS, disable_numparse=True))]
    parts += ["Examples", "\n\n".join(_examples(rule))]
    if rule.url:
        parts.append(f"See {rule.url}")
    parts.append(f"From {rule.source}:{rule.line}")
    return "\n\n".join(parts) + "\n"


def _examples(rule: Rule) -> list[str]:
    shown = []
    for e in rule.examples:
        lines = [("found", e.bad), ("becomes", e.good), ("stays", e.ok)]
        notes = [e.note, f"not managed yet: {e.xfail}" if e.xfail else ""]
        told = [f"  {word:<8}{visible(text) or '(nothing)'}" for word, text in lines if text is not None]
        told[-1] += f"   [{e.lang}]" if e.lang else ""
        shown.append("\n".join([*told, *(f"          ({visible(note)})" for note in notes if note)]))
    return shown


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _indented(text: str) -> str:
    return textwrap.indent(text, "  ")
