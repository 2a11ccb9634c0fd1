"""The values in force, each with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ConfigError, nearest
from .keys import KEYS, TABLES
from .lines import line_of
from .readers import table

DEFAULT, COMMAND_LINE = "default", "command line"


@dataclass(frozen=True, slots=True)
class Config:
    """`values` and `origins` have an entry for every key of the schema. Globs are relative to `root`."""

    root: Path
    values: Mapping[str, Any]
    origins: Mapping[str, str]
    file: Path | None = None

    def __getitem__(self, key: str) -> Any:
        return self.values[key]

    def with_values(self, changes: Mapping[str, Any], origin: str, **named: Any) -> Config:
        """These values over the present ones; those of keys that add up are appended."""
        values, origins = dict(self.values), dict(self.origins)
        for key, value in changes.items():
            if KEYS[key].adds and values[key]:
                values[key], origins[key] = (*values[key], *value), f"{origins[key]} + {origin}"
            elif isinstance(value, dict):
                values[key], origins[key] = values[key] | value, origin
            else:
                values[key], origins[key] = value, origin
        return Config(named.get("root", self.root), values, origins, named.get("file", self.file))


def defaults(root: Path) -> Config:
    """The configuration without a file."""
    return Config(root, {k: key.default for k, key in KEYS.items()}, dict.fromkeys(KEYS, DEFAULT))


def load(file: Path, seen: tuple[Path, ...] = ()) -> Config:
    """The configuration in a file, over the one it extends. Raises `ConfigError`."""
    if file.resolve() in seen:
        raise ConfigError(f"{shown(file)}: the configuration extends itself", "remove one `extend`")
    found = _values(file)
    base = defaults(file.parent)
    if "extend" in found:
        above = Path(found["extend"])
        if not above.is_file():
            place = _place(file, _text(file), "extend")
            raise ConfigError(f"{place}: there is no file {shown(above)}", "the path is relative to this file")
        base = load(above, (*seen, file.resolve()))
    return base.with_values(found, shown(file), root=file.parent, file=file)


def shown(path: Path) -> str:
    """A path as a person would type it here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def read_toml(file: Path) -> dict[str, Any]:
    """The whole file. Raises `ConfigError` where it is no TOML."""
    import tomllib

    try:
        return tomllib.loads(_text(file))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{shown(file)}: {error}", "this is not valid TOML") from error


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise ConfigError(f"{shown(file)}: cannot be read: {error.strerror or error}", "check the path") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown(file)}: byte {error.start} is not UTF-8", "save the file as UTF-8") from error


def own_table(file: Path) -> dict[str, Any] | None:
    """The part of a file that is ours; None if a `pyproject.toml` has none."""
    whole = read_toml(file)
    if file.name == "pyproject.toml":
        tools = whole.get("tool", {})
        found = tools.get("textrepair") if isinstance(tools, dict) else None
        return None if found is None else table(found, f"{shown(file)}: [tool.textrepair]")
    inner = whole.get("tool", {}).get("textrepair") if isinstance(whole.get("tool"), dict) else None
    return inner if isinstance(inner, dict) and len(whole) == 1 else whole


def _values(file: Path) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    text = _text(file)
    for key, value in (own_table(file) or {}).items():
        if key in TABLES:
            inner = {k.split(".")[1]: k for k in KEYS if k.startswith(f"{key}.")}
            for name in table(value, _place(file, text, key)):
                if name not in inner:
                    where = _place(file, text, f"{key}.{name}").removesuffix(f".{name}")
                    raise ConfigError(f"{where}: unknown key {name}", nearest(name, inner))
            flat |= {inner[k]: v for k, v in value.items()}
        elif key in KEYS and "." not in key:
            flat[key] = value
        else:
            known = [*(k for k in KEYS if "." not in k), *TABLES]
            where = _place(file, text, key).removesuffix(f": {key}")
            raise ConfigError(f"{where}: unknown key {key}", nearest(key, known))
    folder = file.parent.resolve()
    return {key: KEYS[key].read(value, _place(file, text, key), folder) for key, value in flat.items()}


def _place(file: Path, text: str, key: str) -> str:
    """`textrepair.toml:3: key`, for messages."""
    line = line_of(text, key)
    return f"{shown(file)}:{line}: {key}" if line else f"{shown(file)}: {key}"
