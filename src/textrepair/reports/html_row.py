"""A defect as an item of the HTML report: what it is, and the text before and after with the changed words marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from ..memo import Memo
from ..run.rows import Row
from .visible import harmless, is_plain, shortened, visible
from .wording import position, short

_LONGEST = 400
_REACH = 40
_WORD_AFTER = re.compile(rf"\A\S{{1,{_REACH}}}")
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def item(row: Row) -> str:
    """The whole `<li>`."""
    before, after = _sides(row)
    tier = "fixed" if row["applied"] else row["fix"]["applicability"] if row["fix"] else "none"
    head = (
        f'<div class="head"><h3>{row["code"]} {escape(row["name"])}</h3>'
        f'<span class="tag {row["severity"]}">{row["severity"]}</span>'
        f'<span class="tag{" fixed" if tier == "fixed" else ""}">{_TIERS[tier]}</span>'
        f'<span class="where">{escape(position(row))}</span></div>'
    )
    sides = f'<div class="sides"><div><h4>Before</h4>{before}</div><div><h4>After</h4>{after}</div></div>'
    attributes = f'tabindex="-1" data-family="{row["family"]}" data-rule="{row["code"]}" data-tier="{tier}"'
    return f'<li {attributes}>{head}<p class="message">{_marked(escape(short(row["message"])))}</p>{sides}</li>\n'


_TIERS = {
    "fixed": "repaired",
    "safe": "safe repair",
    "unsafe": "likely repair",
    "display": "suggestion",
    "none": "no repair known",
}


def _sides(row: Row) -> tuple[str, str]:
    """The line around the defect as it is and as it would be, or was made."""
    fix, left, right = row["fix"], *_context(row)
    old = _shown(row["match"])
    if not fix:
        return f"{left('mark')}{old}{right('mark')}", '<p class="soft">no repair proposed</p>'
    others = "".join([f"<li>{_shown(a)}</li>" for a in fix["alternatives"][:5]])
    choice = f'<p class="soft">or:</p><ul class="text">{others}</ul>' if others else ""
    return f"{left('del')}{old}{right('del')}", f"{left('ins')}{_shown(fix['replacement'])}{right('ins')}{choice}"


Side = Callable[[str], str]


def _context(row: Row) -> tuple[Side, Side]:
    """What stands before and after a defect, for any mark. The words it touches are marked, and in them what it is
    about."""
    head, tail = row["place"]["head"], row["place"]["tail"]
    right = _WORD_AFTER.search(tail)
    before, after = _last_word(head[-_REACH:]), (right[0] if right else "")
    start, end = ["…" if cut else "" for cut in row["place"]["cut"]]
    shown = _safe if is_plain(head) and is_plain(tail) else _around
    opening = (
        f'<p class="text" dir="auto"{_LANG[row["language"] or ""]}>{start}{shown(head[: len(head) - len(before)])}'
    )
    closing = f"{shown(tail[len(after) :])}{end}</p>"
    word, rest = shown(before), shown(after)
    return (
        lambda mark: f"{opening}<{mark}>{word}<b>",
        lambda mark: f"</b>{rest}</{mark}>{closing}",
    )


def _last_word(text: str) -> str:
    """What follows the last blank."""
    return "" if text[-1:].isspace() else "".join(text.split()[-1:])


_LANG = Memo(lambda language: f' lang="{language}"' if _TAG.fullmatch(language) else "")


def _shown(text: str) -> str:
    """The text a defect is about: what is hidden in it is named."""
    return _marked(escape(shortened(visible(text), _LONGEST)))


def _around(text: str) -> str:
    return _safe(harmless(text))


def _safe(text: str) -> str:
    return _marked(escape(text))


def _marked(escaped: str) -> str:
    """Names of hidden characters set apart from the text."""
    return _ESCAPED_NAME.sub(r'<span class="hidden-char">\g<0></span>', escaped) if "&lt;" in escaped else escaped


_ESCAPED_NAME = re.compile(r"&lt;(?:U\+[0-9A-F]{4,6} [A-Z0-9 -]*|byte [0-9A-F]{2})&gt;")
