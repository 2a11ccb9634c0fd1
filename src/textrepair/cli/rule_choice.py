"""Which rules a command of `textrepair rules` is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from ..errors import UsageError, nearest
from ..rules.rule import Rule
from .options import Codes

F = Callable[..., Any]
PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
SELECT = click.option(
    "--select", default="ALL", type=Codes(), metavar="CODES", help="Only these: codes, prefixes or names."
)


def configured(function: F) -> F:
    """Options that say where rules come from besides the catalogue."""
    file = click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration and no other."
    )
    return file(click.option("--isolated", is_flag=True, help="No configuration file at all.")(function))


def catalogue(paths: Sequence[Path], config: Path | None, isolated: bool, *, tune: bool = False) -> list[Rule]:
    """The rules of the project here, with those under some more paths."""
    from ..config import Finder
    from ..config.requirements import demand
    from ..rules import load_catalogue
    from ..tuning import tuned

    found = Finder(config, isolated=isolated).near(Path.cwd())
    demand(found)
    loaded = load_catalogue([*map(Path, found["rule-paths"]), *paths])
    return tuned(loaded, found["rule"], found.origins["rule"]) if tune else loaded


def under(everything: Sequence[Rule], paths: Sequence[Path]) -> list[Rule]:
    """The rules whose files are under the paths; all if there are none."""
    from ..rules.catalogue import sources

    if not paths:
        return list(everything)
    names = sources(paths)
    if not names:
        click.echo(f"no rule files in {', '.join(map(str, paths))}", err=True)
    # A file that the configuration names too is shown under that name.
    files = {file.resolve() for path in paths for file in files_under(path)}
    return [r for r in everything if r.source in names or Path(r.source).resolve() in files]


def selected(found: Sequence[Rule], select: str) -> list[Rule]:
    """By codes, prefixes and names; protect rules are nothing special here."""

    chosen: dict[str, Rule] = {}
    for word in filter(None, (w.strip() for w in select.split(","))):
        own = {r.code: r for r in found if word == "ALL" or r.code.startswith(word) or word in (r.name, r.family)}
        if not own and word != "ALL":
            names = [*(r.code for r in found), *(r.name for r in found)]
            hint = nearest(word, names)
            raise UsageError(
                f"no rule is called {word}",
                hint if hint.startswith("did") else "`textrepair rules list` shows them all",
            )
        chosen |= own
    return [chosen[code] for code in sorted(chosen)]


def files_under(path: Path) -> list[Path]:
    from ..rules.catalogue import rule_files

    return rule_files(path)


def read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
