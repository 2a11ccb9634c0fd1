"""What a run found, in the forms that people and machines read: one file a format, under `formats`."""

from .findings import Findings
from .registry import FORMATS, render

__all__ = ["FORMATS", "Findings", "render"]
