"""Tables of languages, mapped into memory, of which only so much stays there as is in use.

A corpus in twenty languages has words in tables of two hundred megabytes. The system would keep every page that was
ever looked at in the process's memory until it is short of it, and the fifteen pages around it too. A page that was let
go of is still in the system's own cache, and back in less than a microsecond.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from weakref import WeakSet

#: Bytes of tables that may be in memory before all are let go of.
_MOST = 8 << 20
#: After so many words that were looked up it is seen to that it is so. Each may bring two dozen pages.
_OFTEN = 64
#: Size, memory, and of this what is mapped from files, in pages.
_PAGES = "/proc/self/statm"
_MAPPED: WeakSet[mmap.mmap] = WeakSet()
#: How many words more may be looked up before that, and what was in memory when there were no tables in it: programs.
_left, _others = _OFTEN, 0
#: Bytes of all tables that were ever mapped: as long as these are few nobody need ask what is in memory.
_size = 0


def mapped(path: Path) -> memoryview:
    """A file, mapped into memory: nothing is read but what is looked at. Raises ValueError for an empty one."""
    global _size
    with path.open("rb") as stream:
        made = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    _size += len(made)
    _MAPPED.add(made)
    return memoryview(made)


def looked_up(words: int) -> None:
    """To be told of all words that are looked up in tables: now and then they are let go of."""
    global _left
    _left -= words
    if _left <= 0:
        _left = _OFTEN
        settle()


def settle() -> None:
    """Let go of the tables if more of them is in memory than should be. To be called before much is looked up."""
    global _others
    if _size > _MOST and _in_memory() - _others > _MOST:
        for one in _MAPPED:
            one.madvise(mmap.MADV_DONTNEED)
        _others = _in_memory()


def _in_memory() -> int:
    """Bytes of mapped files in this process's memory; 0 where the system does not say."""
    try:
        with open(_PAGES, "rb", buffering=0) as pages:
            return int(pages.read(100).split()[2]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0
