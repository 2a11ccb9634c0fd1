"""Corpora on disk: byte-preserving readers and writers, one file a format.

A format cuts a stream of bytes into `Piece`s whose raw bytes, joined, are the stream again. A piece knows the records
in it and can be rebuilt with some of their texts changed; a piece without a change is written as the bytes it came in.
"""

from .piece import Format, Lines, Options, Piece, Problem
from .registry import format_for

__all__ = ["Format", "Lines", "Options", "Piece", "Problem", "format_for"]
