"""Word frequencies of a language and how word-like a letter sequence is, from the package wordfreq, loading fast.

The derived tables are built on first use into the user's cache folder and are never shipped: wordfreq's data is
CC BY-SA 4.0 (Speer, 2022).
"""

from .lexicon import Lexicon, lexicon

__all__ = ["Lexicon", "lexicon"]
