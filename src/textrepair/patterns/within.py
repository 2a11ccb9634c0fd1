"""Where a trigger may be looked for: in single lines, in lines with unusual signs only, or at line ends.

RE2 reads half a gigabyte a second, whatever it reads. It need not read what can't be hit: most triggers for broken
encodings have a sign in all their hits that a line of plain English has not, and those for line ends begin there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from .classes import UNASSIGNED
from .needs import CLASS, TOKEN, Unknown, char_of, is_there

#: Characters that few lines have: all beyond ASCII, control characters, and these.
SIGNS = "&\\=<>^@#~*_{}|`"
_LINE_END = 10
#: Scripts without a letter in ASCII.
_BEYOND = frozenset(
    (
        *("Arabic", "Armenian", "Bengali", "Cyrillic", "Devanagari", "Georgian", "Greek"),
        *("Han", "Hangul", "Hebrew", "Hiragana", "Katakana", "Tamil", "Thai"),
    )
)

_Range = tuple[int, int]
_LAST = 0x10FFFF
#: What RE2 means by them, and some signs between.
_SETS = {"d": (48, 57), "w": (48, 122), "s": (9, 32)}


def stays_in_line(trigger: str) -> bool:
    """Whether no match of an RE2 pattern holds a line end, or depends on where the text begins or ends."""
    return "(?s" not in trigger and _all(trigger, _no_line_end)


def is_signed(trigger: str) -> bool:
    """Whether all matches of an RE2 pattern hold a character beyond ASCII, a control character or one of `SIGNS`."""
    if "(?i" in trigger:  # the Kelvin sign is a k then
        return False
    try:
        found, end = _alternatives(trigger, 0)
    except (Unknown, RecursionError):
        return False
    return found and end == len(trigger)


def from_line_end(trigger: str) -> str | None:
    """What is left of an RE2 pattern from the line end on that all its matches hold; None if none is found."""
    try:
        return _from_line_end(trigger)
    except Unknown:
        return None


def _from_line_end(trigger: str) -> str | None:
    if trigger.startswith("(?:") and _end(trigger, 0) == len(trigger):
        return _from_line_end(trigger[3:-1])
    at, found = 0, None
    while at < len(trigger):
        m = _token(trigger, at)
        if m["bar"] or m["flags"]:
            return None
        end = _end(trigger, at)
        times = TOKEN.match(trigger, end)
        repeated = times is not None and times["times"] is not None
        if found is None and not m["open"] and not m["class"] and _code(m) == _LINE_END and not repeated:
            found = trigger[at:]
        at = times.end() if times and repeated else end
    return found


def _all(trigger: str, test: Callable[[str, re.Match[str]], bool]) -> bool:
    """Whether something is true of every part of a pattern, those of groups included."""
    at = 0
    try:
        while at < len(trigger):
            m = TOKEN.match(trigger, at)
            if m is None or not (m["times"] or test(trigger, m)):
                return False
            at = _end(trigger, at) if m["class"] else m.end()
    except Unknown:
        return False
    return True


def _no_line_end(trigger: str, m: re.Match[str]) -> bool:
    if m["end"]:
        return trigger.endswith("(?m:", 0, m.start())
    if m["flags"] or m["place"] in ("A", "z"):
        return False
    if m["class"]:
        return not any(low <= _LINE_END <= high for low, high in _ranges(trigger[m.start() : _end(trigger, m.start())]))
    if m["set"]:
        return m["set"] in ("d", "w") or m["set"].strip("p{}") in _BEYOND
    return _code(m) != _LINE_END


def _alternatives(trigger: str, at: int) -> tuple[bool, int]:
    """Whether each of some alternatives needs a sign, and where they end."""
    signed = True
    while True:
        found, at = _sequence(trigger, at)
        signed = signed and found
        if trigger[at : at + 1] != "|":
            return signed, at
        at += 1


def _sequence(trigger: str, at: int) -> tuple[bool, int]:
    """Whether one of the parts that must be there needs a sign."""
    signed = False
    while at < len(trigger) and trigger[at] not in "|)":
        m = _token(trigger, at)
        if m["flags"]:
            at = m.end()
            continue
        if m["open"]:
            found, at = _alternatives(trigger, m.end())
            at += 1
        else:
            found, at = _signed(trigger, m), _end(trigger, at)
        times = TOKEN.match(trigger, at)
        if times and times["times"]:
            at = times.end()
            found = found and is_there(times["times"])
        signed = signed or found
    return signed, at


def _signed(trigger: str, m: re.Match[str]) -> bool:
    if m["class"]:
        return all(_are_signs(one) for one in _ranges(trigger[m.start() : _end(trigger, m.start())]))
    if m["set"]:
        return m["set"].strip("p{}") in _BEYOND
    code = _code(m)
    return code is not None and _are_signs((code, code))


def _are_signs(one: _Range) -> bool:
    return all(signed(code) for code in range(one[0], min(one[1], 127) + 1))


def signed(code: int) -> bool:
    """Whether a code point is one of the signs."""
    return code >= 0x80 or (code < 32 and code != _LINE_END) or code == 127 or chr(code) in SIGNS


@lru_cache(maxsize=1024)
def _ranges(written: str) -> tuple[_Range, ...]:
    """The code points of a class in brackets, or more."""
    if written == UNASSIGNED:
        return ((0x80, _LAST),)
    negated = written[1] == "^"
    found, at = list[_Range](), 2 if negated else 1
    while at < len(written) - 1:
        some, at = _member(written, at, negated)
        if len(some) == 1 and written[at] == "-" and at + 1 < len(written) - 1:
            high, at = _member(written, at + 1, negated)
            some = [(some[0][0], high[0][1])]
        found += some
    return tuple(_others(found)) if negated else tuple(found)


def _member(written: str, at: int, negated: bool) -> tuple[list[_Range], int]:
    """The code points of a member of a class: not all if the class is `negated`, or more."""
    m = TOKEN.match(written, at)
    if m is None or written.startswith("[:", at) or m["place"]:
        raise Unknown
    if written[at] != "\\":
        return [(ord(written[at]), ord(written[at]))], at + 1
    if m["set"]:
        beyond = m["set"].strip("p{}") in _BEYOND
        return [] if negated else [(0x80, _LAST) if beyond else _SETS.get(m["set"], (0, _LAST))], m.end()
    code = _code(m)
    if code is None:
        raise Unknown
    return [(code, code)], m.end()


def _others(ranges: list[_Range]) -> Iterator[_Range]:
    """All code points but those of some ranges."""
    at = 0
    for low, high in sorted(ranges):
        if at < low:
            yield at, low - 1
        at = max(at, high + 1)
    if at <= _LAST:
        yield at, _LAST


def _token(trigger: str, at: int) -> re.Match[str]:
    m = TOKEN.match(trigger, at)
    if m is None or m["times"]:
        raise Unknown
    return m


def _end(trigger: str, at: int) -> int:
    """Where the character, class or group ends that begins here."""
    depth = 0
    while at < len(trigger):
        m = TOKEN.match(trigger, at)
        whole = CLASS.match(trigger, at) if m and m["class"] else None
        if m is None or (m["class"] and whole is None):
            break
        depth += bool(m["open"]) - bool(m["close"])
        at = whole.end() if whole else m.end()
        if depth == 0:
            return at
    raise Unknown


def _code(m: re.Match[str]) -> int | None:
    """The code point of a character; None of what stands for none or many."""
    char = char_of(m)
    if m["plain"] and not char:
        raise Unknown
    return ord(char) if char else None
