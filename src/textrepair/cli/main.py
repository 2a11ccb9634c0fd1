"""The commands and their options."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import __version__
from ..errors import TextRepairError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="textrepair %(version)s")
def cli() -> None:
    """Find translation and encoding defects in text corpora and repair them."""


@cli.command()
@click.argument("paths", nargs=-1)
@click.option("-o", "--output", "out", default="textrepair-out", type=click.Path(path_type=Path))
@click.option("--field", "fields", multiple=True)
@click.option("--id-field")
@click.option("--language-field")
@click.option("--lang")
@click.option("--select", default="ALL")
@click.option("--ignore", default="")
@click.option("--unsafe-fixes", is_flag=True)
@click.option("--isolated", is_flag=True)
@click.option("--exit-zero", is_flag=True)
@click.option("--no-progress", is_flag=True)
@click.option("-q", "--quiet", is_flag=True)
@click.option("--jobs", default=1)
def fix(paths: tuple[str, ...], out: Path, fields: tuple[str, ...], id_field: str | None, language_field: str | None, lang: str | None,
        select: str, ignore: str, unsafe_fixes: bool, isolated: bool, exit_zero: bool, no_progress: bool, quiet: bool, jobs: int) -> int:
    """Write the cleaned corpus and the diff report."""
    from ..corpora import Options
    from ..repairer import Repairer
    from ..run import Job, discover
    from ..run import run as run_corpus
    from ..settings import Settings

    settings = Settings(language=lang, unsafe_fixes=unsafe_fixes, select=tuple(select.split(",")), ignore=tuple(filter(None, ignore.split(","))))
    options = Options(fields=fields or ("text",), id_field=id_field, language_field=language_field)
    outcome = run_corpus(discover(paths), Repairer(settings), Job(options=options, out=out), defects=out / "defects.jsonl")
    if not quiet:
        click.echo(f"{outcome.summary.total()} defects, {outcome.summary.edits} edits", err=True)
    return 0 if exit_zero or not outcome.summary.total() else 1


def run() -> None:
    """The entry point: exit codes of the contract, errors as one line and a hint."""
    try:
        code = cli.main(standalone_mode=False)
    except TextRepairError as error:
        click.echo(f"error: {error}", err=True)
        code = 2
    except click.ClickException as error:
        error.show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        code = 130
    sys.exit(code if isinstance(code, int) else 0)
