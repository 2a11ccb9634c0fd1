"""Versions asked for by a project: `required-version`, `required-plugins`, and a rule's `requires`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from . import plugins
from .errors import ConfigError


def check_required(requirements: Iterable[str]) -> None:
    """Raise `ConfigError` where one of `required-plugins` (`name`, `name>=1.2`) is missing or of another version."""
    have = {_normal(name): version for name, version in plugins.installed().items()}
    for requirement in requirements:
        parts = re.fullmatch(r"\s*([A-Za-z0-9][\w.-]*)\s*((?:[<>=!~].*)?)", requirement)
        if parts is None:
            raise ConfigError(f"required-plugins: {requirement!r} is no requirement", "such as textrepair-house>=1.2")
        version = have.get(_normal(parts[1]))
        if version is None:
            known = ", ".join(f"{n} {v}" for n, v in sorted(have.items())) or "none"
            raise ConfigError(
                f"required-plugins: {parts[1]} is not installed", f"pip install {parts[1]}; installed: {known}"
            )
        if parts[2] and not satisfies(version, parts[2]):
            raise ConfigError(
                f"required-plugins: {requirement} is wanted, {version} is installed", f"pip install '{requirement}'"
            )


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


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
