"""The hygiene of rules: what no example shows and no user should meet."""

from .finding import Finding
from .linter import Linter

__all__ = ["Finding", "Linter"]
