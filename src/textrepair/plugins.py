"""Installed rule packs and checkers: entry points of the groups `textrepair.rules` and `textrepair.checkers`.

What an entry point can't deliver is an error that names it, never a warning: a corpus repaired without half of the
rules looks just like one repaired with all of them.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
import time
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson

from .digest import blake2b
from .errors import PluginError

RULES = "textrepair.rules"
CHECKERS = "textrepair.checkers"


@dataclass(frozen=True, slots=True)
class Point:
    """An entry point: `value` is `module` or `module:attribute`, `package` the distribution that declares it."""

    group: str
    name: str
    value: str
    package: str
    version: str

    def __str__(self) -> str:
        """As its user knows it: `house (house_rules, of textrepair-house 1.2)`."""
        return f"{self.name} ({self.value}, of {self.package} {self.version})"

    def load(self) -> Any:
        """The object it names. Raises `PluginError` with the name of the plugin."""
        module, _, attributes = re.sub(r"\[.*\]|\s", "", self.value).partition(":")
        try:
            found: Any = importlib.import_module(module)
            for attribute in filter(None, attributes.split(".")):
                found = getattr(found, attribute)
        except (Exception, SystemExit) as error:
            what = f"{type(error).__name__}: {error}".rstrip(": ")
            raise PluginError(
                f"plugin {self} does not load: {what}", f"mend it, or pip uninstall {self.package}"
            ) from error
        return found


def points(group: str) -> list[Point]:
    """The entry points of a group, sorted by name."""
    return [p for p in _all(_places()) if p.group == group]


def installed() -> dict[str, str]:
    """Names and versions of the installed packages that bring packs or checkers."""
    return {p.package: p.version for p in sorted(_all(_places()), key=lambda p: p.package)}


def pack_folders() -> list[tuple[Path, str]]:
    """Folders of the installed rule packs with their names.

    An entry point names a package that holds the YAML files (itself or in a folder `rules`), a path, or a function
    that returns one.
    """
    found = []
    for point in points(RULES):
        folder = _folder(point, point.load())
        if not folder.is_dir():
            raise PluginError(f"plugin {point}: there is no folder {folder}", "it must name the folder of its rules")
        found.append((folder, point.name))
    return found


def _folder(point: Point, target: Any) -> Path:
    try:
        if hasattr(target, "__path__"):
            home = Path(next(iter(target.__path__)))
            return home / "rules" if (home / "rules").is_dir() else home
        return Path(target() if callable(target) else target)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise PluginError(
            f"plugin {point} names no folder: {what}", f"mend it, or pip uninstall {point.package}"
        ) from error


Places = tuple[tuple[str, int, str], ...]


def _places() -> Places:
    """Where Python looks for packages. Installing something changes the time of `site-packages`; other folders, such as
    the current one, change all the time and are known by the names of the packages in them."""
    places = []
    for entry in dict.fromkeys(sys.path):
        try:
            if entry.endswith("-packages"):
                places.append((entry, os.stat(entry).st_mtime_ns, ""))
            elif os.path.isdir(entry or "."):
                names = sorted(n for n in os.listdir(entry or ".") if n.endswith((".dist-info", ".egg-info")))
                if names:
                    places.append((os.path.abspath(entry), 0, "/".join(names)))
            else:
                places.append((entry, os.stat(entry).st_mtime_ns, ""))
        except OSError:
            continue
    return tuple(places)


@lru_cache(maxsize=4)
def _all(places: Places) -> tuple[Point, ...]:
    """All our entry points. The search reads every installed package, so what was found is remembered."""
    from .caching import cache_folder, store_one_of

    names = "\0".join(p for p, _, _ in places).encode("utf-8", "surrogateescape")
    path = cache_folder() / f"plugins-{blake2b(names, digest_size=8).hexdigest()}.json"
    key = [list(p) for p in places]
    try:
        entry = orjson.loads(path.read_bytes())
        if entry["places"] == key:
            return tuple(Point(*p) for p in entry["points"])
    except (OSError, ValueError, TypeError, KeyError):
        pass
    found = _searched()
    if time.time() - max((t for _, t, _ in places), default=0) / 1e9 > 2:  # or the times might not show the next change
        store_one_of(path, orjson.dumps({"places": key, "points": [astuple(p) for p in found]}))
    return found


def _searched() -> tuple[Point, ...]:
    from importlib.metadata import entry_points

    found = set()
    for group in (RULES, CHECKERS):
        for p in entry_points(group=group):
            package = (p.dist.name, p.dist.version) if p.dist else ("an unknown package", "")
            found.add(Point(group, p.name, p.value, *package))
    return tuple(sorted(found, key=astuple))
