"""`Repairer`: the one public engine object, and the two functions for a text at hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from .engine import Engine
from .model import Record, Result
from .rules.catalogue import load_catalogue
from .rules.rule import Rule
from .selection import selected
from .settings import Settings
from .tuning import tuned


class Repairer:
    """Finds and repairs defects, record by record. Holds configuration only, so it pickles; rules load on first use.

        repairer = Repairer(Settings(language="en", unsafe_fixes=True))
        result = repairer.run(Record("It is thisThe end."))

    The same object serves threads, processes, `datasets.map`, Ray and Spark.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self._engine: Engine | None = None

    def __getstate__(self) -> Settings:
        return self.settings

    def __setstate__(self, settings: Settings) -> None:
        self.settings = settings
        self._engine = None

    @property
    def rules(self) -> list[Rule]:
        """The rules in force, protect rules included. Raises `TextRepairError` for a broken rule, code or plugin."""
        return rules_in_force(self.settings)

    def run(self, record: Record | str) -> Result:
        """Check and repair one record (or text). Never raises for what the text holds."""
        return self.run_batch([record])[0]

    def run_batch(self, records: Sequence[Record | str]) -> list[Result]:
        """Check and repair several records, in order: the same results as one by one, at less cost."""
        return self._ready().run_batch([Record(r) if isinstance(r, str) else r for r in records])

    def found(self, records: Sequence[Record]) -> dict[int, Result]:
        """Results by place in `records`, of those in which anything was found: of the others nothing is told."""
        return self._ready().found(records)

    def _ready(self) -> Engine:
        if self._engine is None:
            self._engine = Engine(self.rules, self.settings)
        return self._engine

    def __call__(self, batch: Any, column: str = "text") -> Any:
        """The batch with its text column repaired: a dict of lists, or a pyarrow table; the rest stays as it is."""
        if isinstance(batch, dict):
            return {**batch, column: self._texts(batch[column])}
        import pyarrow as pa

        fixed = self._texts(batch.column(column).to_pylist())
        index = batch.schema.get_field_index(column)
        return batch.set_column(index, batch.schema.field(index), pa.array(fixed, batch.schema.field(index).type))

    def _texts(self, values: Sequence[Any]) -> list[Any]:
        """The values with every string repaired."""
        fixed = iter(self.run_batch([v for v in values if isinstance(v, str)]))
        return [next(fixed).text if isinstance(v, str) else v for v in values]


def rules_in_force(settings: Settings) -> list[Rule]:
    """The catalogue with packs, rule paths, tuning and selection of the settings."""
    rules = load_catalogue(Path(p) for p in settings.rule_paths)
    return selected(tuned(rules, settings.rule_options, settings.places.get("rule", "")), settings)


@lru_cache(maxsize=8)
def _default(language: str | None, unsafe_fixes: bool) -> Repairer:
    return Repairer(Settings(language=language, unsafe_fixes=unsafe_fixes))


def fix(text: str, *, language: str | None = None, unsafe_fixes: bool = False) -> Result:
    """Repair a text with the built-in rules.

    `language` is a BCP-47 tag; without it the text's own words decide. The result holds the new `text`, the `edits`
    that lead to it (spans of the old text, each with its rule), and the `defects` found, repaired or not.
    """
    return _default(language, unsafe_fixes).run(Record(text))


def check(text: str, *, language: str | None = None) -> list[Any]:
    """The defects of a text (`Defect` values, sorted by place); nothing is changed."""
    return list(fix(text, language=language).defects)
