"""The options that `check` and `fix` share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from .. import __version__
from ..config.keys import FORMATS as INPUT_FORMATS
from ..config.keys import LEVELS, UNITS
from ..errors import nearest

STDOUT_FORMATS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit", "rdjsonl")
F = TypeVar("F", bound=Callable[..., Any])


class Codes(click.ParamType[str]):
    """Comma-separated codes, prefixes or names; completes them in a shell."""

    name = "codes"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """Families' prefixes and rule codes, the latter with their names."""
        from click.shell_completion import CompletionItem

        from ..families import FAMILIES
        from ..rules.catalogue import load_catalogue

        done, comma, last = incomplete.rpartition(",")
        known = {**FAMILIES, **{r.code: r.name for r in load_catalogue()}}
        codes = [code for code in known if code.startswith(last.upper())]
        found = codes or [name for name in known.values() if name.startswith(last)]
        return [CompletionItem(done + comma + word, help=known.get(word)) for word in found]


class Report(click.ParamType[tuple[str, Path]]):
    """`FORMAT:PATH`."""

    name = "format:path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Path]:
        """Fails for an unknown format, with the nearest one."""
        from ..reports.registry import FORMATS

        name, colon, path = str(value).partition(":")
        if not colon or not path:
            self.fail(f"{value!r} is not FORMAT:PATH, such as html:report.html", param, ctx)
        if name not in FORMATS:
            self.fail(f"no report format is called {name}; {nearest(name, FORMATS)}", param, ctx)
        return name, Path(path)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """Formats; behind the colon the shell goes on with files."""
        from click.shell_completion import CompletionItem

        from ..reports.registry import FORMATS

        return [CompletionItem(f"{name}:") for name in FORMATS if name.startswith(incomplete)]


class Language(click.ParamType[str]):
    """A BCP-47 tag."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Fails for what can't be one."""
        from ..config.readers import language
        from ..errors import ConfigError

        try:
            return language(value, "", Path())
        except ConfigError as error:
            self.fail(f"{error.message.removeprefix(': ')}; {error.hint}", param, ctx)


def _split(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    if values and not found:  # an empty variable of a script must not mean all rules
        raise click.BadParameter("no code is given", ctx, param)
    return found


def _files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    """Let the shell complete names of files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


_OPTIONS: tuple[Callable[[F], F], ...] = (
    click.argument("paths", nargs=-1, shell_complete=_files),
    click.option(
        "--select",
        multiple=True,
        type=Codes(),
        callback=_split,
        help="Only these rules: codes, prefixes, names, families, ALL.",
    ),
    click.option("--ignore", multiple=True, type=Codes(), callback=_split, help="Not these rules."),
    click.option("--extend-select", multiple=True, type=Codes(), callback=_split, help="These rules too."),
    click.option("--lang", type=Language(), help="Language of the texts (BCP-47). Default: each text's own."),
    click.option(
        "--field",
        multiple=True,
        metavar="NAME",
        help="Field or column that holds text; dotted, repeatable. Default: text.",
    ),
    click.option("--id-field", metavar="NAME", help="Field that names a record."),
    click.option("--language-field", metavar="NAME", help="Field that holds a record's language."),
    click.option(
        "--input-format", type=click.Choice(INPUT_FORMATS), help="How files are read. Default: by their suffix."
    ),
    click.option("--text-unit", type=click.Choice(UNITS), help="What a record of a text file is. Default: file."),
    click.option("--unsafe-fixes/--no-unsafe-fixes", default=None, help="Apply likely repairs too."),
    click.option("--output-format", type=click.Choice(STDOUT_FORMATS), help="How defects are listed on stdout."),
    click.option("--report", multiple=True, type=Report(), help="Write a report; repeatable. Also html and md."),
    click.option("--statistics", is_flag=True, help="Counts per rule instead of the list of defects."),
    click.option("--limit", type=click.IntRange(min=0), metavar="N", help="List at most N defects. All are counted."),
    click.option(
        "--profile",
        metavar="FILE",
        shell_complete=_files,
        help="Use evidence of the whole corpus; gathered first if FILE is not there.",
    ),
    click.option("--baseline", metavar="FILE", shell_complete=_files, help="Known defects, which do not count."),
    click.option(
        "--fail-on", type=click.Choice(LEVELS), help="Severity from which a remaining defect fails. Default: warning."
    ),
    click.option("--exit-zero", is_flag=True, help="Exit 0 whatever was found."),
    click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="This configuration and no other."),
    click.option("--isolated", is_flag=True, help="No configuration file at all."),
    click.option(
        "--force-exclude/--no-force-exclude", default=None, help="Leave out excluded files even when they are named."
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=lambda: _cores(),
        show_default="number of cores",
        metavar="N",
        help="Processes.",
    ),
    click.option(
        "--color", type=click.Choice(("auto", "always", "never")), default="auto", help="Default: on a terminal."
    ),
    click.option("--no-progress", is_flag=True, help="No progress bar."),
    click.option("-q", "--quiet", is_flag=True, help="Results and errors only."),
    click.option(
        "-v", "--verbose", is_flag=True, help="Say which configuration and files are used, and how fast it went."
    ),
    click.version_option(__version__, "-V", "--version", message="textrepair %(version)s"),
)


def common(function: F) -> F:
    """All of them, in this order."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


def _cores() -> int:
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1
