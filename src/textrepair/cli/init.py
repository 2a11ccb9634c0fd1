"""`textrepair init`: a starting configuration."""

from __future__ import annotations

from pathlib import Path

import click

from .. import __version__
from ..config.finder import NAMES
from ..errors import UsageError

_CONFIG = """# textrepair: https://github.com/textrepair/textrepair (docs/configuration.md explains every key)
# `textrepair config` shows what is in force and where it came from.
select = ["ALL"]            # codes, prefixes (ENC MSK JOI SPL TRU REP PUN LNG WSP BLP) or names
# ignore = ["BLP"]
# language = "en"           # default: each text's own
# unsafe-fixes = true       # apply likely repairs too
# vocabulary = ["words.txt"]  # names and terms of this corpus: never joined, never split
# exclude = ["data/raw/**"]
# baseline = "textrepair-baseline.jsonl"

# [[input]]
# glob = "data/**/*.jsonl"
# fields = ["text"]
# id-field = "id"

# [per-file-ignores]
# "data/poetry/*.txt" = ["TRU"]

[gate]
fail-on = "warning"         # error, warning, info or never
# max-rate = { JOI = 0.5, ENC = 0 }   # defects per 1,000 records, by prefix
"""

_HOOK = f"""In .pre-commit-config.yaml:

  - repo: https://github.com/textrepair/textrepair
    rev: v{__version__}
    hooks:
      - id: textrepair-fix      # repairs what is certain
      - id: textrepair-check    # fails while something is left
"""


@click.command(short_help="Write a starting configuration.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
def init(folder: Path) -> int:
    """Write a starting textrepair.toml into FOLDER (default: the current one) and print the pre-commit snippet."""
    from ..config.effective import own_table

    for name in NAMES:
        if (folder / name).is_file() and own_table(folder / name) is not None:
            raise UsageError(
                f"{folder / name} configures textrepair already",
                "change that file; `textrepair config` shows what it says",
            )
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder", "make it first")
    target = folder / "textrepair.toml"
    target.write_text(_CONFIG, "utf-8")
    click.echo(f"wrote {target}\n", err=True)
    click.echo(_HOOK, nl=False)
    return 0
