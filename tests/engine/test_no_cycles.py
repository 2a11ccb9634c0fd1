"""What the engine makes is gone with the last name for it: cyclic garbage would stay, text and all, for many batches."""

import gc
from collections import Counter

from textrepair import Record, Repairer
from textrepair.rules import load_catalogue
from textrepair.settings import Settings

RECORDS = [Record(e.bad or e.ok or "", language=e.lang) for r in load_catalogue() for e in r.examples]


def test_no_cyclic_garbage():
    """Of all examples of the catalogue, in the second run: the first compiles, and learns words."""
    repairer = Repairer(Settings(unsafe_fixes=True))
    assert len(repairer.found(RECORDS)) > len(RECORDS) / 3
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        repairer.found(RECORDS)
        gc.collect()
        left = Counter(type(o).__name__ for o in gc.garbage)
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert left == {}
