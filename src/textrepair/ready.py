"""`python -m textrepair.ready FILE` writes what a wheel brings ready-made: see `rules.shipped`."""

from __future__ import annotations

import sys
from pathlib import Path

from .plans import Plans
from .rules.catalogue import builtin_folder, builtin_rules
from .rules.shipped import made


def ready() -> bytes:
    """The built-in rules and their plans."""
    rules, plans = builtin_rules(), Plans()
    for rule in rules:
        if rule.kind != "protect":
            plans.of(rule)
        for pattern in rule.protect:
            plans.of_shield(pattern, rule.ignore_case)
    return made(builtin_folder(), rules, {key: tuple(plan) for key, plan in plans.used.items()})


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(ready())
