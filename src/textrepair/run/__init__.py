"""A corpus through the engine: which files, in what order, what is written where."""

from .corpus import run
from .discover import discover
from .job import Job
from .source import Profile, Source
from .summary import Summary

__all__ = ["Job", "Profile", "Source", "Summary", "discover", "run"]
