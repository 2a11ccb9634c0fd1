"""Installed rule packs and checkers: entry points of the groups `textrepair.rules` and `textrepair.checkers`.

What an entry point can't deliver is an error that names it, never a warning: a corpus repaired without half of the
rules looks just like one repaired with all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any

from .errors import ConfigError, PluginError

RULES = "textrepair.rules"
CHECKERS = "textrepair.checkers"


@lru_cache(maxsize=4)
def points(group: str) -> tuple[EntryPoint, ...]:
    """The entry points of a group, sorted by name. Looked up once per process: the search reads every installed package."""
    return tuple(sorted(entry_points(group=group), key=lambda p: (p.name, p.value)))


def loaded(point: EntryPoint) -> Any:
    """The object behind an entry point. Raises `PluginError` with the name of the plugin."""
    try:
        return point.load()
    except (Exception, SystemExit) as error:
        what = f"{type(error).__name__}: {error}".rstrip(": ")
        raise PluginError(f"plugin {named(point)} does not load: {what}", "mend or uninstall it") from error


def named(point: EntryPoint) -> str:
    """A plugin as its user knows it: `house (house_rules, of textrepair-house 1.2)`."""
    return f"{point.name} ({point.value}{', of ' + ' '.join(_distribution(point)) if point.dist else ''})"


def installed() -> dict[str, str]:
    """Names and versions of the installed packages that bring packs or checkers."""
    return dict(sorted({_distribution(p) for group in (RULES, CHECKERS) for p in points(group) if p.dist}))


def pack_folders() -> list[tuple[Path, str]]:
    """Folders of the installed rule packs with their names.

    An entry point names a package that holds the YAML files (itself or in a folder `rules`), a path, or a function
    that returns one.
    """
    found = []
    for point in points(RULES):
        folder = _folder(point, loaded(point))
        if not folder.is_dir():
            raise PluginError(f"plugin {named(point)}: there is no folder {folder}", "it must name the folder of its rules")
        found.append((folder, point.name))
    return found


def _folder(point: EntryPoint, target: Any) -> Path:
    try:
        if hasattr(target, "__path__"):
            home = Path(next(iter(target.__path__)))
            return home / "rules" if (home / "rules").is_dir() else home
        return Path(target() if callable(target) else target)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise PluginError(f"plugin {named(point)} names no folder: {what}", "mend or uninstall it") from error


def check_required(requirements: Iterable[str]) -> None:
    """Raise `ConfigError` where a package of `required-plugins` (`name` or `name>=1.2`) is missing or has another version."""
    have = {_normal(name): version for name, version in installed().items()}
    for requirement in requirements:
        parts = re.fullmatch(r"\s*([A-Za-z0-9][\w.-]*)\s*((?:[<>=!~].*)?)", requirement)
        if parts is None:
            raise ConfigError(f"required-plugins: {requirement!r} is no requirement", "such as textrepair-house>=1.2")
        version = have.get(_normal(parts[1]))
        if version is None:
            known = ", ".join(f"{n} {v}" for n, v in sorted(have.items())) or "none"
            raise ConfigError(f"required-plugins: {parts[1]} is not installed", f"pip install {parts[1]}; installed: {known}")
        if parts[2] and not satisfies(version, parts[2]):
            raise ConfigError(f"required-plugins: {requirement} is wanted, {version} is installed", f"pip install '{requirement}'")


def satisfies(version: str, wanted: str) -> bool:
    """Whether a version meets a specifier such as `>=0.1,<2`. Raises `ConfigError` for one that can't be read."""
    return all(_meets(_numbers(version), part.strip()) for part in wanted.split(",") if part.strip())


def _meets(have: tuple[int, ...], part: str) -> bool:
    found = re.fullmatch(r"(>=|<=|==|!=|~=|>|<)?\s*(\d[\w.]*?)(\.\*)?", part)
    if found is None:
        raise ConfigError(f"{part!r} is no version specifier", "such as >=0.1 or ==1.2.*")
    operator, limit = found[1] or "==", _numbers(found[2])
    if operator == "~=":
        return have >= limit and have[: len(limit) - 1] == limit[:-1]
    if found[3]:
        same = have[: len(limit)] == limit
        return same if operator == "==" else not same
    width = max(len(have), len(limit))
    a, b = (v + (0,) * (width - len(v)) for v in (have, limit))
    return {"==": a == b, "!=": a != b, ">=": a >= b, "<=": a <= b, ">": a > b, "<": a < b}[operator]


def _numbers(version: str) -> tuple[int, ...]:
    """The release of a version; what follows its numbers (`rc1`, `.dev2`) is not weighed."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, release[0].split("."))) if release else (0,)


def _distribution(point: EntryPoint) -> tuple[str, str]:
    assert point.dist is not None
    return point.dist.name, point.dist.version


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
