"""The candidate search: which rules must look at which lines. Everything else of the text is never read by Python.

One DFA pass over the joined texts of a batch and one vectorised pass over its words say where any rule could match.
A gate never decides: with `plain` every rule looks at every line, and the defects are the same.
"""

from .scanner import Scanner
from .scanners import Scanners

__all__ = ["Scanner", "Scanners"]
