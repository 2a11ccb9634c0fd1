"""The commands, loaded when they are called, and the exit codes."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from .. import __version__
from ..errors import TextRepairError, nearest

#: Each is a module here that holds a command of the same name.
COMMANDS = ("check", "fix", "apply", "rules", "config", "init")
#: What writing to stdout fails with; errors of other files carry their names.
_UNWRITABLE = (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG, errno.EDQUOT)


class Commands(click.Group):
    """Loads a command's module, and with it the heavy imports, only when that command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the documentation."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """None for an unknown name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f".{name}", __package__), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Names the nearest command where one is unknown."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.UsageError(f"no command is called {args[0]}; {nearest(args[0], COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="textrepair %(version)s")
def cli() -> None:
    """Find translation and encoding defects in text corpora and repair them."""


def main(args: list[str] | None = None) -> int:
    """Run a command. 0: fine, 1: something remains, 2: it could not be done, 130: interrupted."""
    if sys.stderr is None:  # closed by the caller: nobody listens, and the exit code still speaks
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.stdout is None:
        return _say("error: stdout is closed (2>&1 or > FILE opens it)", 2)
    try:
        code = cli.main(args, prog_name="textrepair", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except TextRepairError as error:
        return _failed(error.message, error.hint)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        return _say("error: which command?", 2)
    except click.ClickException as error:
        return _failed(error.format_message().replace("\n", " "), _help_for(error))
    except (click.Abort, KeyboardInterrupt):
        return _say("interrupted: no file was left half-written", 130)
    except BrokenPipeError:
        _drop_stdout()
        return _say("the reader of stdout went away", 2)
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None and error.errno in _UNWRITABLE:
            _drop_stdout()
            return _failed(f"stdout cannot be written: {error.strerror}", "is the disc full?")
        if isinstance(error, OSError) and error.filename is not None and not os.environ.get("TEXTREPAIR_DEBUG"):
            return _failed(f"{os.fsdecode(error.filename)}: {error.strerror}", "check the path and its permissions")
        if os.environ.get("TEXTREPAIR_DEBUG"):
            traceback.print_exc()
        return _failed(
            f"internal error: {type(error).__name__}: {error}", "TEXTREPAIR_DEBUG=1 shows where; please report it"
        )


def _drop_stdout() -> None:
    """Else the flush at exit complains."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _help_for(error: click.ClickException) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f"try {ctx.command_path} --help" if ctx else ""


def _failed(message: str, hint: str) -> int:
    """One line that says what and what to do."""
    from ..reports.visible import harmless

    one = " ".join(message.split("\n"))
    return _say(f"error: {harmless(one)}" + (f" ({harmless(hint)})" if hint else ""), 2)


def _say(text: str, code: int) -> int:
    click.echo(text, err=True)
    return code
