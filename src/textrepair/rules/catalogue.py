"""All rules in force: the built-in catalogue, installed packs, the project's own folders."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import entry_points
from pathlib import Path

from ..errors import PluginError, RuleError
from .load import load_file
from .rule import Rule


def builtin_folder() -> Path:
    """The folder of the built-in rules: inside an installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "catalogue", package.parents[1] / "rules"):
        if (folder / "protect").is_dir():
            return folder
    raise RuleError(f"the built-in rules are missing from {package}", "install textrepair again")


def load_catalogue(paths: Iterable[Path] = ()) -> list[Rule]:
    """Built-in rules, packs and the rules under `paths`, sorted by code. Codes and names are unique over all of them."""
    rules = _under(builtin_folder(), "rules/")
    for folder, name in pack_folders():
        rules += _under(folder, f"{name}:")
    for path in paths:
        rules += _under(path, None)
    return unique(rules)


def pack_folders() -> list[tuple[Path, str]]:
    """Folders of installed rule packs: entry points of the group `textrepair.rules` name a path or a function for one."""
    found = []
    for point in sorted(entry_points(group="textrepair.rules"), key=lambda p: p.name):
        try:
            target = point.load()
            folder = Path(target() if callable(target) else target)
        except Exception as error:
            raise PluginError(f"rule pack {point.name} ({point.value}) does not load: {error}", "uninstall or mend it") from error
        if not folder.is_dir():
            raise PluginError(f"rule pack {point.name}: {folder} is no folder", "its entry point must name the folder of its rules")
        found.append((folder, point.name))
    return found


def rule_files(path: Path) -> list[Path]:
    """The YAML files at or below a path, sorted."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise RuleError(f"{path}: no such rule file or folder", "check rule-paths")
    return sorted(p for p in path.rglob("*") if p.suffix in (".yaml", ".yml"))


def _under(path: Path, shown: str | None) -> list[Rule]:
    rules = []
    for file in rule_files(path):
        name = str(file) if shown is None else shown + file.relative_to(path).as_posix()
        rules += load_file(file, name)
    return rules


def unique(rules: list[Rule]) -> list[Rule]:
    """The rules sorted by code. Raises `RuleError` where two share a code or a name."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        for key in (rule.code, rule.name):
            if key in seen:
                other = seen[key]
                raise RuleError(f"{rule.source}:{rule.line}:1: {key} is taken by {other.source}:{other.line}", "choose another code and name")
            seen[key] = rule
    return sorted(rules, key=lambda r: r.code)
