"""How a checker is declared and found by its name."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, Literal, Protocol

from ..document import Document
from ..errors import PluginError
from ..model import Match, Span

Scope = Literal["line", "record"]
#: What may stand before the text of a line for a trigger `=option`: blanks, bullets, pointers and brackets.
LEADING = "[ \\t\u00a0\u200b\u3000•·●■▪►▶»›→–—|*_【】\\[\\]-]*"
FEATURES = ("@unknown-word", "@repeat", "@repeated-characters")


class CheckFunction(Protocol):
    """The shape of a checker: options are keyword-only and have defaults."""

    def __call__(self, doc: Document, span: Span, **options: Any) -> Iterator[Match]:
        """Yield the matches inside `span` of `doc`."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A declared checker: the generator, the options it takes with their defaults, and how it may be called."""

    function: Callable[..., Iterator[Match]]
    scope: Scope
    trigger: str

    @property
    def options(self) -> dict[str, inspect.Parameter]:
        """The options by the names used in rules (`min-length` for the parameter `min_length`)."""
        parameters = inspect.signature(self.function, eval_str=True).parameters.values()
        return {p.name.replace("_", "-"): p for p in parameters if p.kind is p.KEYWORD_ONLY}


def checker(*, scope: Scope = "line", trigger: str = "") -> Callable[[Callable[..., Iterator[Match]]], Checker]:
    """Declare a generator `(doc, span, *, options...) -> Iterator[Match]` as a checker."""
    if trigger.startswith("@") and trigger not in FEATURES:
        raise ValueError(f"unknown trigger {trigger}")

    def declare(function: Callable[..., Iterator[Match]]) -> Checker:
        return Checker(function, scope, trigger)

    return declare


def find(name: str) -> Checker:
    """The checker of a name such as `encoding.mojibake`. Raises `PluginError` if there is none or it does not load."""
    for point in entry_points(group="textrepair.checkers", name=name):
        try:
            found = point.load()
        except Exception as error:
            raise PluginError(f"checker {name} of {point.value} does not load: {error}") from error
        if isinstance(found, Checker):
            return found
        raise PluginError(f"checker {name}: {point.value} is no Checker", "declare it with @textrepair.checkers.checker")
    return _builtin(name)


def _builtin(name: str) -> Checker:
    module = f"textrepair.checkers.{name.replace('-', '_')}"
    try:
        found = importlib.import_module(module).check
    except (ModuleNotFoundError, AttributeError, ValueError) as error:
        if isinstance(error, ModuleNotFoundError) and error.name and not module.startswith(error.name):
            raise PluginError(f"checker {name} needs the package {error.name}", f"pip install {error.name}") from error
        raise PluginError(f"there is no checker {name}", "see docs/checkers.md for the built-in ones") from error
    if not isinstance(found, Checker):
        raise PluginError(f"{module}.check is no Checker", "declare it with @checker")
    return found
