"""`textrepair rules`: list, show, test, check, document and write rules."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ..errors import UsageError, nearest
from ..rules.rule import Rule
from ..rules.visible import visible
from .options import Codes
from .rule_choice import PATHS, SELECT, catalogue, configured, files_under, read_text, selected, under

LEVELS: dict[Any, str] = {"error": "error", "warning": "warning", "info": "note"}


class _Group(click.Group):
    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Names the nearest command where one is unknown."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            raise click.UsageError(f"rules has no command {args[0]}; {nearest(args[0], self.commands)}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=_Group)
def rules() -> None:
    """List, show, test, check and write rules."""


@rules.command("list")
@SELECT
@configured
@click.option("--output-format", type=click.Choice(["table", "json", "codes"]), default="table", show_default=True)
def list_rules(select: str, output_format: str, config: Path | None, isolated: bool) -> int:
    """Print the catalogue."""
    from tabulate import tabulate

    found = selected(catalogue((), config, isolated, tune=True), select)
    if output_format == "json":
        click.echo(json.dumps([_row(r) for r in found], ensure_ascii=False, indent=1))
    elif output_format == "codes":
        click.echo("\n".join(r.code for r in found))
    else:
        rows = [(r.code, r.name, r.family, _tier(r), r.severity, ",".join(r.languages) or "all") for r in found]
        click.echo(tabulate(rows, ("code", "name", "family", "repair", "severity", "languages"), disable_numparse=True))
    click.echo(_counted(len(found), "rule"), err=True)
    return 0


@rules.command()
@click.argument("codes", nargs=-1, required=True, type=Codes(), metavar="CODE...")
@configured
def show(codes: tuple[str, ...], config: Path | None, isolated: bool) -> int:
    """Print the pages of rules: what, why, options and examples. CODE may be a prefix or a name."""
    from ..rules.screen import screen

    known = catalogue((), config, isolated, tune=True)
    found = {r.code: r for code in codes for r in selected(known, code)}
    click.echo("\n\n".join(screen(r) for r in found.values()), nl=False)
    return 0


@rules.command()
@PATHS
@SELECT
@click.option("--negative", "negatives", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="Texts that safe rules must not touch, as JSON lines. Default: seeds/negative.jsonl.")  # fmt: skip
@click.option("-v", "--verbose", is_flag=True, help="Show expected failures too.")
@configured
def test(
    paths: tuple[Path, ...],
    select: str,
    negatives: tuple[Path, ...],
    verbose: bool,
    config: Path | None,
    isolated: bool,
) -> int:
    """Run the examples of rules: those in PATHS, or of the whole catalogue. Exit 1 where one fails."""
    from ..rules import examples as trial
    from ..rules.negatives import default_file, read_negatives

    everything = catalogue(paths, config, isolated)
    tested = selected(under(everything, paths), select)
    shields = [r for r in everything if r.kind == "protect"]
    files = negatives or tuple(filter(None, [default_file()]))
    right = [record for file in files for record in read_negatives(file)]
    found = [*trial.tried(tested, shields), *trial.noise(tested, everything), *trial.unsafe(tested, shields, right)]
    for t in found:
        if not t.ok or (verbose and t.outcome != "passed"):
            click.echo(_told(t))
    return _verdict(tested, found, len(right))


def _counted(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _told(t: Any) -> str:
    from ..rules.examples import MEANING

    lines = [f"{t.place}: {t.rule.code} {t.outcome}: {MEANING.get(t.outcome, t.example.xfail)}"]
    lines.append(f"    text      {visible(t.example.text)}")
    if t.outcome == "wrong-fix":
        lines.append(f"    expected  {visible(t.example.good or '')}")
    if t.outcome in ("wrong-fix", "not-idempotent", "noise", "not-safe"):
        lines.append(f"    came out  {visible(t.got)}")
    if t.detail:
        lines.append(f"    detail    {visible(t.detail)}")
    return "\n".join(lines)


def _verdict(tested: Sequence[Rule], found: Sequence[Any], negatives: int) -> int:
    counts = Counter(t.outcome for t in found)
    failed = sum(n for outcome, n in counts.items() if outcome not in ("passed", "expected-failure"))
    parts = [f"{n} {outcome}" for outcome, n in sorted(counts.items())]
    right = f"{_counted(negatives, 'text')} that {'is' if negatives == 1 else 'are'} right"
    click.echo(f"{_counted(len(tested), 'rule')}, {right}: {', '.join(parts) or 'no examples'}.", err=True)
    return 1 if failed else 0


@rules.command()
@PATHS
@SELECT
@click.option("--cost", is_flag=True, help="Print what each rule costs and how often it fires on clean text.")
@click.option("--clean", type=click.Path(path_type=Path, exists=True), metavar="FILE", help="Clean text to measure on.")
@configured
def lint(
    paths: tuple[Path, ...], select: str, cost: bool, clean: Path | None, config: Path | None, isolated: bool
) -> int:
    """Check the hygiene of rules: patterns that blow up, overlaps, slow triggers. Exit 1 for errors and warnings."""
    from ..rules.lint import Linter

    everything = catalogue(paths, config, isolated)
    linted = selected(under(everything, paths), select)
    linter = Linter(everything, read_text(clean) if clean else None)
    found = sorted(linter.findings(linted, [f for p in paths for f in files_under(p)]), key=lambda f: f.sort_key)
    for finding in found:
        click.echo(str(finding))
    if cost:
        click.echo(linter.cost_table(linted))
    counts = Counter(f.level for f in found)
    click.echo(
        f"{_counted(len(linted), 'rule')}: "
        + ", ".join(_counted(counts[level], word) for level, word in LEVELS.items())
        + ".",
        err=True,
    )
    return 1 if counts["error"] or counts["warning"] else 0


@rules.command()
def schema() -> int:
    """Print the JSON Schema of rule files, for editors."""
    from ..rules.schema_json import rule_schema

    click.echo(json.dumps(rule_schema(), indent=2, ensure_ascii=False))
    return 0


@rules.command()
@click.option("--bad", help="A text that is wrong. - reads it from stdin.")
@click.option("--good", help="The same text as it should be.")
@click.option(
    "--journal", type=click.Path(path_type=Path, exists=True), help="An edited journal (edits.jsonl) instead."
)
@click.option(
    "--line",
    "numbers",
    multiple=True,
    type=int,
    help="Lines of the journal to learn from; default: those with code NEW.",
)
@click.option("--root", type=click.Path(path_type=Path), default=Path(), help="Where the journal's files are.")
@click.option("--lang", help="Language of the text, and then of the rule.")
@click.option("--code", help="The new rule's code; default: the first free one of the family.")
@click.option("--name", help="The new rule's name.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write; default: stdout.")
@configured
def new(
    output: Path | None,
    journal: Path | None,
    numbers: tuple[int, ...],
    root: Path,
    config: Path | None,
    isolated: bool,
    **given: str | None,
) -> int:
    """Write a rule from a text and its good version."""
    from ..rules import learn

    known = catalogue((), config, isolated)
    if journal is not None:
        pairs = learn.from_journal(journal, numbers, root)
    elif given["bad"] is not None and given["good"] is not None:
        bad = sys.stdin.read() if given["bad"] == "-" else given["bad"]
        if not bad:
            raise UsageError("the bad text is empty", "--bad TEXT holds what is wrong")
        pairs = [learn.Pair(bad, given["good"], given["lang"])]
    else:
        raise UsageError("two texts are needed", "--bad TEXT --good TEXT, or --journal edits.jsonl")
    text = learn.rules_for(pairs, known, code=given["code"], name=given["name"])
    if output is None:
        click.echo(text, nl=False)
    elif output.exists():
        raise UsageError(f"{output} exists already", "name a new file")
    else:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
        click.echo(f"{output}: try it with `textrepair rules test {output}`", err=True)
    return 0


def _tier(rule: Rule) -> str:
    return "shields" if rule.kind == "protect" else rule.applicability if rule.fixes else "reports"


def _row(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "message": rule.message,
        "kind": rule.kind,
        "applicability": rule.applicability if rule.fixes else None,
        "severity": rule.severity,
        "languages": list(rule.languages),
        "except_languages": list(rule.except_languages),
        "source": f"{rule.source}:{rule.line}",
    }
