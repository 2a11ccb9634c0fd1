"""All checks over some rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...document import Document
from ...language import detect
from ...patterns.gate import utf8
from ..catalogue import builtin_folder, rule_files
from ..rule import Rule
from . import hygiene
from .conflicts import Conflicts
from .cost import Cost, cost, slow
from .finding import Finding
from .patterns import blow_ups
from .triggers import triggers


class Linter:
    """Checks rules in the company of all others. `clean`: right text to measure on, else clean.txt."""

    def __init__(self, everything: Sequence[Rule], clean: str | None = None) -> None:
        self._conflicts = Conflicts(everything)
        self._docs = _cut(clean) if clean else _bundled()
        self._lines = tuple(utf8(d.text[a:b]) for d in self._docs for a, b in d.lines() if b > a)
        self._costs: dict[str, Cost | None] = {}
        self._endless: set[str] = set()

    def findings(self, rules: Iterable[Rule], files: Sequence[Path] = ()) -> Iterator[Finding]:
        """Remarks on the rules, and on the characters of their files (none named: the built-in ones)."""
        home = builtin_folder()
        for file in files or rule_files(home):
            name = f"rules/{file.relative_to(home).as_posix()}" if file.is_relative_to(home) else file.as_posix()
            yield from hygiene.hidden_characters(file, name)
        for rule in rules:
            for check in (hygiene.messages, hygiene.languages, hygiene.evidence, blow_ups, self._conflicts.of):
                yield from check(rule)
            yield from triggers(rule, self._lines)
            yield from slow(rule, self.cost(rule))
            if rule.code in self._endless:
                message = "it does not finish on its own examples, or on clean text"
                yield Finding.on(rule, "blow-up", "error", message, "does the pattern call itself?")

    def cost(self, rule: Rule) -> Cost | None:
        """What a rule costs, measured once."""
        if rule.code not in self._costs:
            try:
                self._costs[rule.code] = cost(rule, self._docs)
            except (TimeoutError, MemoryError):
                self._costs[rule.code] = None
                self._endless.add(rule.code)
        return self._costs[rule.code]

    def cost_table(self, rules: Iterable[Rule]) -> str:
        """Cost and findings of each rule per MB of clean text, the dearest first."""
        from tabulate import tabulate

        rows = [(r.code, r.name, c.gate, c.work, c.lines, c.findings) for r in rules if (c := self.cost(r))]
        heads = ("code", "name", "trigger ms/MB", "rule ms/MB", "lines/MB", "findings/MB")
        return str(tabulate(sorted(rows, key=lambda row: -row[2] - row[3]), heads, floatfmt=",.1f"))


def _bundled() -> list[Document]:
    """Texts in nine languages, each under a line with its tag; together some twenty kilobytes."""
    parts = Path(__file__).with_name("clean.txt").read_text(encoding="utf-8").split("\n\n")
    docs = []
    for part in parts:
        language, _, text = part.strip().partition("\n")
        docs += [Document(paragraph, language) for paragraph in text.split("\n")]
    return docs


def _cut(clean: str) -> list[Document]:
    """A long text in parts of some paragraphs, each in its own language."""
    parts: list[str] = [""]
    for paragraph in clean.split("\n\n"):
        if len(parts[-1]) > 20_000:
            parts.append("")
        parts[-1] += paragraph + "\n\n"
    return [Document(p, detect(p)) for p in parts if p.strip()]
