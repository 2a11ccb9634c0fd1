"""All rules in force: the built-in catalogue, installed packs, the project's own folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from .. import __version__, plugins, requirements
from ..errors import RuleError
from .cache import Entry
from .problems import Problems
from .rule import Rule
from .shipped import shipped


def builtin_folder() -> Path:
    """The folder of the built-in rules: inside an installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "catalogue", package.parents[1] / "rules"):
        if (folder / "protect").is_dir():
            return folder
    raise RuleError(f"the built-in rules are missing from {package}", "install textrepair again")


def load_catalogue(paths: Iterable[Path] = ()) -> list[Rule]:
    """Built-in rules, packs and the rules under `paths`, sorted by code. Codes and names are unique over all of them.

    Raises all errors of all files at once.
    """
    files = _files(paths)
    entry = Entry([file for file, _ in files], [name for _, name in files])
    if _LAST and _LAST[0] == entry.stamp:
        return list(_LAST[1])
    rules = entry.read()
    if rules is None:
        rules = unique(_read_or_ready(files))
        entry.write(rules)
    if entry.lasting:
        _LAST[:] = entry.stamp, tuple(rules)
    return rules


#: Stamp and rules of what was loaded last: a run asks for it once to work, and once to report.
_LAST: list[Any] = []


def forget() -> None:
    """As after a start: what is asked for next comes from disk."""
    _LAST.clear()


def sources(paths: Iterable[Path]) -> frozenset[str]:
    """The names that the rules under some paths have as their `source`, built-in ones included."""
    paths = list(paths)
    wanted = {file.resolve() for path in paths for file in rule_files(path)}
    return frozenset(name for file, name in _files(paths) if file.resolve() in wanted)


def _files(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """Each rule file once, with the name under which its rules are shown."""
    found: dict[Path, str] = {}
    for folder, prefix in [(builtin_folder(), "rules/"), *((f, f"{name}:") for f, name in plugins.pack_folders())]:
        home = folder.resolve()
        for file in rule_files(home):
            # Folders behind links are not entered, so only a file itself may be somewhere else.
            shown = prefix + file.as_posix().removeprefix(f"{home.as_posix()}/")
            found.setdefault(file.resolve() if file.is_symlink() else file, shown)
    for path in paths:
        for file in rule_files(path):
            found.setdefault(file.resolve(), file.as_posix())
    return list(found.items())


def builtin_rules() -> list[Rule]:
    """The built-in rules alone, read from YAML."""
    home = builtin_folder().resolve()
    return unique(_read([entry for entry in _files(()) if home in entry[0].parents]))


def _read_or_ready(files: Sequence[tuple[Path, str]]) -> list[Rule]:
    """Those of built-in files may be there ready-made."""
    home = builtin_folder().resolve()
    ready = shipped(home)
    if ready is None:
        return _read(files)
    others = [entry for entry in files if home not in entry[0].parents]
    return [*ready.rules, *(_read(others) if others else ())]


def _read(files: Iterable[tuple[Path, str]]) -> list[Rule]:
    from .load import load_file  # and with it YAML, which a warm start does not need

    problems = Problems()
    rules: list[Rule] = []
    for file, name in files:
        rules += problems.tried(lambda f=file, n=name: load_file(f, n)) or []  # type: ignore[misc]
    for rule in rules:
        problems.tried(lambda r=rule: _check_requires(r))  # type: ignore[misc]
    problems.raise_if_any()
    return rules


def _check_requires(rule: Rule) -> None:
    if rule.requires and not requirements.satisfies(__version__, rule.requires):
        wrong = f"{rule.source}:{rule.line}:1: {rule.code} requires textrepair {rule.requires}, this is {__version__}"
        raise RuleError(wrong, "pip install -U textrepair")


def rule_files(path: Path) -> list[Path]:
    """The YAML files at or below a path, sorted. Folders behind symbolic links are not entered."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise RuleError(f"{path}: no such rule file or folder", "check rule-paths")
    names = (
        Path(folder, name) for folder, _, inside in os.walk(path) for name in inside if name.endswith((".yaml", ".yml"))
    )
    return sorted(file for file in names if file.is_file())


def unique(rules: list[Rule]) -> list[Rule]:
    """The rules sorted by code. Raises `RuleError` where two share a code or a name."""
    seen: dict[str, Rule] = {}
    problems = Problems()
    for rule in rules:
        for key in (rule.code, rule.name):
            if key in seen:
                other = seen[key]
                taken = f"{rule.source}:{rule.line}:1: {key} is taken by {other.source}:{other.line}"
                problems.add(RuleError(taken, "choose another code and name"))
            seen.setdefault(key, rule)
    problems.raise_if_any()
    return sorted(rules, key=lambda r: r.code)
