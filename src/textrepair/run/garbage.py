"""What is no longer used: Python's search for it, less often, and where it goes.

A run makes many small objects and hardly any cycles. A search for these goes over all that is alive of what was made
since the last one. So the time for it is between two batches, when next to nothing is; what comes earlier is for a
record that makes more than any batch should.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from ..kernel import give_back

#: Objects made before the youngest are searched between two batches, and in the middle of one; how many searches of one
#: age make one of the next. A record of 100 MB is one batch: with a million, a seventh of its memory was garbage.
_MANY, _SELDOM = 50_000, (150_000, 20, 100)


#: Blocks of so many bytes, of which a batch takes a few, go back to the system: half the size costs time.
_LARGE = 1 << 20


def returned() -> None:
    """From now on the system gets large blocks back."""
    give_back(_LARGE)


def seldom() -> None:
    """From now on, in a process of our own."""
    gc.set_threshold(*_SELDOM)


@contextmanager
def seldom_meanwhile() -> Iterator[None]:
    """In a process of somebody else's: as it was afterwards."""
    before = gc.get_threshold()
    seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


def swept() -> None:
    """Between two batches: search the youngest if there are many."""
    if gc.get_count()[0] > _MANY:
        gc.collect(0)
