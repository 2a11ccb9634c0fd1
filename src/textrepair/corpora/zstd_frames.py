"""Whether a zstandard file is whole. The library's stream reader takes a file that was cut for one that ends.

The frames and blocks of RFC 8878 tell their sizes, so that nothing has to be decompressed to walk through them.
"""

from __future__ import annotations

import os
from typing import BinaryIO

_MAGIC, _SKIPPABLE = 0xFD2FB528, 0x184D2A50
_RLE = 1


def whole(raw: BinaryIO) -> bool:
    """Whether the last frame of a file is complete. True for what is no zstandard: reading it will say so."""
    file = raw.fileno()
    try:
        return _walked(file, os.fstat(file).st_size)
    finally:
        os.lseek(file, 0, os.SEEK_SET)


def _walked(file: int, end: int) -> bool:
    at = 0
    while at < end:
        magic = _number(file, at, 4)
        if magic & ~0xF == _SKIPPABLE:
            at += 8 + _number(file, at + 4, 4)
        elif magic == _MAGIC:
            at = _after_frame(file, at + 4, end)
        else:
            return end - at >= 4
    return at == end


def _after_frame(file: int, at: int, end: int) -> int:
    """Where a frame ends; behind `end` if it is cut."""
    head = _number(file, at, 1)
    single = head >> 5 & 1
    at += 1 + (not single) + (0, 1, 2, 4)[head & 3] + (single, 2, 4, 8)[head >> 6]
    last = False
    while not last:
        if at + 3 > end:
            return end + 1
        block = _number(file, at, 3)
        last = bool(block & 1)
        at += 3 + (1 if block >> 1 & 3 == _RLE else block >> 3)
    return at + 4 * (head >> 2 & 1)


def _number(file: int, at: int, size: int) -> int:
    os.lseek(file, at, os.SEEK_SET)
    return int.from_bytes(os.read(file, size), "little")
