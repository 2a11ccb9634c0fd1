"""Rules learnt from a text and its good version."""

from .journal import from_journal
from .pair import Pair
from .write import rules_for

__all__ = ["Pair", "from_journal", "rules_for"]
