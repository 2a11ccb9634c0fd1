"""What must stand in a text for a trigger to hit: a few literals of which one is always there.

A short text is over before its automata are built. To look for `source` and `editor` in it takes no automaton, and
of two hundred triggers it leaves a few dozen. What is told is a condition without which there is no hit, never a hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ..later import later

#: Of a text that holds none of them, in any case, the trigger is out of the question. None: nothing can be told.
Needs = frozenset[str] | None

#: Stands for any character beyond ASCII.
BEYOND = "\x80"
#: Stands before what a line begins with: see `heads`.
MARK = "\uffff"
#: So many characters of it.
LONGEST = 16
_SIGNS = later(r"[\W_]+")
#: More alternatives than this are slower to look for than the trigger itself.
_MOST = 400
TOKEN = later(
    r"\\x\{(?P<wide>[0-9a-fA-F]+)\}|\\x(?P<hex>[0-9a-fA-F]{2})|\\(?P<set>[pP](?:\{\^?\w+\}|.)|[dDsSwW])|\\(?P<place>[bBAz])"
    r"|\\(?P<plain>.)|(?P<open>\((?:\?(?:P<\w+>|[a-zA-Z-]*:))?)|(?P<flags>\(\?[a-zA-Z-]+\))|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>(?:[*+?]|\{\d+(?:,\d*)?\})\??)|(?P<class>\[\^?)|(?P<dot>\.)|(?P<end>[\^$])|(?P<char>.)",
    re.DOTALL,
)
#: Characters that stand for themselves, once each: most of a trigger.
PLAIN = later(r"[A-Za-z0-9_]{2,}(?![*+?{])")
CLASS = later(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_WIDEST = 40


def needs(trigger: str) -> Needs:
    """The literals of an RE2 pattern, case-folded; None also where the pattern is not understood."""
    try:
        found, end = _alternatives(trigger, 4 if trigger.startswith("(?i)") else 0)
    except (Unknown, RecursionError):
        return None
    return found if end == len(trigger) else None


def folded(text: str) -> str:
    """A text as `met` wants it: with the heads of its lines once more, each behind `MARK`."""
    plain = text.lower() if text.isascii() else _fold(text)
    heads = "".join([MARK + behind_signs(line)[:LONGEST] for line in plain.split("\n")])
    return plain + heads if text.isascii() else plain + heads + BEYOND


def behind_signs(line: str) -> str:
    """A line from its first letter or figure on: bullets, brackets and blanks may stand before it."""
    m = _SIGNS.match(line)
    return line[m.end() :] if m else line


def _fold(text: str) -> str:
    """Without regard to case; all that may stand for an `i` in some language is one."""
    return text.casefold().replace("i\u0307", "i").replace("\u0131", "i")


def met(wanted: Needs, text: str) -> bool:
    """Whether a trigger with these needs may hit in a text that `folded` has made ready."""
    return wanted is None or any(literal in text for literal in wanted)


class Unknown(Exception):
    """Syntax that is not read here."""


def _alternatives(trigger: str, at: int) -> tuple[Needs, int]:
    """Of alternatives one is there: what any of them needs."""
    every: list[Needs] = []
    while True:
        found, at = _sequence(trigger, at)
        every.append(found)
        if trigger[at : at + 1] != "|":
            break
        at += 1
    told = [one for one in every if one is not None]
    together = frozenset().union(*told) if len(told) == len(every) else None
    return (together if together and len(together) <= _MOST else None), at


def _sequence(trigger: str, at: int) -> tuple[Needs, int]:
    """Of a sequence all is there: the best of what its pieces need, neighbouring characters taken together."""
    best: Needs = None
    run = ""
    while at < len(trigger) and trigger[at] not in "|)":
        if plain := PLAIN.match(trigger, at):
            run, at = run + plain.group().lower(), plain.end()
            continue
        one, at = piece(trigger, at)
        m = TOKEN.match(trigger, at)
        if m and m["times"]:
            at = m.end()
            best, run = _better(best, run), ""
            best = _best(best, one) if is_there(m["times"]) else best
        elif one is not None and len(one) == 1 and BEYOND not in one:
            run += next(iter(one))
        else:
            best, run = _best(_better(best, run), one), ""
    return _better(best, run), at


def piece(trigger: str, at: int) -> tuple[Needs, int]:
    """A character, a class or a group. An empty string is needed by what takes no room, such as a line end."""
    m = TOKEN.match(trigger, at)
    if m is None or m["times"] or m["flags"]:
        raise Unknown
    if m["open"]:
        found, end = _alternatives(trigger, m.end())
        if trigger[end : end + 1] != ")":
            raise Unknown
        return found, end + 1
    if m["class"]:
        return _class(trigger, m)
    if m["place"] or m["end"]:
        return None, m.end()
    char = char_of(m)
    return (frozenset((_fold(char),)) if char else None), m.end()


def is_there(times: str) -> bool:
    """Whether what has this behind it comes once at least."""
    return times[0] == "+" or re.match(r"\{0*[1-9]", times) is not None


def char_of(m: re.Match[str]) -> str:
    """The character that a token stands for; empty where it stands for many."""
    code = m["wide"] or m["hex"]
    if code:
        return chr(int(code, 16))
    if m["plain"]:
        if m["plain"].isalnum():
            return _CONTROL.get(m["plain"], "")
        return m["plain"]
    return m["char"] or ""


def _class(trigger: str, opened: re.Match[str]) -> tuple[Needs, int]:
    """The characters of a class, if they are few."""
    m = CLASS.match(trigger, opened.start())
    if m is None:
        raise Unknown
    return _chars(m.group()), m.end()


@lru_cache(maxsize=1024)
def _chars(written: str) -> Needs:
    """Those of a class by itself: large ones stand in many triggers, and many times in each."""
    at, chars = 1, set[str]()
    if written[1] == "^":
        at = 2
        chars.add("")
    while at < len(written) - 1:
        low, at = _member(written, at)
        high = low
        if written[at] == "-" and at + 1 < len(written) - 1:
            high, at = _member(written, at + 1)
        chars.update(_between(low, high))
    if len(chars) > _WIDEST and min(chars) >= BEYOND:
        return frozenset((BEYOND,))
    return frozenset(chars) if len(chars) <= _WIDEST and "" not in chars else None


def _between(low: str, high: str) -> Iterable[str]:
    """The characters of a range; of a long one that it is beyond ASCII, or the empty string."""
    if low and high and ord(high) - ord(low) <= _WIDEST:
        return (_fold(chr(code)) for code in range(ord(low), ord(high) + 1))
    return (BEYOND if low >= BEYOND else "",)


def _member(trigger: str, at: int) -> tuple[str, int]:
    """A character of a class; empty for one that stands for many."""
    m = TOKEN.match(trigger, at)
    if m is None:
        raise Unknown
    if trigger[at] == "\\":
        return ("\b" if m["place"] == "b" else char_of(m)), m.end()
    if trigger.startswith("[:", at):
        raise Unknown
    return trigger[at], at + 1


def _better(best: Needs, run: str) -> Needs:
    return _best(best, frozenset((run,)) if run else None)


def _best(one: Needs, other: Needs) -> Needs:
    """The needs that fewer texts meet: the longer literals, then the fewer."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda n: (min(3, min(map(len, n))), -len(n)))
