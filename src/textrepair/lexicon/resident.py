"""Tables of languages, mapped into memory, of which only so much stays there as is in use.

A corpus in twenty languages has words in tables of two hundred megabytes. The system would keep every page that was
ever looked at in the process's memory until it is short of it. A page that was let go of is still in the system's own
cache, and back in less than a microsecond.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from weakref import WeakSet

#: Bytes of mapped files, programs and libraries included, that may be in memory before all tables are let go of.
_MOST = 36 << 20
#: Size, memory, and of this what is mapped from files, in pages.
_PAGES = "/proc/self/statm"
_MAPPED: WeakSet[mmap.mmap] = WeakSet()


def mapped(path: Path) -> memoryview:
    """A file, mapped into memory: nothing is read but what is looked at. Raises ValueError for an empty one."""
    with path.open("rb") as stream:
        made = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    _MAPPED.add(made)
    return memoryview(made)


def settle() -> None:
    """Let go of the tables if more of them is in memory than should be. To be called now and then."""
    if sum(map(len, _MAPPED)) > _MOST and _in_memory() > _MOST:
        for one in _MAPPED:
            one.madvise(mmap.MADV_DONTNEED)


def _in_memory() -> int:
    """Bytes of mapped files in this process's memory; 0 where the system does not say."""
    try:
        with open(_PAGES, "rb", buffering=0) as pages:
            return int(pages.read(100).split()[2]) * mmap.PAGESIZE
    except (OSError, ValueError, IndexError):
        return 0
