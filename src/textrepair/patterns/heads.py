"""With what a line begins for a trigger to hit that looks at its start: of a few literals, one.

Lines of boilerplate begin with one of hundreds of words. Nearly every text has some of them somewhere, hardly any has
one at the head of a line; and their automata are the largest.
"""

from __future__ import annotations

from .needs import BEYOND, LONGEST, MARK, PLAIN, TOKEN, Needs, Unknown, behind_signs, is_there, needs, piece

_ANCHOR = "(?m:^)"
_MOST = 400
_AT_ONCE = 40
#: Shorter ones say too little.
_SHORTEST = 2
_NOTHING = frozenset(("",))


#: What a piece begins with, whether that is all of it, and where it ends.
_Read = tuple[Needs, bool, int]


def heads(trigger: str) -> Needs:
    """What a text needs for the trigger to hit: by alternative what a line begins with, or else what is anywhere."""
    if _ANCHOR not in trigger:
        return needs(trigger)
    every: list[frozenset[str]] = []
    at = 0
    while at <= len(trigger):
        try:
            found, _, end = _sequence(trigger, at, False)
        except (Unknown, RecursionError):
            return needs(trigger)
        told = _marked(found) or needs(trigger[at:end])
        if told is None or trigger[end : end + 1] not in ("|", ""):
            return needs(trigger)
        every.append(told)
        at = end + 1
    together = frozenset[str]().union(*every)
    return together if len(together) <= _MOST else needs(trigger)


def _marked(found: Needs) -> Needs:
    """The heads of lines behind `MARK`; None where they say too little."""
    plain = {behind_signs(literal)[:LONGEST] for literal in found or ("",)}
    return frozenset(MARK + p for p in plain) if all(len(p) >= _SHORTEST for p in plain) else None


def _alternatives(trigger: str, at: int, begun: bool) -> _Read:
    """What any of them begins with. `begun`: a line has."""
    every: list[frozenset[str]] = []
    unknown, whole = False, True
    while True:
        found, all_of_it, at = _sequence(trigger, at, begun)
        unknown, whole = unknown or found is None, whole and all_of_it
        every.append(found or frozenset())
        if trigger[at : at + 1] != "|":
            break
        at += 1
    return None if unknown else frozenset().union(*every), whole, at


def _sequence(trigger: str, at: int, begun: bool) -> _Read:
    """What a sequence begins with: its first characters, or those of its first group and what stands before it."""
    others: frozenset[str] = frozenset()  # of pieces at the start that may be left out
    runs, over = _NOTHING, False
    while at < len(trigger) and trigger[at] not in "|)":
        if trigger.startswith(_ANCHOR, at):
            at, begun = at + len(_ANCHOR), True
            continue
        some, whole, at = _piece(trigger, at, begun)
        least, at = _least(trigger, at)
        if over or (whole and some == _NOTHING):
            continue
        if some is None or (runs != _NOTHING and len(runs) * len(some) > _AT_ONCE):
            over = True
        elif least is None or least > 0:
            runs, begun = frozenset(run + one for run in runs for one in some), True
            over = least is not None or not whole
        elif begun and runs == _NOTHING:  # signs by themselves don't count, as nothing that stands before a head does
            others |= {one for one in some if not whole or behind_signs(one)}
        else:
            over = True
    return (others | runs if begun else None), not (over or others), at


def _piece(trigger: str, at: int, begun: bool) -> _Read:
    if plain := PLAIN.match(trigger, at):
        return (frozenset((plain.group().lower(),)) if begun else None), True, plain.end()
    m = TOKEN.match(trigger, at)
    if m and m["open"]:
        found, whole, end = _alternatives(trigger, m.end(), begun)
        if trigger[end : end + 1] != ")":
            raise Unknown
        return found, whole, end + 1
    if m and m["place"] in ("b", "B"):
        return _NOTHING, True, m.end()
    found, end = piece(trigger, at)
    return (found if begun and found and BEYOND not in found else None), True, end


def _least(trigger: str, at: int) -> tuple[int | None, int]:
    """How often the piece before is there at least, 0 or 1, and what follows; None where nothing says so: once."""
    m = TOKEN.match(trigger, at)
    if not m or not m["times"]:
        return None, at
    return int(is_there(m["times"])), m.end()
