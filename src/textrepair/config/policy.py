"""What the configurations say about single files: whether to look at them, and how."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..corpora import Options
from ..errors import ConfigError
from ..run.source import Profile
from ..settings import Settings
from .effective import COMMAND_LINE, DEFAULT, Config, shown
from .finder import Finder
from .gitignore import GitIgnore
from .globs import fits, relative


class Policy:
    """Asked by the walk through the folders. Files with the same answers share one profile."""

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._git = GitIgnore()
        self._profiles: dict[tuple[Any, ...], Profile] = {}
        self._vocabularies: dict[tuple[str, ...], frozenset[str]] = {}

    def enters(self, folder: Path) -> bool:
        """Whether a walk goes into this folder."""
        config = self._finder.near(folder.parent)
        return not self._excluded(config, folder, folder=True) and not self._ignored(config, folder, folder=True)

    def takes(self, path: Path, *, named: bool) -> bool:
        """Whether a file is looked at. One that is named on the command line is, but for `force-exclude`."""
        config = self._finder.near(path.parent)
        if named:
            return not (config["force-exclude"] and (self._excluded(config, path) or self._ignored(config, path)))
        name = relative(path, config.root)
        included = not config["include"] or fits(config["include"], name)
        return included and not self._excluded(config, path) and not self._ignored(config, path)

    def profile(self, path: Path | None) -> Profile:
        """How a file (None: standard input) is read and judged. Raises `ConfigError`."""
        config = self._finder.near(path.parent if path else Path.cwd())
        name = relative(path, config.root) if path else ""
        entry = next((n for n, e in enumerate(config["input"]) if fits([e["glob"]], name)), -1)
        off = tuple(c for glob, codes in config["per-file-ignores"].items() if fits([glob], name) for c in codes)
        key = (config.file, config.root, entry, off)
        if key not in self._profiles:
            self._profiles[key] = self._profile(config, config["input"][entry] if entry >= 0 else {}, off)
        return self._profiles[key]

    def _excluded(self, config: Config, path: Path, *, folder: bool = False) -> bool:
        return fits((*config["exclude"], *config["extend-exclude"]), relative(path, config.root), folder=folder)

    def _ignored(self, config: Config, path: Path, *, folder: bool = False) -> bool:
        return bool(config["respect-gitignore"]) and self._git.ignored(path, folder=folder)

    def _profile(self, config: Config, entry: dict[str, Any], off: tuple[str, ...]) -> Profile:
        def value(key: str, of_entry: str = "") -> Any:
            """The command line's value, else the entry's, else the general one."""
            inner = of_entry or key
            return entry[inner] if inner in entry and config.origins[key] != COMMAND_LINE else config[key]

        options = Options(
            fields=tuple(dict.fromkeys(value("fields"))),
            id_field=value("id-field"),
            language_field=value("language-field"),
            text_unit=value("text-unit"),
        )
        settings = Settings(
            select=config["select"],
            extend_select=config["extend-select"],
            ignore=config["ignore"],
            off=off,
            fixable=config["fixable"],
            unfixable=config["unfixable"],
            extend_safe_fixes=config["extend-safe-fixes"],
            extend_unsafe_fixes=config["extend-unsafe-fixes"],
            rule_paths=_rule_paths(config),
            rule_options=config["rule"],
            language=value("language"),
            unsafe_fixes=config["unsafe-fixes"],
            vocabulary=self._vocabulary(config),
            profile=config["profile"],
            regex_timeout=config["limits.regex-timeout"],
            places=_places(config),
        )
        return Profile(settings, options, value("input-format", "format"))

    def _vocabulary(self, config: Config) -> frozenset[str]:
        files = config["vocabulary"]
        if files not in self._vocabularies:
            origin = config.origins["vocabulary"]
            self._vocabularies[files] = frozenset(word for file in files for word in _words(Path(file), origin))
        return self._vocabularies[files]


def _rule_paths(config: Config) -> tuple[str, ...]:
    for path in map(Path, config["rule-paths"]):
        if not path.exists():
            place = f"{config.origins['rule-paths']}: rule-paths"
            raise ConfigError(f"{place}: {shown(path)}: no such rule file or folder", "it is relative to that file")
    return tuple(shown(Path(p)) for p in config["rule-paths"])


def _places(config: Config) -> dict[str, str]:
    """What messages about the rules in force name as the place of a key."""
    told = {
        key: f"--{key}" if origin == COMMAND_LINE else f"{origin}: {key}"
        for key, origin in config.origins.items()
        if origin != DEFAULT
    }
    return told | {"off": told.get("per-file-ignores", ""), "rule": config.origins["rule"]}


def _words(file: Path, origin: str) -> list[str]:
    """The terms of a vocabulary file: one a line, `#` begins a comment line."""
    try:
        lines = file.read_text("utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        why = (isinstance(error, OSError) and error.strerror) or "it is not UTF-8"
        raise ConfigError(
            f"{origin}: vocabulary: {shown(file)} cannot be read: {why}", "a file with one term a line, in UTF-8"
        ) from error
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
