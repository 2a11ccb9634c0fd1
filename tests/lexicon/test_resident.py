"""Of the tables of languages only so much stays in memory as is in use."""

import mmap
import sys

import pytest

from textrepair.lexicon import resident

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux says what is in memory")


@pytest.fixture
def table(tmp_path):
    """A file of four megabytes, mapped and read."""
    path = tmp_path / "table"
    path.write_bytes(bytes(range(256)) * (1 << 14))
    found = resident.mapped(path)
    assert sum(found[:: mmap.PAGESIZE]) == 0
    return found


def in_memory():
    """Bytes of mapped files that are in memory, as `settle` sees them."""
    return resident._in_memory()


def test_many_pages_are_let_go_of(table, monkeypatch):
    """And are the same when they are looked at again."""
    monkeypatch.setattr(resident, "_MOST", 1 << 20)
    before = in_memory()
    resident.settle()
    assert in_memory() <= before - (3 << 20)
    assert bytes(table[1000:1512]) == (bytes(range(256)) * 6)[1000:1512]


def test_a_few_stay(table, monkeypatch):
    """As they are asked for all the time."""
    monkeypatch.setattr(resident, "_MOST", 1 << 40)
    before = in_memory()
    resident.settle()
    assert in_memory() == before


def test_what_others_have_mapped_stays(table, monkeypatch):
    """Programs and libraries may be larger than all tables: they are no reason to let go of these again and again."""
    monkeypatch.setattr(resident, "_MOST", 5 << 20)
    monkeypatch.setattr(resident, "_others", in_memory() - (4 << 20))
    before = in_memory()
    resident.settle()
    assert in_memory() == before


def test_now_and_then_look_ups_are_counted(monkeypatch):
    """To ask the system after each would take longer than the look-up."""
    asked = []
    monkeypatch.setattr(resident, "settle", lambda: asked.append(1))
    monkeypatch.setattr(resident, "_left", 10)
    for _ in range(10):
        resident.looked_up(1)
    assert len(asked) == 1
    for _ in range(10 * resident._OFTEN):
        resident.looked_up(1)
    assert len(asked) == 11
