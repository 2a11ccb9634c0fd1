"""A learnt rule as YAML, tried before it is handed out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from ...errors import UsageError, nearest
from ...families import FAMILIES
from ..examples import Tried, noise, tried
from ..load import load_text
from ..rule import Rule
from ..schema import is_code
from ..visible import escaped, is_hidden
from .pair import Change, Pair, changes
from .pattern import learnt

_FIRST = 901


def rules_for(
    pairs: Sequence[Pair], catalogue: Sequence[Rule], *, code: str | None = None, name: str | None = None
) -> str:
    """YAML documents with a rule for each difference of the pairs. Raises `UsageError` where none can be made."""
    taken = {r.code for r in catalogue} | {r.name for r in catalogue}
    shields = [r for r in catalogue if r.kind == "protect"]
    documents = []
    for pair in pairs:
        for change in changes(pair):
            own = _code(change, code, taken)
            document = _tried(change, pair, own, _name(change, name, own, taken), catalogue, shields)
            documents.append(document)
            code = name = None
    return "---\n".join(documents)


def _tried(change: Change, pair: Pair, code: str, name: str, catalogue: Sequence[Rule], shields: Sequence[Rule]) -> str:
    """The rule with the longest text as example with which it holds: the whole, the line, or the words around."""
    failed: list[Tried] = []
    for part in (change, change.line(), *_windows(change)):
        document = _document(part, pair, code, name)
        (rule,) = load_text(document, "new")
        found = [*tried([rule], shields), *noise([rule], [*catalogue, rule])]
        wrong = [t for t in found if not t.ok]
        if not wrong:
            return document
        failed += wrong
    if any(t.outcome == "missing" for t in failed):
        reason = "a protect rule shields the place, or vocabulary"
    else:
        reason = failed[-1].detail or failed[-1].outcome
    raise UsageError(
        f"no rule can be made of {change.before!r} -> {change.after!r}: {reason}",
        "give a text in which nothing else is wrong",
    )


def _windows(change: Change) -> Iterator[Change]:
    for width in (60, 20, 6):
        first = change.text.rfind(" ", 0, max(0, change.start - width)) + 1
        last = change.text.find(" ", min(len(change.text), change.end + width))
        last = len(change.text) if last < 0 else last
        yield Change(change.text[first:last], change.start - first, change.end - first, change.after)


def _document(change: Change, pair: Pair, code: str, name: str) -> str:
    pattern, template = learnt(change)
    origin = pair.note or "a corrected text"
    lines = [
        f"code: {code}",
        f"name: {name}",
        f"message: {quoted('{match} should be {fix}' if change.after else '{match} should not be there')}",
        *([f"languages: [{pair.language}]"] if pair.language else []),
        f"pattern: {quoted(pattern)}",
        f"fix: {quoted(template)}",
        "applicability: unsafe",
        "examples:",
        f"  - {{bad: {quoted(change.text)}, good: {quoted(change.good)}}}",
        f"  - {{ok: {quoted(change.good)}}}",
        f"why: {quoted(f'Learnt from {origin}; say what goes wrong there, and make the pattern wider.')}",
    ]
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """A YAML scalar in quotes: single ones as long as all characters can be seen."""
    if not any(is_hidden(c) for c in text):
        return "'" + text.replace("'", "''") + "'"
    if any("\ud800" <= c <= "\udfff" for c in text):
        raise UsageError("the text holds half of a character (a lone surrogate)", "rules can't name those")
    return '"' + "".join("\\" + c if c in '\\"' else escaped(c) if is_hidden(c) else c for c in text) + '"'


def _code(change: Change, wanted: str | None, taken: set[str]) -> str:
    if wanted is not None:
        if not is_code(wanted) or wanted[:3] not in FAMILIES:
            raise UsageError(f"{wanted} is no rule code", nearest(wanted[:3], FAMILIES))
        if wanted in taken:
            raise UsageError(f"{wanted} is taken", "leave --code out to get a free one")
        found = wanted
    else:
        prefix = family_of(change)
        found = next(c for n in count(_FIRST) if (c := f"{prefix}{n}") not in taken or n > 999)
    taken.add(found)
    return found


def family_of(change: Change) -> str:
    """The family that a change most likely belongs to."""
    before, after = change.before, change.after
    if any(is_hidden(c) and c not in "\n\t" for c in before):
        return "ENC"
    if not after.strip() and before.strip() in _word_beside(change):
        return "REP"
    if re.search(r"[*#■_]{2}", before) and not re.search(r"[*#■_]{2}", after):
        return "MSK"
    if "".join(before.split()) == "".join(after.split()):
        if len(before.split()) == len(after.split()):
            return "WSP"
        return "JOI" if len(after.split()) > len(before.split()) else "SPL"
    if re.fullmatch(rf"({re.escape(after)}\W+)+{re.escape(after)}", before, re.IGNORECASE) and after:
        return "REP"
    if re.sub(r"[^\w]", "", before) == re.sub(r"[^\w]", "", after):
        return "PUN"
    if any(ord(c) > 127 for c in before) and sum(c.isascii() for c in after) >= sum(c.isascii() for c in before):
        return "ENC"
    return "TRU" if after.startswith(before) else "LNG"


def _word_beside(change: Change) -> list[str]:
    """The words just before and just after a change."""
    return [*change.text[: change.start].split()[-1:], *change.text[change.end :].split()[:1]]


def _name(change: Change, wanted: str | None, code: str, taken: set[str]) -> str:
    words = re.findall(r"[a-z0-9]+", change.before.lower())[:5]
    found = wanted or "-".join(words) or "learnt"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found):
        raise UsageError(f"{found!r} is no rule name", "kebab-case, such as masked-party-name")
    if found in taken:
        found = f"{found}-{code.lower()}"
    taken.add(found)
    return found
