"""A defect in words: where it is, what it is, what would repair it."""

from __future__ import annotations

from ..run.rows import Row
from .visible import shortened, visible

_LONGEST = 72


def position(row: Row) -> str:
    """`report.txt:3:44`, or `news.jsonl:12 #a7f3 text[11:28]`."""
    record, place = row["record"], row.get("place", {})
    # No line may begin with `::`: in a log of GitHub Actions that is a command.
    where = f"{'./' if row['path'].startswith('::') else ''}{visible(row['path'])}:{row['line']}"
    if record["field"] is None:
        return f"{where}:{place.get('column', 1)}"
    name = f" #{shortened(visible(record['id']), 40)}" if record["id"] is not None else ""
    return f"{where}{name} {visible(record['field'])}[{row['span'][0]}:{row['span'][1]}]"


def mark(row: Row) -> str:
    """`[*]` repaired by default, `[?]` with --unsafe-fixes, `[-]` by hand; `[fixed]` done."""
    if row["applied"]:
        return "[fixed]"
    fix = row["fix"]
    return {"safe": "[*]", "unsafe": "[?]"}.get(fix["applicability"], "[-]") if fix else "[-]"


def description(row: Row) -> str:
    """The rule's message, with the match and its repair where the message does not name them itself."""
    text, fix = row["message"], row["fix"]
    told = _told(text, row)
    if not told and row["match"].strip():
        text += f": {row['match']}"
    if fix and (not told or not fix["replacement"] or fix["replacement"] not in row["message"]):
        text += f" -> {fix['replacement']}" if fix["replacement"] else " -> (nothing)"
    if fix and fix["alternatives"]:
        text += f" (or: {', '.join(fix['alternatives'])})"
    return short(text)


def short(text: str) -> str:
    """One line of a bearable length, nothing hidden in it."""
    return shortened(visible(text), 4 * _LONGEST)


def _told(text: str, row: Row) -> bool:
    return bool(row["match"]) and row["match"] in text
