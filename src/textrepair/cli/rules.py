"""`textrepair rules`."""

from __future__ import annotations

import click


@click.group()
def rules() -> None:
    """List, show, test and write rules."""
