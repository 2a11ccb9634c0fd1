"""Configuration files: TOML -> values, each with where it came from -> what a run needs."""

from .effective import Config
from .finder import Finder
from .policy import Policy

__all__ = ["Config", "Finder", "Policy"]
