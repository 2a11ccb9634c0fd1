"""One call of `check` or `fix`: configuration, files, run, findings. The commands add what is their own."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from .. import baseline as baselines
from ..config import Config, Finder, Policy
from ..config.effective import shown
from ..config.requirements import demand
from ..errors import ConfigError
from ..gate import Gate
from ..reports import Findings
from ..rules.rule import Rule
from ..run import Job, Summary, discover
from ..run import run as run_corpus
from ..run.discover import STDIN, Found
from ..run.garbage import returned
from .given import Given
from .progress import progress
from .targets import check_targets
from .terminal import Terminal

BASELINE = "textrepair-baseline.jsonl"


@dataclass(slots=True)
class Session:
    """The state of one call."""

    command: str
    given: Given
    terminal: Terminal
    config: Config
    found: Found
    begun: float = field(default_factory=time.monotonic)

    @classmethod
    def begin(cls, command: str, given: Given, out: Path | None = None) -> Session:
        """Find configuration and files. Raises `TextRepairError` for whatever is wrong with either. `out`: where
        results go; what lies there from an earlier call is no input."""
        terminal = Terminal(given.color, given.quiet, given.verbose)
        paths = given.paths or (".",)
        finder = Finder(given.config, isolated=given.isolated, overrides=given.overrides())
        config = finder.near(_common_folder(paths))
        demand(config)
        found = discover(paths, Policy(finder), skip=out)
        baseline = Path(config["baseline"] or BASELINE) if given.write_baseline else None
        check_targets(given, (s.path for s in found.sources if s.path), baseline, out)
        terminal.detail(f"configuration: {config.file or 'defaults'}; {len(found.sources):,} files")
        if found.sources:
            for name, why in found.left_out:
                terminal.say(f"left out: {name} ({why})")
        if found.binary:
            terminal.detail(f"{found.binary:,} binary files were not looked at")
        _tell_of_slowness(terminal, found)
        return cls(command, given, terminal, config, found)

    @property
    def gate(self) -> Gate:
        """The thresholds in force."""
        try:
            return Gate(self.config["gate.fail-on"], self.config["gate.max-rate"])
        except ConfigError as error:
            raise ConfigError(f"{self.config.origins['gate.max-rate']}: {error.message}", error.hint) from error

    def run(self, job: Job, stdout: BinaryIO | None = None) -> Summary:
        """Send the files through the engine."""
        _ = self.gate, self.baseline_known()  # what is wrong with them is told before the work, not after it
        total = sum(source.size for source in self.found.sources)
        returned()
        self._survey(total)
        with progress(total, wanted=not (self.given.no_progress or self.given.quiet)) as bar:
            summary = run_corpus(self.found.sources, job, stdout=stdout, progress=bar)
        summary.seconds = time.monotonic() - self.begun
        return summary

    def _survey(self, total: int) -> None:
        """The first pass, where a profile is asked for that is not there."""
        if not any(source.profile.settings.profile for source in self.found.sources):
            return
        from ..run.survey import gathered

        with progress(total, wanted=not (self.given.no_progress or self.given.quiet)) as bar:
            done = gathered(self.found.sources, bar)
        for file, evidence in done:
            lengths = sum(map(len, evidence.lengths.values()))
            self.terminal.say(
                f"profile of {evidence.records:,} records: {len(evidence.lines):,} lines, {lengths:,} lengths and"
                f" {len(evidence.names):,} names stand out; kept in {file}"
            )

    def baseline_known(self) -> baselines.Baseline | None:
        """The baseline to hold the defects against, if there is one."""
        path = self.config["baseline"]
        if not path or self.given.write_baseline:
            return None
        return baselines.read(Path(shown(Path(path))))

    def findings(self, job: Job, summary: Summary) -> Findings:
        """What reports are made from."""
        findings = Findings.of(job.spool, summary, self.command, self.baseline_known())
        findings.rules = self.rules
        findings.unsafe_fixes = self.config["unsafe-fixes"]
        return findings

    def rules(self) -> dict[str, Rule]:
        """All rules that any of the files may have met, by code."""
        from ..rules.catalogue import load_catalogue

        paths = dict.fromkeys(p for source in self.found.sources for p in source.profile.settings.rule_paths)
        return {r.code: r for r in load_catalogue(map(Path, paths))}


def _tell_of_slowness(terminal: Terminal, found: Found) -> None:
    """Say what makes this run slower than it need be: no RE2, or rules of the user's own that it can't help."""
    from .. import kernel
    from ..scan.gate import available

    if not available():
        terminal.detail("google-re2 is not installed: more rules look at every line; the result is the same")
    elif not kernel.available():
        terminal.detail("the kernel was not compiled: Python and numpy do its work, slower, with the same result")
    paths = dict.fromkeys(p for source in found.sources for p in source.profile.settings.rule_paths)
    if not paths:
        return
    from ..rules.catalogue import load_catalogue, sources
    from ..rules.lint.triggers import slow_path

    own = sources(map(Path, paths))
    for f in slow_path(r for r in load_catalogue(map(Path, paths)) if r.source in own):
        terminal.say(f"warning: {f.file}:{f.line}: {f.code}: {f.message} ({f.hint})")


def nothing_to_do(session: Session) -> bool:
    """Whether there is no file to look at; says so."""
    if session.found.sources:
        return False
    named = " ".join(session.given.paths[:3]) + (" ..." if len(session.given.paths) > 3 else "") or "the current folder"
    reasons = dict.fromkeys(why for _, why in session.found.left_out)
    why = " or ".join(reasons) or "no text files there, or all excluded"
    session.terminal.say(f"textrepair: exit 0: nothing to {session.command} in {named} ({why})")
    return True


def _common_folder(paths: tuple[str, ...]) -> Path:
    """The folder from which the configuration of the run is looked for."""
    folders = []
    for name in paths:
        path = Path.cwd() if name == STDIN else Path(os.path.abspath(name))
        folders.append(path if path.is_dir() else path.parent)
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # different drives on Windows
        return Path.cwd()
