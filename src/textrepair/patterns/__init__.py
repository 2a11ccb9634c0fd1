"""Regular expressions: compiled once with `regex`, and widened to RE2 so that one DFA pass can rule them out."""

from . import gate
from .compiled import compile_pattern
from .widen import Widened, nested, remember, why_not, widen

__all__ = ["Widened", "compile_pattern", "gate", "nested", "remember", "why_not", "widen"]
