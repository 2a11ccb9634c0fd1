"""`textrepair config`: the settings in force, and where each came from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ..config import Finder
from ..config.effective import shown
from ..config.keys import KEYS
from ..config.requirements import demand
from ..errors import UsageError


@click.command(short_help="Show the settings in force and where each came from.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option(
    "--config", "file", type=click.Path(path_type=Path), metavar="FILE", help="This configuration and no other."
)
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
@click.option("--output-format", type=click.Choice(("full", "json")), default="full", help="Default: full.")
def config(path: Path, file: Path | None, isolated: bool, output_format: str) -> int:
    """Show the settings for the files in PATH (default: the current folder) and the origin of each."""
    if not path.exists():
        raise UsageError(f"{path}: no such file or folder", "check the path")
    found = Finder(file, isolated=isolated).near(path if path.is_dir() else path.absolute().parent)
    demand(found)
    if output_format == "json":
        rows = {key: {"value": found[key], "origin": found.origins[key]} for key in KEYS}
        click.echo(json.dumps({"file": str(found.file) if found.file else None, "settings": rows}, indent=2))
        return 0
    click.echo(f"# {shown(found.file) if found.file else 'no configuration file: defaults'}")
    width = min(60, max(len(_line(key, found[key])) for key in KEYS))
    for key in KEYS:
        click.echo(f"{_line(key, found[key]):<{width}}  # {found.origins[key]}")
    return 0


def _line(key: str, value: Any) -> str:
    return f"{key} = {_toml(value)}"


def _toml(value: Any) -> str:
    """A value as TOML writes it; one that is not set has no value in TOML."""
    if value is None:
        return "(not set)"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(k)} = {_toml(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else f"{value:g}"


def _key(key: str) -> str:
    return (
        key
        if key.replace("-", "").replace("_", "").isalnum() and key.isascii()
        else json.dumps(key, ensure_ascii=False)
    )
