"""A run leaves the search for garbage as it found it, and searches between two batches."""

import gc

from textrepair.run import garbage
from textrepair.run.garbage import seldom_meanwhile, swept


class Loop:
    def __init__(self):
        self.me = self


def test_afterwards_it_is_as_it_was():
    before = gc.get_threshold(), gc.get_freeze_count()
    with seldom_meanwhile():
        assert gc.get_threshold() != before[0]
    assert (gc.get_threshold(), gc.get_freeze_count()) == before


def test_garbage_goes_between_two_batches(monkeypatch):
    found = []
    gc.callbacks.append(look := lambda phase, info: found.append(info["collected"]) if phase == "stop" else None)
    try:
        with seldom_meanwhile():
            monkeypatch.setattr(garbage, "_MANY", 10_000)
            kept = [Loop() for _ in range(10_001)]
            swept()
            for _ in range(10_001):
                Loop()
            assert not found and gc.get_freeze_count() > len(kept)
            swept()
    finally:
        gc.callbacks.remove(look)
    assert found and found[0] > 10_000
