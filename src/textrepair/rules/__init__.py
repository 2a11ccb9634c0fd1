"""Rules: what to look for and what to do about it, as data. Read from strict YAML, tested by their own examples."""

from .catalogue import builtin_folder, load_catalogue
from .rule import Example, Rule

__all__ = ["Example", "Rule", "builtin_folder", "load_catalogue"]
