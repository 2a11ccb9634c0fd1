"""`required-version` and `required-plugins`: a configuration refuses to run where it would mean something else."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from importlib.metadata import entry_points

from .. import __version__
from ..errors import ConfigError, PluginError
from .effective import Config

_TERM = re.compile(r"\s*(>=|<=|==|!=|~=|>|<)\s*(\d+(?:\.\d+)*)\s*")
_TESTS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">": operator.gt, "<": operator.lt,
}  # fmt: skip


def demand(config: Config) -> None:
    """Raise unless this installation is what the configuration asks for."""
    wanted = config["required-version"]
    place = f"{config.origins['required-version']}: required-version"
    if wanted and not satisfies(__version__, wanted, place):
        raise ConfigError(f"{place} is {wanted}, this is textrepair {__version__}", f"pip install 'textrepair{wanted}'")
    plugins = _installed()
    for plugin in config["required-plugins"]:
        name, condition = re.match(r"\s*([\w.-]*)\s*(.*)", plugin, re.DOTALL).groups()  # type: ignore[union-attr]
        if name not in plugins:
            raise PluginError(f"the plugin {name} is required and not installed", f"pip install {name}")
        if condition and not satisfies(plugins[name], condition, f"required-plugins: {name}"):
            raise PluginError(
                f"the plugin {plugin} is required, {plugins[name]} is installed", f"pip install '{plugin}'"
            )


def satisfies(version: str, specifier: str, place: str) -> bool:
    """Whether a version fits a specifier such as `>=0.1,<2`. Raises `ConfigError` for one of another form."""
    have = _numbers(version)
    for term in specifier.split(","):
        m = _TERM.fullmatch(term)
        if not m:
            raise ConfigError(f"{place}: {specifier!r} has the wrong form", 'for example ">=0.1" or ">=0.1,<2"')
        want = _numbers(m[2])
        if m[1] == "~=":
            fits = have >= want and have[: len(m[2].split(".")) - 1] == want[: len(m[2].split(".")) - 1]
        else:
            fits = _TESTS[m[1]](have, want)
        if not fits:
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    """The release part, padded so that 0.1 equals 0.1.0."""
    numbers = [int(n) for n in re.findall(r"\d+", re.match(r"[\d.]*", version).group())]  # type: ignore[union-attr]
    return tuple(numbers + [0] * (6 - len(numbers)))


def _installed() -> dict[str, str]:
    """Names of packs, checkers and the distributions they come from, with versions."""
    found: dict[str, str] = {}
    for group in ("textrepair.rules", "textrepair.checkers"):
        for point in entry_points(group=group):
            version = point.dist.version if point.dist else ""
            found |= {point.name: version} | ({point.dist.name: version} if point.dist else {})
    return found
