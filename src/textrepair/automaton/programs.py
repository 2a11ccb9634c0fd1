"""The programs of triggers, kept from run to run: to make those of a catalogue takes half a second.

Kept is what `zlib` makes of them, a seventh of their size.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from ..kept import Kept

#: Raise it with every change of what `program` makes of a trigger.
_FORMAT = 1


def _versions() -> str:
    import regex

    return f"{_FORMAT} {regex.__version__}"


_PROGRAMS: Kept[str, bytes] = Kept("programs", _versions)


def programs(triggers: Iterable[str]) -> list[bytes] | None:
    """A program for each trigger; None if one of them can't be read, or would take too much room."""
    found: list[bytes] = []
    for trigger in triggers:
        packed = _PROGRAMS.get(trigger) or _made(trigger)
        if packed is None:
            return None
        found.append(zlib.decompress(packed))
    return found


def _made(trigger: str) -> bytes | None:
    from .characters import let_go  # nothing is made in most runs
    from .program import program
    from .syntax import Unreadable

    try:
        made = zlib.compress(program(trigger))
    except (Unreadable, RecursionError):
        return None
    finally:
        let_go()
    _PROGRAMS.put(trigger, made)
    return made
