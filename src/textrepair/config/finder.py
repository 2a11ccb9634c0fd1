"""Which configuration governs a folder: the nearest one, going up."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import ConfigError
from .effective import COMMAND_LINE, Config, defaults, load, own_table

#: In one folder the first of these counts.
NAMES = (".textrepair.toml", "textrepair.toml", "pyproject.toml")


class Finder:
    """Finds and remembers configurations. `overrides` come from the command line and beat every file."""

    def __init__(
        self, explicit: Path | None = None, *, isolated: bool = False, overrides: Mapping[str, Any] | None = None
    ) -> None:
        if explicit and isolated:
            raise ConfigError("--config and --isolated exclude each other", "choose one")
        if explicit and not explicit.is_file():
            raise ConfigError(f"{explicit}: no such configuration file", "check --config")
        self._overrides = overrides or {}
        self._fixed: Config | None = None
        self._known: dict[Path | None, Config] = {}
        self._files: dict[Path, Path | None] = {}
        if isolated:
            self._fixed = self._over(defaults(Path.cwd()))
        elif explicit:
            self._fixed = self._over(load(explicit.absolute()))

    def near(self, folder: Path) -> Config:
        """The configuration for the files of a folder. Raises `ConfigError`."""
        if self._fixed:
            return self._fixed
        file = self._file(folder.resolve())
        if file not in self._known:
            self._known[file] = self._over(load(file) if file else defaults(Path.cwd()))
        return self._known[file]

    def _over(self, config: Config) -> Config:
        return config.with_values(self._overrides, COMMAND_LINE)

    def _file(self, folder: Path) -> Path | None:
        if folder not in self._files:
            here = next(
                (folder / n for n in NAMES if (folder / n).is_file() and own_table(folder / n) is not None), None
            )
            above = folder.parent
            self._files[folder] = here or (self._file(above) if above != folder else None)
        return self._files[folder]
