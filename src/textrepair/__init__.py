"""Finds translation and encoding defects in text corpora and repairs them, with every change on record.

>>> import textrepair
>>> textrepair.fix("the end.Then it began", language="en").text
'the end. Then it began'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Defect", "Edit", "Fix", "Match", "Record", "Repairer", "Result", "Rule", "Settings", "check", "fix"]

if TYPE_CHECKING:
    from .model import Defect, Edit, Fix, Match, Record, Result
    from .repairer import Repairer, check, fix
    from .rules.rule import Rule
    from .settings import Settings

_HOMES = {"Repairer": "repairer", "check": "repairer", "fix": "repairer", "Settings": "settings", "Rule": "rules.rule"}


def __getattr__(name: str) -> Any:
    """Load the public names when they are first used: `textrepair --version` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'textrepair' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES.get(name, 'model')}", __name__), name)
