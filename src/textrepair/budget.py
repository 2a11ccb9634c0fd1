"""How much work a text may make: counted in matches and characters, never in seconds, so that every run decides alike.

No rule of the catalogue comes near. It is there for rules and checkers of strangers: one that yields for ever, or whose
repairs feed on each other until they fill the memory. What goes beyond it becomes a `FIX003` defect, and the rest of
the text is worked on as before. (The number of passes is bounded too: `FIX001`. A pattern that does not end is stopped
by the clock, as the last resort: `FIX002`.)
"""

from __future__ import annotations

#: Why a rule's matches in a place are left out, or all repairs of a text: see `defects`.
TOO_MANY = "found more than there is room for"
TOO_LONG = "makes the text grow beyond all measure"

#: What even the shortest text may ask for.
_FLOOR = 1000
_GROWTH = 8


def most_matches(length: int) -> int:
    """How many matches a rule may have in a place of so many characters: one at each, and some."""
    return _FLOOR + length


def longest(length: int) -> int:
    """How long a text of so many characters may become."""
    return 10 * _FLOOR + _GROWTH * length
