"""Modules that a package imports, and with them much else, for what nobody here asks of it."""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any


def put_off(name: str) -> None:
    """Let a module be loaded when something of it is first used, whoever imports it; one that is there is left alone.

    `importlib.util.LazyLoader` does not do: in Python 3.11 the next import of the module loads it.
    """
    spec = find_spec(name) if name not in sys.modules else None
    if spec is not None:
        module = module_from_spec(spec)
        module.__class__ = _PutOff
        sys.modules[name] = module


_LOADING = RLock()


class _PutOff(ModuleType):
    """A module that has its place, and nothing in it yet."""

    def __getattr__(self, name: str) -> Any:
        with _LOADING:  # another thread that asks for something waits until it is there
            if type(self) is _PutOff and self not in _BEING_LOADED:
                self._load()
        return ModuleType.__getattribute__(self, name)

    def _load(self) -> None:
        _BEING_LOADED.append(self)
        try:
            if self.__spec__ and self.__spec__.loader:
                self.__spec__.loader.exec_module(self)
        finally:
            _BEING_LOADED.remove(self)
        self.__class__ = ModuleType  # type: ignore[assignment]


#: What is asked for something while it is loaded does not have it yet.
_BEING_LOADED: list[ModuleType] = []
