"""The catalogue as read last time: plain data in the user's cache folder, so that no YAML is parsed to start.

An entry is used only if every rule file has the name, size and time it had, the code that read them is the same, and
the checksum holds. Anything else, and any error, means reading the YAML again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from .. import __version__, plugins
from ..lexicon import cache_folder
from ..patterns import remember, widen
from .rule import Example, Rule

_FORMAT = 2
#: A file changed this recently (seconds) may change again without a new time stamp: too early to remember it.
_FRESH = 2.0
_TUPLES = ("languages", "except_languages", "unless", "applies_to", "protect")


class Entry:
    """The cache entry for some rule files, shown under `names`."""

    def __init__(self, files: Sequence[Path], shown: Sequence[str] = ()) -> None:
        stamps, self._newest = _stamps(map(str, files))
        parts = (_FORMAT, __version__, sorted(plugins.installed().items()), stamps, list(shown), _stamps(_code())[0])
        self.stamp = hashlib.blake2b(repr(parts).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        names = "\0".join(map(str, files))
        name = hashlib.blake2b(names.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
        self._path = cache_folder() / f"catalogue-{name}.json"

    @property
    def lasting(self) -> bool:
        """Whether another stamp is certain once a file changes."""
        return time.time() - self._newest >= _FRESH

    def read(self) -> list[Rule] | None:
        """The rules, or None where they must be read from YAML."""
        try:
            data = self._path.read_bytes()
            if data[:65] != _checksum(data[65:]) + b"\n":
                return None
            entry = json.loads(data[65:].decode("utf-8", "surrogatepass"))
            if entry["stamp"] != self.stamp:
                return None
            rules = [_rule(r) for r in entry["rules"]]
            remember(tuple(w) for w in entry["widened"])
            return rules
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def write(self, rules: Iterable[Rule]) -> None:
        """Remember the rules. A cache that can't be written is no error."""
        if not self.lasting:
            return
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}.tmp")
        try:
            found = list(rules)
            widened = [_widened(p, r.ignore_case) for r in found for p in _patterns(r)]
            entry = {"stamp": self.stamp, "rules": [_data(r) for r in found], "widened": widened}
            # Examples may hold lone surrogates, and even two that JSON's escapes would join.
            body = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_checksum(body) + b"\n" + body)
            temporary.replace(self._path)
        except (OSError, TypeError):
            temporary.unlink(missing_ok=True)


def _patterns(rule: Rule) -> list[str]:
    return [p for p in (rule.pattern, *(p for p, _ in rule.swap), *rule.protect) if p]


def _widened(pattern: str, fold: bool) -> tuple[str, bool, str | None, bool]:
    found = widen(pattern, fold)
    return pattern, fold, found.re2, found.multiline


def _code() -> list[str]:
    """The files of our own on which the reading of rules depends."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    walks = (os.walk(os.path.join(package, part)) for part in ("rules", "patterns", "checkers"))
    found = (os.path.join(folder, name) for walk in walks for folder, _, names in walk for name in names)
    return sorted(f for f in found if f.endswith(".py"))


def _stamps(files: Iterable[str]) -> tuple[list[tuple[str, int, int]], float]:
    """Name, size and time of each file, and the newest time in seconds."""
    stamps, newest = [], 0.0
    for file in files:
        stat = os.stat(file)
        stamps.append((file, stat.st_size, stat.st_mtime_ns))
        newest = max(newest, stat.st_mtime, stat.st_ctime)
    return stamps, newest


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=32).hexdigest().encode()


_DEFAULTS = {f.name: f.default_factory() if f.default_factory is not MISSING else f.default for f in fields(Rule)}


def _data(rule: Rule) -> dict[str, Any]:
    """What of a rule differs from the defaults, as JSON."""
    out = {name: getattr(rule, name) for name, default in _DEFAULTS.items() if getattr(rule, name) != default}
    out["examples"] = [(e.bad, e.good, e.ok, e.lang, e.note, e.xfail, e.line) for e in rule.examples]
    return out


def _rule(data: dict[str, Any]) -> Rule:
    for name in _TUPLES:
        if name in data:
            data[name] = tuple(data[name])
    if "swap" in data:
        data["swap"] = tuple((a, b) for a, b in data["swap"])
    if "options" in data:
        data["options"] = {k: tuple(v) if isinstance(v, list) else v for k, v in data["options"].items()}
    data["examples"] = tuple(Example(*e) for e in data["examples"])
    return Rule(**data)
