"""The keys of a configuration file. This table is the schema: reading, defaults and `textrepair config` use it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ConfigError
from .readers import (
    Reader,
    any_table,
    boolean,
    file,
    files,
    language,
    mapping,
    number,
    one_of,
    seconds,
    string,
    strings,
    table,
)

#: Not looked at unless `exclude` says otherwise: what is no corpus. Names that begin with a dot are never looked at.
EXCLUDED = (
    "node_modules", "__pycache__", "venv", "textrepair-out", "textrepair.toml", "textrepair-baseline.jsonl",
    "textrepair-profile.json", "pyproject.toml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One key. A key with a dot is one of a table. `adds`: values of several files (and of the command line) add up."""

    read: Reader
    default: Any
    about: str
    adds: bool = False


def _inputs(value: Any, place: str, folder: Path) -> tuple[dict[str, Any], ...]:
    """The `[[tool.textrepair.input]]` entries."""
    if not isinstance(value, list):
        raise ConfigError(f"{place}: expected a list of tables", "write [[tool.textrepair.input]], with two brackets")
    if len(value) > 1:  # the line of the first entry helps nobody to find the others
        place = re.sub(r":\d+(?=: \w+$)", "", place)
        return tuple(_input(entry, f"{place} {n}", folder) for n, entry in enumerate(value, 1))
    return tuple(_input(entry, place, folder) for entry in value)


def _input(entry: Any, place: str, folder: Path) -> dict[str, Any]:
    found = {k: INPUT[k].read(v, f"{place}.{k}", folder) for k, v in table(entry, place, INPUT).items()}
    if "glob" not in found:
        raise ConfigError(f"{place}: an entry needs a glob", 'for example glob = "data/**/*.jsonl"')
    return found


FORMATS = ("auto", "text", "jsonl", "csv", "tsv", "parquet")
UNITS = ("file", "paragraph", "line")
LEVELS = ("error", "warning", "info", "never")

INPUT: dict[str, Key] = {
    "glob": Key(string, "", "the files the entry is for, relative to the configuration file"),
    "fields": Key(strings, ("text",), "the fields or columns that hold text, dotted"),
    "id-field": Key(string, None, "the field that names a record"),
    "language-field": Key(string, None, "the field that holds the record's language"),
    "language": Key(language, None, "the language of the records that name none"),
    "format": Key(one_of(*FORMATS), "auto", "how the files are read; auto: by their suffix"),
    "text-unit": Key(one_of(*UNITS), "file", "what a record of a text file is"),
}

KEYS: dict[str, Key] = {
    "extend": Key(file, None, "another configuration file to start from"),
    "select": Key(strings, ("ALL",), "rules that are on: codes, prefixes, names, families or ALL"),
    "ignore": Key(strings, (), "rules that are off"),
    "extend-select": Key(strings, (), "more rules that are on", adds=True),
    "rule-paths": Key(files, (), "rule files and folders of this project"),
    "rule": Key(mapping(any_table), {}, "changes to single rules: severity, applicability, languages, options"),
    "language": Key(language, None, "the language of all texts; default: each text's own"),
    "unsafe-fixes": Key(boolean, False, "apply likely repairs too"),
    "fixable": Key(strings, ("ALL",), "rules whose repairs may be applied"),
    "unfixable": Key(strings, (), "rules whose repairs are shown only"),
    "extend-safe-fixes": Key(strings, (), "rules whose unsafe repairs count as safe", adds=True),
    "extend-unsafe-fixes": Key(strings, (), "rules whose safe repairs count as unsafe", adds=True),
    "vocabulary": Key(files, (), "files of names and terms, one a line: never joined, never split"),
    "profile": Key(file, None, "evidence of the whole corpus, gathered in a first pass if the file is not there"),
    "baseline": Key(file, None, "known defects, which do not count"),
    "include": Key(strings, (), "files looked at in folders; default: all but binary ones"),
    "exclude": Key(strings, EXCLUDED, "files and folders not looked at"),
    "extend-exclude": Key(strings, (), "more of them", adds=True),
    "respect-gitignore": Key(boolean, True, "leave out what .gitignore names"),
    "force-exclude": Key(boolean, False, "leave out excluded files even when they are named"),
    "required-version": Key(string, "", "the versions of textrepair this configuration is for"),
    "required-plugins": Key(strings, (), "rule packs and checkers that must be installed"),
    "input": Key(_inputs, (), "how to read certain files; the first entry that fits counts"),
    "input-format": Key(one_of(*FORMATS), "auto", "how files are read for which no input entry says it"),
    "fields": Key(strings, ("text",), "the fields that hold text, where no input entry says it"),
    "id-field": Key(string, None, "the field that names a record, where no input entry says it"),
    "language-field": Key(string, None, "the field that holds the language, where no input entry says it"),
    "text-unit": Key(one_of(*UNITS), "file", "what a record of a text file is, where no input entry says it"),
    "per-file-ignores": Key(mapping(strings), {}, "rules that are off for certain files"),
    "gate.fail-on": Key(one_of(*LEVELS), "warning", "the severity from which a remaining defect fails the run"),
    "gate.max-rate": Key(mapping(number), {}, "defects per 1,000 records that are allowed, by prefix"),
    "limits.regex-timeout": Key(seconds, 1.0, "seconds a pattern may take on one text"),
}
TABLES = ("gate", "limits")
