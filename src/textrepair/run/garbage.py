"""Python's search for cyclic garbage, less often: a run makes many small objects and hardly any cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: Objects made before the youngest are searched, and how many searches of one age make one of the next.
_SELDOM = (50_000, 20, 100)


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
