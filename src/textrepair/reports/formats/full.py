"""A frame a defect: the line it is in, a caret span under it, the proposed repair."""

from __future__ import annotations

from collections.abc import Callable

from ...run.rows import Row
from ..findings import Findings
from ..style import SEVERITY_COLORS, Style
from ..visible import columns, fitting, harmless, shortened, visible, wrapped
from ..wording import mark, position, short


def write(findings: Findings, out: Callable[[str], object], style: Style) -> None:
    """A blank line stands after each frame."""
    for row in findings.rows():
        out("\n".join([*_frame(row, style), "", ""]))


def _frame(row: Row, style: Style) -> list[str]:
    color = SEVERITY_COLORS[row["severity"]]
    head = f"{style.paint(row['code'], 'bold', color)} {style.paint(mark(row), 'cyan')} {row['name']}"
    number = str(row["line"])
    gutter = " " * len(number) + " " + style.paint("|", "dim")
    line, caret = _window(row, style.width - len(number) - 3, style)
    lines = [head, f"{' ' * len(number)} {style.paint('-->', 'dim')} {style.paint(position(row), 'bold')}"]
    if row["place"]["head"] or row["match"] or row["place"]["tail"]:
        lines += [gutter, f"{style.paint(number, 'dim')} {style.paint('|', 'dim')} {line}", f"{gutter} {caret}"]
    first, *rest = wrapped(short(row["message"]), style.width - len(number) - 3) or [""]
    lines += [f"{' ' * len(number)} = {first}", *(" " * (len(number) + 3) + line for line in rest)]
    return lines + _repairs(row, len(number), style)


def _repairs(row: Row, indent: int, style: Style) -> list[str]:
    fix = row["fix"]
    if not fix:
        return []
    tier = (
        "applied"
        if row["applied"]
        else {"safe": "safe", "unsafe": "unsafe", "display": "perhaps"}[fix["applicability"]]
    )
    room = style.width - indent - len(tier) - 8
    lines = [f"{' ' * indent} + {style.paint(_shown(fix['replacement'], room), 'green')} ({tier})"]
    return lines + [f"{' ' * indent} ? {style.paint(_shown(a, room), 'green')} (or)" for a in fix["alternatives"][:3]]


def _shown(text: str, room: int) -> str:
    return shortened(visible(text), room) if text else "(nothing)"


def _window(row: Row, room: int, style: Style) -> tuple[str, str]:
    """The line around the match, cut to `room` columns, and the carets under it."""
    place = row["place"]
    match = shortened(visible(row["match"]), room - 8)
    left = (room - columns(match)) // 2
    head, tail = harmless(place["head"]), harmless(place["tail"])
    left = max(left, room - columns(match) - columns(tail))
    before = _cut(head, left, place["cut"][0], end=True)
    after = _cut(tail, room - columns(match) - columns(before), place["cut"][1], end=False)
    color = SEVERITY_COLORS[row["severity"]]
    carets = " " * columns(before) + style.paint("^" * max(1, columns(match)), "bold", color)
    return before + style.paint(match, "bold", color) + after, carets


def _cut(text: str, room: int, more: bool, *, end: bool) -> str:
    """The part next to the match, with an ellipsis where something is missing."""
    if columns(text) <= room and not more:
        return text
    part = fitting(text, max(0, room - 1), end=end)
    return "…" + part if end else part + "…"
