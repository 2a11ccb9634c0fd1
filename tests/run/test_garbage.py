"""A run leaves the search for garbage as it found it, and searches between two batches."""

import gc

from textrepair.run import garbage
from textrepair.run.garbage import seldom_meanwhile, swept


class Loop:
    def __init__(self):
        self.me = self


def test_afterwards_it_is_as_it_was():
    before = gc.get_threshold()
    with seldom_meanwhile():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before


def test_garbage_goes_between_two_batches(monkeypatch):
    found = []
    gc.callbacks.append(look := lambda phase, info: found.append(info["collected"]) if phase == "stop" else None)
    try:
        with seldom_meanwhile():
            monkeypatch.setattr(garbage, "_MANY", 60_000)
            for _ in range(60_001):
                Loop()
            assert not found
            swept()
            swept()
    finally:
        gc.callbacks.remove(look)
    assert len(found) == 1 and found[0] > 60_000
