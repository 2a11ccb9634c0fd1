"""The command line: the only place that prints and exits."""

from .main import run

__all__ = ["run"]
