"""A corpus through the engine: which files, in what order, what is written where."""

from .corpus import Outcome, run
from .discover import Source, discover
from .job import Job

__all__ = ["Job", "Outcome", "Source", "discover", "run"]
