"""How a value of TOML becomes one of ours. A reader gets the value, its place for messages, and the file's folder."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from ..errors import ConfigError, nearest

Reader = Callable[[Any, str, Path], Any]


def strings(value: Any, place: str, folder: Path) -> tuple[str, ...]:
    """A list of strings; a single one counts as a list of one."""
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise ConfigError(f"{place}: expected a list of strings, found {value!r}", 'write ["a", "b"]')
    return tuple(values)


def string(value: Any, place: str, folder: Path) -> str:
    """A string."""
    if not isinstance(value, str):
        raise ConfigError(f"{place}: expected a string, found {value!r}", "put it in quotes")
    return value


def language(value: Any, place: str, folder: Path) -> str:
    """A BCP-47 tag."""
    tag = string(value, place, folder)
    if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*", tag):
        raise ConfigError(f"{place}: {tag!r} is no language tag", "BCP-47, such as en or pt-BR")
    return tag


def boolean(value: Any, place: str, folder: Path) -> bool:
    """true or false."""
    if not isinstance(value, bool):
        raise ConfigError(f"{place}: expected true or false, found {value!r}")
    return value


def number(value: Any, place: str, folder: Path) -> float:
    """A number that is not negative."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < math.inf:
        raise ConfigError(f"{place}: expected a number of at least 0, found {value!r}")
    return float(value)


def seconds(value: Any, place: str, folder: Path) -> float:
    """A time in which something can be done."""
    found = number(value, place, folder)
    if not found:
        raise ConfigError(f"{place}: expected more than 0 seconds", "the default is 1")
    return found


def file(value: Any, place: str, folder: Path) -> str:
    """A path, relative to the configuration file."""
    return os.path.normpath(folder / string(value, place, folder))


def files(value: Any, place: str, folder: Path) -> tuple[str, ...]:
    """Paths, relative to the configuration file."""
    return tuple(os.path.normpath(folder / v) for v in strings(value, place, folder))


def one_of(*choices: str) -> Reader:
    """One of a few words."""

    def read(value: Any, place: str, folder: Path) -> str:
        if value not in choices:
            raise ConfigError(f"{place}: {value!r} is not one of {', '.join(choices)}", nearest(str(value), choices))
        return str(value)

    return read


def mapping(reader: Reader) -> Reader:
    """A table whose every value is of one kind."""

    def read(value: Any, place: str, folder: Path) -> dict[str, Any]:
        return {k: reader(v, f"{place}.{k}", folder) for k, v in table(value, place).items()}

    return read


def any_table(value: Any, place: str, folder: Path) -> dict[str, Any]:
    """A table whose keys somebody else checks."""
    return table(value, place)


def table(value: Any, place: str, known: Iterable[str] | None = None) -> dict[str, Any]:
    """A table; unknown keys are errors that name the nearest known one."""
    if not isinstance(value, dict):
        raise ConfigError(f"{place}: expected a table, found {value!r}")
    for key in value:
        if known is not None and key not in known:
            raise ConfigError(f"{place}: unknown key {key}", nearest(key, known))
    return value
